package unroll.engine.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

/**
 * Predicts linearly from the last {@code order} inputs and a constant, fit by ridge regression.
 *
 * <p>The features of step t are {@code [1, input_t, input_(t-1), ..., input_(t-order+1)]}; before the first step the
 * first input is repeated. The constant is not shrunk.
 */
public final class LinearAutoregression implements Baseline {
    /** Among which the ridge is chosen, against hundreds to thousands of standardised rows. */
    private static final double[] CHOICE = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000};

    /** What is taken where there are too few steps to choose by. */
    private static final double UNCHOSEN = 1;

    private static final int FOLDS = 5;

    private final int order;
    /** What it is chosen among; one where it is given. */
    private final double[] ridges;

    private final Loss loss;
    private int inputs = -1;
    /** {@code [features][outputs]}. */
    private double[] coefficients = {};

    /**
     * A regression not fit yet.
     *
     * @param order how many inputs it looks back on, at least 1
     * @param ridge what is added to the diagonal of the normal equations, positive, in squared units of the input
     * @param loss what judges the predictions: they are clipped to the values that its output units can have
     */
    public LinearAutoregression(int order, double ridge, Loss loss) {
        this(order, new double[] {ridge}, loss);
    }

    /**
     * A regression not fit yet, whose ridge will be chosen by cross-validation: each of five parts of the training steps, in the order
     * of time, is predicted from the others.
     */
    public LinearAutoregression(int order, Loss loss) {
        this(order, CHOICE, loss);
    }

    private LinearAutoregression(int order, double[] ridges, Loss loss) {
        if (order < 1 || !Arrays.stream(ridges).allMatch(ridge -> ridge > 0)) {
            throw new IllegalArgumentException(
                    "order " + order + " and ridge " + Arrays.toString(ridges) + " must be positive");
        }
        this.order = order;
        this.ridges = ridges;
        this.loss = loss;
    }

    @Override
    public String name() {
        return "linear AR" + order;
    }

    @Override
    public void fit(Batch training) {
        inputs = training.inputs();
        if (ridges.length == 1) {
            coefficients = gathered(training, (t, b) -> true).solve(ridges[0]);
            return;
        }
        Folds folds = new Folds(training);
        List<NormalEquations> parts = IntStream.range(0, folds.steps() < FOLDS ? 0 : FOLDS)
                .mapToObj(part -> gathered(training, (t, b) -> folds.part(t, b, FOLDS) == part))
                .toList();
        NormalEquations all = gathered(training, (t, b) -> true);
        coefficients = all.solve(chosen(all, parts));
    }

    /** Of the constant and then of the last input and those before, {@code [1 + order I][O]}. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Which steps are meant. */
    private interface Steps {
        boolean hold(int t, int b);
    }

    /** The equations of some of the steps that count. */
    private NormalEquations gathered(Batch training, Steps some) {
        double[] features = new double[1 + order * inputs];
        NormalEquations equations = new NormalEquations(features.length, training.outputs());
        for (int b = 0; b < training.sequences(); b++) {
            for (int t = 0; t < training.steps(); t++) {
                double weight = training.weight()[training.weightAt(t, b)];
                if (weight > 0 && some.hold(t, b)) {
                    fillFeatures(training, t, b, features);
                    equations.add(weight, features, training.target(), training.targetAt(t, b));
                }
            }
        }
        return equations;
    }

    /** The ridge with which the parts are predicted best from the others. */
    private double chosen(NormalEquations all, List<NormalEquations> parts) {
        double chosen = UNCHOSEN;
        double least = Double.POSITIVE_INFINITY;
        for (double ridge : parts.isEmpty() ? new double[0] : ridges) {
            double error = 0;
            for (NormalEquations part : parts) {
                error += part.error(all.without(part).solve(ridge));
            }
            if (error < least) {
                least = error;
                chosen = ridge;
            }
        }
        return chosen;
    }

    private void fillFeatures(Batch batch, int t, int b, double[] features) {
        features[0] = 1;
        for (int lag = 0; lag < order; lag++) {
            int at = batch.inputAt(Math.max(0, t - lag), b);
            System.arraycopy(batch.input(), at, features, 1 + lag * inputs, inputs);
        }
    }

    @Override
    public double[] predict(Batch batch) {
        int outputs = batch.outputs();
        double[] features = new double[1 + order * inputs];
        if (batch.inputs() != inputs || coefficients.length != features.length * outputs) {
            throw new IllegalStateException("fit to another shape than " + batch.inputs() + " to " + outputs);
        }
        double[] predictions = new double[batch.target().length];
        double[] sum = new double[outputs];
        for (int b = 0; b < batch.sequences(); b++) {
            for (int t = 0; t < batch.steps(); t++) {
                fillFeatures(batch, t, b, features);
                Arrays.fill(sum, 0);
                for (int f = 0; f < features.length; f++) {
                    Rows.add(features[f], coefficients, f * outputs, sum, 0, outputs);
                }
                System.arraycopy(sum, 0, predictions, batch.targetAt(t, b), outputs);
            }
        }
        return OutputRange.enforce(loss, predictions, outputs);
    }
}
