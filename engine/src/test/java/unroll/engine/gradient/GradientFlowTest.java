package unroll.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** Holds norms of error signals and singular values of Jacobians to closed forms and to finite differences of the loss. */
class GradientFlowTest {
    private static final Backend BACKEND = new ReferenceBackend();
    private static final int STEPS = 6;

    static List<ModelSettings> models() {
        return EveryModel.SMALL;
    }

    /** A network over one sequence whose last step alone counts. */
    private static Rollout single(ModelSettings settings, double[] inputs, double deviation) {
        return single(settings, inputs, deviation, STEPS - 1);
    }

    /** One whose inputs tell its length, and of which the step {@code last} alone counts. */
    private static Rollout single(ModelSettings settings, double[] inputs, double deviation, int last) {
        int steps = inputs.length / 2;
        Model model = settings.model(2, 1);
        Parameters parameters = Parameters.of(model.layout(), BACKEND);
        Philox random = new Philox(4, Purpose.SAMPLING);
        double[] theta = new double[model.layout().size()];
        Arrays.setAll(theta, i -> deviation * random.gaussian());
        BACKEND.write(theta, 0, parameters.value());
        Rollout.Shape shape = new Rollout.Shape(steps, 1, 2, false).withInputGradients();
        Rollout rollout = new Rollout(BACKEND, model, StepCriterion.of(Loss.SQUARED), parameters, shape);
        double[] weights = new double[steps];
        weights[last] = 1;
        rollout.load(inputs, new double[steps], weights);
        return rollout;
    }

    private static double[] inputs() {
        Philox random = new Philox(8, Purpose.SAMPLING);
        double[] inputs = new double[STEPS * 2];
        Arrays.setAll(inputs, i -> random.gaussian());
        return inputs;
    }

    /** Without a non-linearity and with a scaled rotation for W_hh every Jacobian product is known. */
    @Test
    void a_scaled_rotation_stretches_all_errors_alike_step_after_step() {
        for (double scale : new double[] {0.5, 1, 1.5}) {
            Rollout rollout = single(new StandardRnn(2, Activation.LINEAR), inputs(), 0.5);
            double c = scale * Math.cos(0.7);
            double s = scale * Math.sin(0.7);
            BACKEND.write(
                    new double[] {c, -s, s, c},
                    0,
                    rollout.parameters().get("W_hh").value());
            GradientFlow flow = GradientFlow.of(rollout, true);
            assertThat(flow.steps()).containsExactly(0, 1, 2, 3, 4, 5);
            for (int t = 0; t < STEPS; t++) {
                double power = Math.pow(scale, STEPS - 1 - t);
                assertThat(flow.largest()[t]).isCloseTo(power, within(1e-12 * power));
                assertThat(flow.smallest()[t]).isCloseTo(power, within(1e-12 * power));
                assertThat(flow.error()[t]).isCloseTo(power * flow.error()[STEPS - 1], within(1e-12 * power));
            }
            assertThat(FlowWords.of(flow)).startsWith("After 5 steps back an error is ");
        }
    }

    /** {@code W_hh = Q diag(0.9, 1e-4) Q'} has the powers 0.9^k and 1e-4k; in a plain product the latter are lost from k = 4 on. */
    @Test
    void what_is_far_smaller_than_the_largest_is_measured_all_the_same() {
        Rollout rollout = single(new StandardRnn(2, Activation.LINEAR), inputs(), 0.5);
        symmetric(rollout, 1e-4);
        GradientFlow flow = GradientFlow.of(rollout, true);
        for (int t = 0; t < STEPS; t++) {
            int back = STEPS - 1 - t;
            double largest = Math.pow(0.9, back);
            double smallest = Math.pow(1e-4, back);
            assertThat(flow.largest()[t]).isCloseTo(largest, within(1e-14));
            // W_hh is rounded at 1e-16, a share of 1e-12 of its least eigenvalue
            assertThat(flow.smallest()[t]).isCloseTo(smallest, within(1e-11 * smallest));
            assertThat(GradientFlow.lost(flow.smallest()[t], flow.bounds()[t])).isFalse();
        }
        assertThat(FlowWords.of(flow))
                .isEqualTo("After 5 steps back an error is 1e-20 to 0.59 times itself: in some directions it lasts.");
    }

