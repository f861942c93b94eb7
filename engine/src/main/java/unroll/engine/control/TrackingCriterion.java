package unroll.engine.control;

import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;
import unroll.engine.model.Criterion;
import unroll.engine.model.CriterionMeasure;

/**
 * Judges movements by their {@link TrackingCost}, computed in double beside the backend, for it is often tiny; steps of weight 0 do not
 * count, all others alike.
 */
final class TrackingCriterion implements Criterion {
    private final Backend backend;
    private final TrackingCost cost;
    private final Signal rows;
    private final Signal target;
    private final Signal weight;
    private final List<Signal> seeded;
    private final double[] values;
    private final double[] targets;
    private final double[] counted;

    /** @param rows {@code [T][B][n + m]}, as are the targets; weight {@code [T][B]} */
    TrackingCriterion(Backend backend, TrackingCost cost, Signal rows, Signal target, Signal weight) {
        this.backend = backend;
        this.cost = cost;
        this.rows = rows;
        this.target = target;
        this.weight = weight;
        seeded = List.of(rows);
        values = new double[rows.value().size()];
        targets = new double[values.length];
        counted = new double[weight.value().size()];
    }

    @Override
    public List<Signal> seeded() {
        return seeded;
    }

    @Override
    public int begin() {
        return rows.begin();
    }

    @Override
    public CriterionMeasure measure() {
        return CriterionMeasure.LOSS;
    }

    @Override
    public double value(double scale, int from, int to) {
        backend.read(rows.value(from, to), values, 0);
        backend.read(target.value(from, to), targets, 0);
        backend.read(weight.value(from, to), counted, 0);
        double sum = 0;
        for (int t = from, at = 0, row = 0; t < to; t++) {
            for (int b = 0; b < rows.sequences(); b++, row++, at += rows.width()) {
                sum += counted[row] == 0 ? 0 : cost.of(t, values, targets, at);
                for (int j = at; j < at + rows.width(); j++) {
                    values[j] -= targets[j];
                }
                weigh(t, counted[row] == 0 ? 0 : scale, at);
            }
        }
        backend.write(values, 0, rows.adjoint(from, to));
        return sum;
    }

    /** Multiplies a row of differences by the weights of step {@code t}. */
    private void weigh(int t, double scale, int at) {
        double[] w = cost.at(t);
        for (int j = 0; j < w.length; j++) {
            values[at + j] = scale * w[j] == 0 ? 0 : scale * w[j] * values[at + j];
        }
    }

    @Override
    public Optional<Curvature> curvature() {
        return Optional.of(this::product);
    }

    private void product(double scale) {
        backend.read(rows.tangent(), values, 0);
        backend.read(weight.value(), counted, 0);
        for (int row = 0; row < counted.length; row++) {
            weigh(row / rows.sequences(), counted[row] == 0 ? 0 : scale, row * rows.width());
        }
        backend.write(values, 0, rows.adjoint());
    }

    @Override
    public void predictions(int from, int to, Buffer units) {
        backend.copy(rows.value(from, to), units);
    }

    @Override
    public void sample(int t, Buffer units) {
        predictions(t, t + 1, units);
    }
}
