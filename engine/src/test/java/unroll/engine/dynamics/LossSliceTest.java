package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import unroll.engine.backend.Activation;
import unroll.engine.dynamics.LossSlice.Path;
import unroll.engine.dynamics.Portrait.Box;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.StandardRnn;
import unroll.engine.optim.GradientDescent;
import unroll.engine.problem.Predictor;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.Schedule;

/** The cliff: {@code h' = sigma(w h + b)} from 1/2, of which 0.7 is wanted after 50 steps. */
class LossSliceTest {
    /** Over w and b. */
    private static BatchLoss cliff() {
        Predictor predictor = Nets.predictor(new StandardRnn(1, Activation.LOGISTIC), 1, 1, Loss.SQUARED);
        Layout layout = predictor.layout();
        double[] theta = new double[layout.size()];
        Nets.put(theta, layout, "W_oh", 1);
        Nets.put(theta, layout, "h_0", 0.5);
        Batch batch = new Batch(50, 1, 1, 1);
        batch.target()[49] = 0.7;
        batch.weight()[49] = 1;
        return new BatchLoss(predictor, batch, theta, new double[][] {
            BatchLoss.along(layout.slot("W_hh").offset(), layout.size()),
            BatchLoss.along(layout.slot("b_h").offset(), layout.size())
        });
    }

    /** Forwards, as its recursion is. */
    private static double[] direct(double w, double b) {
        double h = 0.5;
        double dw = 0;
        double db = 0;
        for (int t = 0; t < 50; t++) {
            double next = 1 / (1 + Math.exp(-(w * h + b)));
            double slope = next * (1 - next);
            dw = slope * (h + w * dw);
            db = slope * (1 + w * db);
            h = next;
        }
        return new double[] {(h - 0.7) * (h - 0.7) / 2, (h - 0.7) * dw, (h - 0.7) * db};
    }

    @Test
    void the_map_has_the_loss_of_every_place() {
        LossSlice slice = LossSlice.of(cliff(), new Box(4, 8, -4, -2), 9, 21, share -> {});
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 21; j++) {
                if (i != 4 || j != 10) { // on the wall itself rounding decides
                    assertThat(slice.values()[i][j]).isCloseTo(direct(4 + i / 2.0, -4 + j / 10.0)[0], within(1e-6));
                }
            }
        }
        assertThat(slice.values()[4][9]).isCloseTo(0.2045, within(1e-2));
        assertThat(slice.values()[4][11]).isCloseTo(0.0286, within(1e-3));
    }

    @Test
    void the_wall_is_steep() {
        BatchLoss loss = cliff();
        assertThat(loss.value(6, -3.001)).isCloseTo(0.198065, within(1e-6));
        assertThat(loss.value(6, -2.999)).isCloseTo(0.0263095, within(1e-7));
        assertThat(loss.gradient(6, -3)[1]).isCloseTo(-6.37621e7, within(1e3));
        assertThat(loss.gradient(6, -3)[0]).isCloseTo(-3.18811e7, within(1e3));
        assertThat(loss.gradient(5, -2.9))
                .containsExactly(new double[] {direct(5, -2.9)[1], direct(5, -2.9)[2]}, within(1e-12));
        double[] profile = LossSlice.profile(cliff(), 0, 6, 4);
        assertThat(profile[1]).isCloseTo(direct(2, 0)[0], within(1e-12));
    }

    private static double last(Path path) {
        return path.loss()[path.updates() - 1];
    }

    @Test
    void a_clipped_descent_gets_there_and_of_others_many_are_thrown_off() {
        GradientDescent clipped = new GradientDescent(Schedule.constant(0.2), Schedule.constant(1));
        GradientDescent plain = new GradientDescent(Schedule.constant(0.2), Schedule.constant(0));
        int lost = 0;
        for (int i = 0; i < 8; i++) {
            double b = -2.96 + 0.0025 * i;
            Path path = LossSlice.descend(cliff(), clipped, 6, b, 1000, share -> {});
            assertThat(last(path)).isLessThan(1e-5);
            assertThat(path.x()[path.updates()]).isCloseTo(4.187, within(2e-3));
            assertThat(path.y()[path.updates()]).isCloseTo(-2.081, within(2e-3));
            lost += last(LossSlice.descend(cliff(), plain, 6, b, 1000, share -> {})) > 0.01 ? 1 : 0;
        }
        assertThat(lost).isGreaterThan(2);
    }

    @Test
    void the_first_update_is_that_of_the_method() {
        Path path = LossSlice.descend(
                cliff(), new GradientDescent(Schedule.constant(0.2), Schedule.constant(0)), 6, -2.95, 3, share -> {});
        assertThat(path.x()[1]).isCloseTo(6 - 0.2 * direct(6, -2.95)[1], within(1e-12));
        assertThat(path.y()[1]).isCloseTo(-2.95 - 0.2 * direct(6, -2.95)[2], within(1e-12));
        assertThat(path.gradient()[0]).isCloseTo(0.0310995, within(1e-7));
        assertThat(path.finite()).isTrue();
    }

    @Test
    void what_is_no_plane_is_refused() {
        assertThatThrownBy(() -> LossSlice.of(cliff(), new Box(1, 0, 0, 1), 3, 3, share -> {}))
                .hasMessageContaining("smaller to a larger");
        assertThatThrownBy(() -> new BatchLoss(
                        Nets.predictor(new StandardRnn(1, Activation.TANH), 1, 1, Loss.SQUARED),
                        new Batch(1, 1, 1, 1),
                        new double[2],
                        new double[1][2]))
                .hasMessageContaining("6 parameters");
    }
}
