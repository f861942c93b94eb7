package unroll.engine.dynamics;

import java.util.Arrays;
import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Predictor;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.task.Appearance;
import unroll.engine.task.Signature;

/** Networks whose dynamics are known, and random ones. */
final class Nets {
    private Nets() {}

    /** What a network receives and predicts, without a task. */
    record Numbers(int inputs, boolean symbols, int outputs, int steps, Loss loss) implements Signature {
        @Override
        public Appearance appearance() {
            return new Appearance.Picture(1, inputs);
        }
    }

    static Predictor predictor(ModelSettings settings, int inputs, int outputs, Loss loss) {
        return Predictor.of(new Numbers(inputs, false, outputs, 10, loss), settings);
    }

    /** Gaussian parameters. */
    static double[] random(Layout layout, double deviation, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] theta = new double[layout.size()];
        Arrays.setAll(theta, i -> deviation * random.gaussian());
        return theta;
    }

    /** {@code h' = f(W h + b)} with an input and an output for each unit that it does not use, and h_0 of {@code first}. */
    static NetworkMap autonomous(Activation f, double[][] w, double[] b, double... first) {
        int n = w.length;
        Predictor predictor = predictor(new StandardRnn(n, f), 1, 1, Loss.SQUARED);
        double[] theta = new double[predictor.layout().size()];
        put(
                theta,
                predictor.layout(),
                "W_hh",
                Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray());
        put(theta, predictor.layout(), "b_h", b);
        put(theta, predictor.layout(), "h_0", first);
        return new NetworkMap(predictor, theta, new InputMode.Held(new double[1]));
    }

    static void put(double[] theta, Layout layout, String name, double... numbers) {
        System.arraycopy(numbers, 0, theta, layout.slot(name).offset(), numbers.length);
    }

    static double[][] rotation(double size, double angle) {
        return new double[][] {
            {size * Math.cos(angle), -size * Math.sin(angle)}, {size * Math.sin(angle), size * Math.cos(angle)}
        };
    }

    /** A matrix with {@code factor} on its diagonal. */
    static double[][] diagonal(int n, double factor) {
        double[][] w = new double[n][n];
        for (int i = 0; i < n; i++) {
            w[i][i] = factor;
        }
        return w;
    }

    /** Gaussian elements of variance {@code radius^2 / n}. */
    static double[][] gaussian(int n, double radius, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[][] w = new double[n][n];
        for (double[] row : w) {
            Arrays.setAll(row, j -> radius / Math.sqrt(n) * random.gaussian());
        }
        return w;
    }
}
