package unroll.engine.rollout;

import static unroll.engine.graph.Affine.term;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Criterion;
import unroll.engine.model.CriterionMeasure;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * A restricted Boltzmann machine on every row of its inputs, learned by contrastive divergence: with the end {@code w} of a Gibbs
 * chain of k steps from {@code v} held fixed, the gradient is that of {@code F(v) - F(w)}, F being the free energy
 * {@code -b_v'v - sum softplus(W v + b_h)} (thesis eq. 2.24-2.33).
 */
final class Rbm implements Model {
    private final Layout layout;
    private final int chain;

    /** Of so many visible and hidden units, with Gibbs chains of {@code chain} steps, k. */
    Rbm(int visible, int hidden, int chain) {
        this.chain = chain;
        layout = Layout.builder()
                .add("W", Role.INPUT_WEIGHT, hidden, visible)
                .add("b_v", Role.OUTPUT_BIAS, 1, visible)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .build();
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public Wiring wire(Graph graph, Parameters p, Signal v) {
        int hidden = p.get("W").value().rows();
        Signal u = graph.signal(hidden);
        Signal end = graph.given(v.width(), false);
        Signal uEnd = graph.signal(hidden);
        Signal bias = graph.signal(v.width());
        graph.add(Affine.of(u, p.get("b_h"), term(v, p.get("W"))));
        graph.add(Affine.of(uEnd, p.get("b_h"), term(end, p.get("W"))));
        graph.add(Affine.of(bias, p.get("b_v")));
        return new Wiring(
                u, bias, Optional.empty(), Optional.of(new FreeEnergyGap(graph.backend(), p, v, end, u, uEnd, bias)));
    }

    /** {@code F(v) - F(w)}. */
    private final class FreeEnergyGap implements Criterion {
        private final Backend backend;
        private final Parameters parameters;
        private final Signal v;
        private final Signal end;
        private final Signal u;
        private final Signal uEnd;
        private final Signal bias;
        private final Philox random = new Philox(0, Purpose.SAMPLING);
        private long seed;
        private long first;

        FreeEnergyGap(
                Backend backend, Parameters parameters, Signal v, Signal end, Signal u, Signal uEnd, Signal bias) {
            this.backend = backend;
            this.parameters = parameters;
            this.v = v;
            this.end = end;
            this.u = u;
            this.uEnd = uEnd;
            this.bias = bias;
        }

        @Override
        public List<Signal> seeded() {
            return List.of(u, uEnd, bias);
        }

        @Override
        public int begin() {
            return 0;
        }

        @Override
        public void draw(long newSeed, long newFirst) {
            seed = newSeed;
            first = newFirst;
        }

        @Override
        public double value(double scale, int from, int to) {
            double[] w = backend.read(parameters.get("W").value());
            double[] bv = backend.read(parameters.get("b_v").value());
            double[] bh = backend.read(parameters.get("b_h").value());
            double[] data = backend.read(v.value(from, to));
            double[] drive = backend.read(u.value(from, to));
            int n = bv.length;
            int m = bh.length;
            double[] model = new double[data.length];
            double[] gap = new double[data.length];
            double[] up = new double[drive.length];
            double[] down = new double[drive.length];
            double sum = 0;
            for (int row = 0; row < data.length / n; row++) {
                random.restart(seed, Purpose.SAMPLING, first + row);
                double[] sample = Arrays.copyOfRange(data, row * n, (row + 1) * n);
                double[] hidden = Arrays.copyOfRange(drive, row * m, (row + 1) * m);
                sum += energy(sample, hidden, bv);
                for (int j = 0; j < m; j++) {
                    up[row * m + j] = -scale * logistic(hidden[j]);
                }
                for (int k = 0; k < chain; k++) {
                    double[] on = draw(hidden);
                    sample = draw(times(w, n, on, bv, true));
                    hidden = times(w, n, sample, bh, false);
                }
                sum -= energy(sample, hidden, bv);
                for (int j = 0; j < m; j++) {
                    down[row * m + j] = scale * logistic(hidden[j]);
                }
                for (int i = 0; i < n; i++) {
                    model[row * n + i] = sample[i];
                    gap[row * n + i] = scale * (sample[i] - data[row * n + i]);
                }
            }
            backend.write(model, 0, end.value(from, to));
            backend.write(up, 0, u.adjoint(from, to));
            backend.write(down, 0, uEnd.adjoint(from, to));
            backend.write(gap, 0, bias.adjoint(from, to));
            return sum;
        }

        @Override
        public CriterionMeasure measure() {
            return new CriterionMeasure("free-energy gap", false);
        }

        /** One step of mean field. */
        @Override
        public void predictions(int from, int to, Buffer units) {
            double[] w = backend.read(parameters.get("W").value());
            double[] bv = backend.read(parameters.get("b_v").value());
            double[] drive = backend.read(u.value(from, to));
            int m = u.width();
            double[] all = new double[units.size()];
            for (int row = 0; row < drive.length / m; row++) {
                double[] on = Arrays.stream(drive, row * m, (row + 1) * m)
                        .map(Rbm::logistic)
                        .toArray();
                double[] back = times(w, bv.length, on, bv, true);
                for (int i = 0; i < bv.length; i++) {
                    all[row * bv.length + i] = logistic(back[i]);
                }
            }
            backend.write(all, 0, units);
        }

        private double[] draw(double[] drive) {
            return Arrays.stream(drive)
                    .map(x -> random.nextDouble() < logistic(x) ? 1 : 0)
                    .toArray();
        }
    }

    private static double energy(double[] visible, double[] drive, double[] bv) {
        double sum = 0;
        for (int i = 0; i < visible.length; i++) {
            sum -= bv[i] * visible[i];
        }
        for (double x : drive) {
            sum -= Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0);
        }
        return sum;
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** {@code W x + b}, or {@code W' x + b}; W has n columns. */
    private static double[] times(double[] w, int n, double[] x, double[] b, boolean transposed) {
        double[] y = b.clone();
        for (int i = 0; i < w.length; i++) {
            int row = i / n;
            int column = i % n;
            if (transposed) {
                y[column] += w[i] * x[row];
            } else {
                y[row] += w[i] * x[column];
            }
        }
        return y;
    }
}