    /** An eigenvalue of 1e-17 is nothing beside one of 0.9 in the numbers of one matrix. */
    @Test
    void what_a_jacobian_itself_does_not_resolve_is_not_shown_as_a_measurement() {
        Rollout rollout = single(new StandardRnn(2, Activation.LINEAR), inputs(), 0.5);
        symmetric(rollout, 1e-17);
        GradientFlow flow = GradientFlow.of(rollout, true);
        for (int t = 0; t < STEPS; t++) {
            boolean lost = t < STEPS - 1;
            assertThat(GradientFlow.lost(flow.smallest()[t], flow.bounds()[t])).isEqualTo(lost);
            assertThat(flow.largest()[t]).isCloseTo(Math.pow(0.9, STEPS - 1 - t), within(1e-14));
            assertThat(flow.smallest()[t]).isBetween(lost ? 1e-17 : 1, lost ? 1e-14 : 1);
        }
        assertThat(FlowWords.of(flow)).contains("an error is less than ");
    }

    /** {@code Q diag(0.9, small) Q'}. */
    private static void symmetric(Rollout rollout, double small) {
        double c = Math.cos(0.7);
        double s = Math.sin(0.7);
        double off = (0.9 - small) * c * s;
        double[] w = {0.9 * c * c + small * s * s, off, off, 0.9 * s * s + small * c * c};
        BACKEND.write(w, 0, rollout.parameters().get("W_hh").value());
    }

