package unroll.engine.objective;

import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.model.Layout;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * An objective with weight decay and weight noise: {@code f(theta + sigma noise) + lambda / 2 |W|^2}, where the noise is that of
 * the drawn update.
 */
public final class Regularised implements Objective {
    private final Objective objective;
    private final Part whole;
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
    public Regularised(Objective objective, Layout layout, Regularisation settings, long seed) {
        this.objective = objective;
        whole = new Part(objective);
        this.seed = seed;
        backend = objective.backend();
        decay = settings.weightDecay();
        noise = settings.weightNoise();
        random = new Philox(seed, Purpose.WEIGHT_NOISE);
        weights = backend.allocate(1, layout.size());
        drawn = backend.allocate(1, layout.size());
        moved = backend.allocate(1, layout.size());
        numbers = new double[layout.size()];
        for (Layout.Slot slot : layout.slots()) {
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
    public Regression regression(int washOut) {
        return objective.regression(washOut);
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
    public int sequences() {
        return objective.sequences();
    }

    @Override
    public Objective part(int sequences) {
        return new Part(objective.part(sequences));
    }

    @Override
    public Optional<String> curvatureObstacle() {
        return objective.curvatureObstacle();
    }

    @Override
    public double value(Buffer theta) {
        return whole.value(theta);
    }

    @Override
    public double gradient(Buffer theta, Buffer gradient) {
        return whole.gradient(theta, gradient);
    }

    /** Of the loss alone. */
    @Override
    public void gradientSquares(Buffer gradient, Buffer squares) {
        objective.gradientSquares(gradient, squares);
    }

    @Override
    public void curvature(Buffer direction, double structural, Buffer product) {
        whole.curvature(direction, structural, product);
    }

    /** Some of the sequences, or all, with the same decay and the same noise. */
    private final class Part implements Objective {
        private final Objective heard;

        Part(Objective heard) {
            this.heard = heard;
        }

        @Override
        public int dimension() {
            return heard.dimension();
        }

        @Override
        public Backend backend() {
            return backend;
        }

        @Override
        public int updatesPerBatch() {
            return heard.updatesPerBatch();
        }

        @Override
        public int sequences() {
            return heard.sequences();
        }

        @Override
        public Optional<String> curvatureObstacle() {
            return heard.curvatureObstacle();
        }

        @Override
        public void draw(long update) {
            Regularised.this.draw(update);
        }

        @Override
        public double value(Buffer theta) {
            return heard.value(moved(theta)) + penalty(theta);
        }

        @Override
        public double gradient(Buffer theta, Buffer gradient) {
            double value = heard.gradient(moved(theta), gradient);
            if (decay > 0) {
                backend.times(decay, weights, theta, 1, gradient);
            }
            return value + penalty(theta);
        }

        @Override
        public void gradientSquares(Buffer gradient, Buffer squares) {
            heard.gradientSquares(gradient, squares);
        }

        @Override
        public void curvature(Buffer direction, double structural, Buffer product) {
            heard.curvature(direction, structural, product);
            if (decay > 0) {
                backend.times(decay, weights, direction, 1, product);
            }
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
