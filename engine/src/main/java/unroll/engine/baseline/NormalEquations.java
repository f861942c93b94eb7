package unroll.engine.baseline;

import java.util.Arrays;

/**
 * The normal equations of a ridge regression, gathered sample by sample: {@code (X'X + ridge) W = X'Y}.
 *
 * <p>X is {@code [samples][features]}, its first column the constant 1; Y is {@code [samples][outputs]}. A row of
 * {@code [X Y]} is kept until four are there, and then added to the upper triangle of {@code X' [X Y]}.
 */
public final class NormalEquations {
    private static final int GATHERED = 4;

    /** Of a sum of 1e4 to 1e5 products in double: what is left of a feature below this share of it is rounding. */
    private static final double NOISE = 1e-13;

    private final int features;
    private final int outputs;
    private final int width;
    private final double[] products;
    private final double[] samples;
    private int waiting;

    /** Of samples with so many features, the constant among them, and outputs. */
    public NormalEquations(int features, int outputs) {
        this.features = features;
        this.outputs = outputs;
        width = features + outputs;
        products = new double[features * width];
        samples = new double[GATHERED * width];
    }

    /** Adds one sample that counts {@code weight} times, whose outputs are those of {@code y} from {@code y0} on. */
    public void add(double weight, double[] x, double[] y, int y0) {
        int at = waiting * width;
        System.arraycopy(x, 0, samples, at, features);
        System.arraycopy(y, y0, samples, at + features, outputs);
        if (weight != 1) {
            double scale = Math.sqrt(weight);
            for (int i = at; i < at + width; i++) {
                samples[i] *= scale;
            }
        }
        if (++waiting == GATHERED) {
            flush();
        }
    }

    /** Those of the same samples without some, which were added to both. */
    NormalEquations without(NormalEquations some) {
        flush();
        some.flush();
        NormalEquations rest = new NormalEquations(features, outputs);
        for (int i = 0; i < products.length; i++) {
            rest.products[i] = products[i] - some.products[i];
        }
        return rest;
    }

    /**
     * The squared error {@code sum (x'W - y)^2} of coefficients on these samples, less {@code sum y^2}, which does not depend on them.
     *
     * @param coefficients W, {@code [features][outputs]}
     */
    double error(double[] coefficients) {
        flush();
        double error = 0;
        for (int i = 0; i < features; i++) {
            for (int o = 0; o < outputs; o++) {
                double sum = products[i * width + i] * coefficients[i * outputs + o]
                        - 2 * products[i * width + features + o];
                for (int j = i + 1; j < features; j++) {
                    sum += 2 * products[i * width + j] * coefficients[j * outputs + o];
                }
                error += coefficients[i * outputs + o] * sum;
            }
        }
        return error;
    }

    private void flush() {
        for (int i = 0; i < features; i++) {
            Rows.addFour(
                    samples[i],
                    samples[width + i],
                    samples[2 * width + i],
                    samples[3 * width + i],
                    samples,
                    i,
                    width,
                    products,
                    i * width + i,
                    width - i);
        }
        Arrays.fill(samples, 0);
        waiting = 0;
    }

    /**
     * The coefficients {@code [features][outputs]}; the sums are overwritten.
     *
     * @param ridge added to the diagonal, except for the constant's
     */
    public double[] solve(double ridge) {
        flush();
        if (!(products[0] > 0)) {
            throw new IllegalArgumentException("no step of the training batch counts");
        }
        for (int i = 1; i < features; i++) {
            products[i * width + i] += ridge;
        }
        eliminate();
        double[] solution = new double[features * outputs];
        for (int i = features - 1; i >= 0; i--) {
            int row = i * width;
            int at = i * outputs;
            System.arraycopy(products, row + features, solution, at, outputs);
            for (int j = i + 1; j < features; j++) {
                Rows.add(-products[row + j], solution, j * outputs, solution, at, outputs);
            }
            for (int o = at; o < at + outputs; o++) {
                solution[o] /= products[row + i];
            }
        }
        return solution;
    }

    /** Cholesky's factor R of the left side, row by row in its place; the right side becomes {@code R'^-1 X'Y} with it. */
    private void eliminate() {
        double[] diagonal = new double[features];
        Arrays.setAll(diagonal, k -> products[k * width + k]);
        for (int k = 0; k < features; k++) {
            int row = k * width;
            double pivot = products[row + k];
            if (!(pivot > NOISE * diagonal[k])) { // all of it follows from the features before: it counts nothing
                Arrays.fill(products, row + k + 1, row + width, 0);
                products[row + k] = 1;
                continue;
            }
            double root = Math.sqrt(pivot);
            for (int j = k; j < width; j++) {
                products[row + j] /= root;
            }
            for (int i = k + 1; i < features; i++) {
                Rows.add(-products[row + i], products, row + i, products, i * width + i, width - i);
            }
        }
    }
}