    /** {@code ds_T/ds_t = sum_k ds_T/ds_t+k A_t+k,k}, multiplied out, over so few steps that nothing is lost. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void they_are_those_of_the_product_multiplied_out(ModelSettings settings) {
        Rollout rollout = single(settings, inputs(), 0.7);
        GradientFlow flow = GradientFlow.of(rollout, true);
        StepJacobian step = new StepJacobian(rollout);
        int n = step.size();
        DMatrixRMaj[] to = new DMatrixRMaj[STEPS];
        for (int t = STEPS - 1; n > 0 && t >= 0; t--) {
            to[t] = t == STEPS - 1 ? CommonOps_DDRM.identity(n) : new DMatrixRMaj(n, n);
            for (int k = 1; k <= step.lags() && t + k < STEPS; k++) {
                CommonOps_DDRM.multAdd(to[t + k], jacobian(step, t + k, k), to[t]);
            }
            var svd = DecompositionFactory_DDRM.svd(n, n, false, false, false);
            assertThat(svd.decompose(to[t].copy())).isTrue();
            double[] expected = svd.getSingularValues().clone();
            Arrays.sort(expected);
            double rounding = 1e-12 * Math.max(1, expected[n - 1]);
            assertThat(flow.largest()[t]).isCloseTo(expected[n - 1], within(rounding));
            assertThat(flow.middle()[t]).isCloseTo(expected[n / 2], within(rounding));
            assertThat(flow.smallest()[t]).isCloseTo(expected[0], within(rounding));
        }
    }

    private static DMatrixRMaj jacobian(StepJacobian step, int t, int lag) {
        DMatrixRMaj jacobian = new DMatrixRMaj(step.size(), step.size());
        List<StepJacobian.RowConsumer> rows = new ArrayList<>();
        for (int k = 1; k <= step.lags(); k++) {
            boolean wanted = k == lag;
            rows.add((i, row) -> {
                if (wanted) {
                    System.arraycopy(row, 0, jacobian.data, i * row.length, row.length);
                }
            });
        }
        step.rows(t, rows);
        return jacobian;
    }

    @ParameterizedTest(name = "answer at step {0}")
    @ValueSource(ints = {1, 3, 4})
    void steps_after_the_last_that_counts_are_no_part_of_the_way_back(int last) {
        double[] inputs = inputs();
        ModelSettings settings = new StandardRnn(5, Activation.TANH);
        GradientFlow padded = GradientFlow.of(single(settings, inputs, 0.7, last), true);
        double[] own = Arrays.copyOf(inputs, 2 * (last + 1));
        GradientFlow whole = GradientFlow.of(single(settings, own, 0.7, last), true);
        assertThat(padded.steps()).isEqualTo(whole.steps());
        assertThat(padded.largest()).isEqualTo(whole.largest());
        assertThat(padded.smallest()).isEqualTo(whole.smallest());
        assertThat(padded.error()).startsWith(whole.error()).hasSize(STEPS);
        assertThat(FlowWords.of(padded)).isEqualTo(FlowWords.of(whole));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void the_error_at_an_input_is_the_slope_of_the_loss_along_it(ModelSettings settings) {
        double[] inputs = inputs();
        GradientFlow flow = GradientFlow.of(single(settings, inputs, 0.7), true);
        double h = 1e-5;
        for (int t = 0; t < STEPS; t++) {
            double square = 0;
            for (int i = 2 * t; i < 2 * t + 2; i++) {
                double[] up = inputs.clone();
                double[] down = inputs.clone();
                up[i] += h;
                down[i] -= h;
                double slope = (single(settings, up, 0.7).value(1)
                                - single(settings, down, 0.7).value(1))
                        / (2 * h);
                square += slope * slope;
            }
            // truncation h^2 = 1e-10 and rounding 1e-16 / h = 1e-11 of numbers near 1
            assertThat(flow.input()[t]).isCloseTo(Math.sqrt(square), within(1e-8));
        }
    }

    /** No direction is stretched by more than the largest singular value, and none by less than the smallest. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void an_error_is_stretched_within_the_singular_values(ModelSettings settings) {
        Rollout rollout = single(settings, inputs(), 0.7);
        GradientFlow flow = GradientFlow.of(rollout, true);
        if (rollout.graph().states().isEmpty()) {
            assertThat(flow.largest())
                    .as("nothing is carried from step to step")
                    .isEmpty();
            return;
        }
        assertThat(flow.largest()[STEPS - 1]).isEqualTo(1);
        assertThat(flow.smallest()[STEPS - 1]).isEqualTo(1);
        for (int t = 0; t < STEPS; t++) {
            assertThat(flow.smallest()[t]).isBetween(0.0, flow.middle()[t]);
            assertThat(flow.middle()[t]).isLessThanOrEqualTo(flow.largest()[t]);
        }
        if (settings instanceof StandardRnn) { // its hidden state is its whole state
            for (int t = 0; t < STEPS; t++) {
                assertThat(flow.error()[t] / flow.error()[STEPS - 1])
                        .isBetween(flow.smallest()[t] * (1 - 1e-12), flow.largest()[t] * (1 + 1e-12));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void errors_alone_are_the_same_and_cost_no_jacobians(ModelSettings settings) {
        GradientFlow whole = GradientFlow.of(single(settings, inputs(), 0.7), true);
        GradientFlow alone = GradientFlow.of(single(settings, inputs(), 0.7), false);
        assertThat(alone.error()).isEqualTo(whole.error());
        assertThat(alone.input()).isEqualTo(whole.input());
        assertThat(alone.largest()).isEmpty();
        assertThat(alone.hasJacobians()).isFalse();
        assertThat(alone.jacobians())
                .isEqualTo(
                        whole.hasJacobians()
                                ? GradientFlow.JacobianStatus.NOT_REQUESTED
                                : GradientFlow.JacobianStatus.NO_STATE);
    }

    @Test
    void a_state_too_large_to_be_followed_is_said_to_be() {
        Model model = new StandardRnn(300, Activation.TANH).model(1, 1);
        Parameters parameters = Parameters.of(model.layout(), BACKEND);
        Rollout rollout = new Rollout(
                BACKEND, model, StepCriterion.of(Loss.SQUARED), parameters, new Rollout.Shape(100, 1, 1, true));
        GradientFlow flow = GradientFlow.of(rollout, true);
        assertThat(flow.jacobians()).isEqualTo(GradientFlow.JacobianStatus.TOO_LARGE);
        assertThat(flow.hasJacobians()).isFalse();
        assertThat(flow.error()).hasSize(100);
        assertThat(flow.input()).isEmpty();
    }
}
