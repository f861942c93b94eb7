package unroll.engine.optim;

import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Schedule;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) with schedules for b and c: {@code m = b m + (1 - b) g; s = c s + (1 - c) g g;
 * theta = theta - epsilon m / M / (sqrt(s / S) + delta)}, where {@code M = 1 - b^t} and {@code S = 1 - c^t} after t updates are what the
 * gradients weigh in the means, which begin with zeros.
 */
final class AdamMethod extends FirstOrderMethod {
    private final Adam settings;
    private final CarriedVector mean = carry("mean");
    private final CarriedVector squares = carry("squares");

    AdamMethod(Objective objective, Adam settings) {
        super(objective, settings.learningRate(), settings.keptGradient(), settings.clip());
        this.settings = settings;
    }

    @Override
    void propose(Buffer gradient, double share, long update, Buffer parameters) {
        shorten(gradient, share);
        double b = report().momentum();
        double c = settings.keptSquare().at(update);
        backend().copy(mean.now(), mean.next());
        backend().scale(b, mean.next());
        backend().addScaled(1 - b, gradient, mean.next());
        backend().copy(squares.now(), squares.next());
        backend().times(1 - c, gradient, gradient, c, squares.next());
        // (m / M) / (sqrt(s / S) + delta) = sqrt(S) / M m / (sqrt(s) + sqrt(S) delta)
        double weight = weight(settings.keptGradient(), update);
        double root = Math.sqrt(weight(settings.keptSquare(), update));
        double along = -report().rate() * root / weight;
        backend().overRoot(along, mean.next(), squares.next(), root * settings.offset(), 1, parameters);
    }

    /** The weight of the gradients up to {@code update} in a running mean: 1 less the product of the shares kept at each. */
    private static double weight(Schedule kept, long update) {
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
}
