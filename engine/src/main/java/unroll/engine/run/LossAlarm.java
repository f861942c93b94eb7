package unroll.engine.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.record.TrainingCurves;
import unroll.engine.setting.Decimal;

/** Notices that a run has lost all that it had reached, while its numbers are still finite. */
final class LossAlarm {
    /** A loss above so many times that of the first network is no bad batch any more. */
    private static final double FAR = 10;

    private final boolean loss;

    private double first = Double.NaN;
    private double best = Double.POSITIVE_INFINITY;
    private long bestUpdate;
    private Optional<String> words = Optional.empty();

    /**
     * Knows the updates of these curves.
     *
     * @param loss whether what they show falls while the network learns; else there is nothing to notice
     */
    LossAlarm(TrainingCurves curves, boolean loss) {
        this.loss = loss;
        for (int i = 0; i < curves.size(); i++) {
            add(curves.update(i), curves.train(i));
        }
    }

    /** The training loss with which an update began. */
    void add(long update, double value) {
        if (Double.isNaN(first)) {
            first = value;
        }
        if (value < best) {
            best = value;
            bestUpdate = update;
        }
        if (value <= first) {
            words = Optional.empty();
        } else if (loss && words.isEmpty() && first > 0 && value > FAR * first) {
            words = Optional.of(String.format(
                    Locale.ROOT,
                    "At update %,d the training loss is %s, more than ten times that of the first network; its best"
                            + " was %s, at update %,d. Go back there, then lower the learning rate or clip the"
                            + " gradient.",
                    update,
                    figures(value),
                    figures(best),
                    bestUpdate));
        }
    }

    /** Three figures, as people write them: 8.4 and 30,800. */
    private static String figures(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double round = new BigDecimal(value).round(new MathContext(3)).doubleValue();
        return round >= 1000 && round < 1e9 ? String.format(Locale.ROOT, "%,.0f", round) : Decimal.text(round);
    }

    /** What people must know, from the update on at which it happened until the loss is below that of the first network again. */
    Optional<String> words() {
        return words;
    }
}
