package unroll.engine.optim;

import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Schedule;

/**
 * Divides each parameter's step by the root of its own mean squared gradient:
 * {@code m = b m + (1 - b) g; s = c s + (1 - c) g g; theta = theta - epsilon m / (sqrt(s) + delta)}.
 */
final class AdaptiveMethod implements Optimiser {
    private final Backend backend;
    private final Schedule rate;
    private final Schedule clip;
    private final Averages averages;
    private final Buffer mean;
    private final Buffer squares;
    private final Buffer gradient;
    private final Buffer nextMean;
    private final Buffer nextSquares;
    private final Map<String, Buffer> state;
    private final Step report = new Step();

    /**
     * How the gradients are averaged.
     *
     * @param mean b: what is kept of the mean gradient; always 0 where that is the newest gradient
     * @param squares c: what is kept of the mean square
     * @param delta added to the root
     * @param corrected whether there is a mean gradient, and both are divided by the weight that their gradients have so far,
     *     {@code 1 - b^t} and {@code 1 - c^t} after t of them, because they begin with zeros
     */
    record Averages(Schedule mean, Schedule squares, double delta, boolean corrected) {}

    AdaptiveMethod(Objective objective, Schedule rate, Schedule clip, Averages averages) {
        backend = objective.backend();
        this.rate = rate;
        this.clip = clip;
        this.averages = averages;
        int dimension = objective.dimension();
        mean = backend.allocate(1, dimension);
        squares = backend.allocate(1, dimension);
        gradient = backend.allocate(1, dimension);
        nextMean = backend.allocate(1, dimension);
        nextSquares = backend.allocate(1, dimension);
        state = averages.corrected ? Map.of("mean", mean, "squares", squares) : Map.of("squares", squares);
    }

    @Override
    public Step step(Objective objective, Buffer theta, long update) {
        double longest = clip.at(update);
        objective.draw(update);
        double loss = objective.gradient(theta, gradient);
        double norm = Math.sqrt(backend.dot(gradient, gradient));
        boolean clipped = longest > 0 && norm > longest;
        report.set(loss, norm, rate.at(update), averages.mean.at(update), clipped);
        if (report.finite()) {
            if (clipped) {
                backend.scale(longest / norm, gradient);
            }
            average(update);
            move(theta, update);
        }
        return report;
    }

    private void average(long update) {
        double b = averages.mean.at(update);
        backend.copy(mean, nextMean);
        backend.scale(b, nextMean);
        backend.addScaled(1 - b, gradient, nextMean);
        double c = averages.squares.at(update);
        backend.copy(squares, nextSquares);
        backend.times(1 - c, gradient, gradient, c, nextSquares);
    }

    /**
     * {@code (m / M) / (sqrt(s / S) + delta) = sqrt(S) / M m / (sqrt(s) + sqrt(S) delta)} with the weights M and S, unless that
     * leaves the numbers: then all stays as it is.
     */
    private void move(Buffer theta, long update) {
        double weight = averages.corrected ? weight(averages.mean, update) : 1;
        double root = averages.corrected ? Math.sqrt(weight(averages.squares, update)) : 1;
        backend.copy(theta, gradient); // the gradient has done its work
        backend.overRoot(-rate.at(update) * root / weight, nextMean, nextSquares, root * averages.delta, 1, gradient);
        if (isFinite(nextMean) && isFinite(nextSquares) && isFinite(gradient)) {
            backend.copy(nextMean, mean);
            backend.copy(nextSquares, squares);
            backend.copy(gradient, theta);
        } else {
            report.refuse();
        }
    }

    /** What the gradients up to {@code update} weigh in a mean that kept so much at each: 1 less the product of all kept. */
    static double weight(Schedule kept, long update) {
        double product = 1;
        for (int i = 0; i < kept.pieces().size(); i++) {
            Schedule.Piece piece = kept.pieces().get(i);
            boolean last = i + 1 == kept.pieces().size();
            long end = Math.min(
                    update + 1, last ? Long.MAX_VALUE : kept.pieces().get(i + 1).from());
            product *= Math.pow(piece.value(), (double) Math.max(0, end - piece.from()));
        }
        return 1 - product;
    }

    private boolean isFinite(Buffer x) {
        return Double.isFinite(backend.dot(x, x));
    }

    @Override
    public Map<String, Buffer> state() {
        return state;
    }
}
