package unroll.engine.objective;

import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.model.Layout;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * An objective with weight decay and weight noise: {@code f(theta + sigma noise) + lambda / 2 |W|^2}, where the noise is that of
 * the drawn update.
 */
public final class RegularisedObjective implements Objective {
    private final Objective objective;
    private final Surface whole;
    private final Backend backend;
    private final double decay;
    private final double noise;
    private final long seed;
    private final Philox random;

    /** 1 at the weights and 0 at all other parameters. */
    private final Buffer weights;

    private final Buffer drawn;
    private final Buffer moved;
    private final double[] numbers;

    /** {@code objective} with the decay and the noise of {@code settings}; the noise is drawn with the seed. */
    public RegularisedObjective(Objective objective, Layout layout, Regularisation settings, long seed) {
        this.objective = objective;
        whole = new Penalised(objective.whole());
        this.seed = seed;
        backend = objective.backend();
        decay = settings.weightDecay();
        noise = settings.weightNoise();
        random = new Philox(seed, Purpose.WEIGHT_NOISE);
        weights = backend.allocate(1, layout.size());
        drawn = backend.allocate(1, layout.size());
        moved = backend.allocate(1, layout.size());
        numbers = new double[layout.size()];
        for (Layout.Slot slot : layout.parts()) {
            if (slot.role().weight() && !slot.fixed()) {
                backend.fill(1, weights.window(slot.offset(), 1, slot.size()));
            }
        }
    }

    @Override
    public int dimension() {
        return objective.dimension();
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public int updatesPerBatch() {
        return objective.updatesPerBatch();
    }

    @Override
    public void draw(long update) {
        objective.draw(update);
        if (noise > 0) {
            random.restart(seed, Purpose.WEIGHT_NOISE, update);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.gaussian();
            }
            backend.write(numbers, 0, drawn);
        }
    }

    @Override
    public Surface whole() {
        return whole;
    }

    @Override
    public Surface part(int sequences) {
        return new Penalised(objective.part(sequences));
    }

    @Override
    public Map<String, Buffer> state() {
        return objective.state();
    }

    /** A surface of the objective with the decay and the noise. */
    private final class Penalised implements Surface {
        private final Surface plain;

        Penalised(Surface plain) {
            this.plain = plain;
        }

        @Override
        public int sequences() {
            return plain.sequences();
        }

        @Override
        public double gradient(Buffer theta, Buffer gradient) {
            double value = plain.gradient(moved(theta), gradient);
            if (decay > 0) {
                backend.times(decay, weights, theta, 1, gradient);
            }
            return value + penalty(theta);
        }

        @Override
        public Capability<Surface> slope() {
            return plain.slope().map(same -> this);
        }

        @Override
        public Capability<LossFunction> loss() {
            return plain.loss().map(loss -> theta -> loss.at(moved(theta)) + penalty(theta));
        }

        @Override
        public Capability<GaussNewton> curvature() {
            return plain.curvature().map(Decayed::new);
        }

        @Override
        public Capability<Regression> regression(int washOut) {
            return plain.regression(washOut);
        }
    }

    /** A curvature with that of the decay, {@code lambda I} on the weights; the squares are of the loss alone. */
    private final class Decayed implements GaussNewton {
        private final GaussNewton plain;

        Decayed(GaussNewton plain) {
            this.plain = plain;
        }

        @Override
        public void product(Buffer direction, double structural, Buffer product) {
            plain.product(direction, structural, product);
            if (decay > 0) {
                backend.times(decay, weights, direction, 1, product);
            }
        }

        @Override
        public void gradientSquares(Buffer gradient, Buffer squares) {
            plain.gradientSquares(gradient, squares);
        }
    }

    private Buffer moved(Buffer theta) {
        if (noise == 0) {
            return theta;
        }
        backend.copy(theta, moved);
        backend.times(noise, weights, drawn, 1, moved);
        return moved;
    }

    private double penalty(Buffer theta) {
        if (decay == 0) {
            return 0;
        }
        backend.times(1, weights, theta, 0, moved);
        return decay / 2 * backend.dot(moved, theta);
    }
}
