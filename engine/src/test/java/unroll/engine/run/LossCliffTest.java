package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsJson;

/** One logistic unit h = sigma(w h + b) from 1/2 that is to be 0.7 after 50 steps: its training held to the same in plain loops. */
class LossCliffTest {
    private static final double RATE = 0.2;

    private static Experiment from(double w, double b, double clip) {
        Experiment cliff = Examples.smallNetworks().stream()
                .filter(one -> one.name().equals("A cliff in the loss"))
                .findFirst()
                .orElseThrow();
        return SettingsJson.with(
                cliff,
                Map.of(
                        "initialisation.values.W_hh", "" + w,
                        "initialisation.values.b_h", "" + b,
                        "optimiser.clip", "" + clip));
    }

    /** The loss and its derivatives by w and b, forward: d_t = h (1 - h) (w d_t-1 + what w or b is multiplied by). */
    private static double[] slope(double w, double b) {
        double h = 0.5;
        double byW = 0;
        double byB = 0;
        for (int t = 0; t < 50; t++) {
            double next = 1 / (1 + Math.exp(-w * h - b));
            byW = next * (1 - next) * (w * byW + h);
            byB = next * (1 - next) * (w * byB + 1);
            h = next;
        }
        return new double[] {(h - 0.7) * (h - 0.7) / 2, (h - 0.7) * byW, (h - 0.7) * byB};
    }

    /** Where plain loops get to, and how steep it ever was on the way. */
    private static double[] descended(double w, double b, double clip, int updates) {
        double steepest = 0;
        double x = w;
        double y = b;
        for (int i = 0; i < updates; i++) {
            double[] slope = slope(x, y);
            double size = Math.hypot(slope[1], slope[2]);
            double factor = clip > 0 && size > clip ? clip / size : 1;
            steepest = Math.max(steepest, size);
            x -= RATE * factor * slope[1];
            y -= RATE * factor * slope[2];
        }
        return new double[] {x, y, slope(x, y)[0], steepest};
    }

    private static double[] trained(double w, double b, double clip, int updates) {
        try (Training training = new Training(from(w, b, clip))) {
            for (int i = 0; i < updates; i++) {
                training.advance();
            }
            double[] theta = training.backend().read(training.theta());
            var layout = training.model().layout();
            return new double[] {
                theta[layout.slot("W_hh").offset()], theta[layout.slot("b_h").offset()], training.test()[0]
            };
        }
    }

    @Test
    void the_loss_leaps_from_one_side_of_the_cliff_to_the_other() {
        assertThat(trained(6, -3.001, 0, 0)[2])
                .isCloseTo(0.198, within(5e-4))
                .isCloseTo(slope(6, -3.001)[0], within(1e-12));
        assertThat(trained(6, -2.999, 0, 0)[2])
                .isCloseTo(0.026, within(5e-4))
                .isCloseTo(slope(6, -2.999)[0], within(1e-12));
        assertThat(slope(6, -3)[2]).as("slope at the edge").isCloseTo(-6.376e7, within(1e4));
    }

    /** Beyond the wall rounding decides; up to it the paths agree. */
    @Test
    void training_creeps_down_the_valley_as_plain_loops_do() {
        for (double clip : new double[] {0, 1}) {
            double[] expected = descended(6, -2.95, clip, 200);
            double[] found = trained(6, -2.95, clip, 200);
            assertThat(found).containsExactly(new double[] {expected[0], expected[1], expected[2]}, within(1e-9));
            assertThat(expected[3]).isLessThan(1);
        }
    }

    @Test
    void with_its_gradient_cut_at_1_it_lands_from_every_start() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            double[] end = trained(6, -2.95 + 0.02 * (random.nextDouble() - 0.5), 1, 1000);
            assertThat(end[2]).isLessThan(1e-5);
        }
    }

    @Test
    void of_many_starts_without_clipping_many_are_lost() {
        Random random = new Random(2);
        int lost = 0;
        int met = 0;
        for (int i = 0; i < 300; i++) {
            double[] end = descended(6, -2.95 + 0.02 * (random.nextDouble() - 0.5), 0, 4000);
            lost += end[2] > 0.01 ? 1 : 0;
            met += end[3] > 1 ? 1 : 0;
        }
        // 60 % of 1,000 starts; the deviation of a share of 300 is 2.8 %
        assertThat(lost / 300.0).isBetween(0.5, 0.7);
        assertThat(met).isGreaterThan(290);
        int engine = 0;
        for (int i = 0; i < 20; i++) {
            engine += trained(6, -2.95 + 0.02 * (random.nextDouble() - 0.5), 0, 4000)[2] > 0.01 ? 1 : 0;
        }
        assertThat(engine).isBetween(6, 18);
    }
}
