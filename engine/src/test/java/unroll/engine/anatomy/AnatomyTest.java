package unroll.engine.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.Designed;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Layout.Slot;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.model.TensorRnn;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** Holds what a network is taken apart into to what the engine computed, and the shares of its weights to the gradient. */
class AnatomyTest {
    private static final Backend BACKEND = new ReferenceBackend();
    private static final int STEPS = 6;

    /** Sums of some tens of products of numbers of size 1, in another order. */
    private static final double ROUNDING = 1e-12;

    static List<ModelSettings> models() {
        return EveryModel.SMALL;
    }

    private static Rollout net(ModelSettings settings, Loss loss, int inputs, int outputs, double... theta) {
        Model model = settings.model(inputs, outputs);
        Parameters parameters = Parameters.of(model.layout(), BACKEND);
        Philox random = new Philox(4, Purpose.SAMPLING);
        double[] numbers = theta.clone();
        if (theta.length == 0) {
            numbers = new double[model.layout().size()];
            Arrays.setAll(numbers, i -> 0.5 * random.gaussian());
        }
        BACKEND.write(numbers, 0, parameters.value());
        Rollout.Shape shape = new Rollout.Shape(STEPS, 1, inputs, false).withInputGradients();
        return new Rollout(BACKEND, model, StepCriterion.of(loss), parameters, shape);
    }

    private static Rollout swept(Rollout net) {
        Philox random = new Philox(8, Purpose.SAMPLING);
        double[] inputs = new double[STEPS * net.input().width()];
        Arrays.setAll(inputs, i -> random.gaussian());
        double[] targets = new double[STEPS * net.output().width()];
        Arrays.setAll(targets, i -> random.gaussian());
        double[] weights = new double[STEPS];
        Arrays.fill(weights, net.begin(), STEPS, 1);
        net.load(inputs, targets, weights);
        net.gradient(1);
        return net;
    }

    private static double f(String function, double sum, double[] all) {
        return switch (function) {
            case "" -> sum;
            case "tanh" -> Math.tanh(sum);
            case "\u03c3" -> 1 / (1 + Math.exp(-sum));
            case "relu" -> Math.max(0, sum);
            case "softmax" -> Math.exp(sum) / Arrays.stream(all).map(Math::exp).sum();
            default -> throw new AssertionError(function);
        };
    }

    /** Every number that has a whole formula is what its formula says. */
    private static int held(Anatomy anatomy) {
        int held = 0;
        for (UnitGroup group : anatomy.parts()) {
            Formula formula = group.formula();
            if (formula.given() || !formula.whole()) {
                continue;
            }
            for (int t = group.begin(); t < anatomy.steps(); t++) {
                double[] sums = new double[group.shown()];
                for (int j = 0; j < sums.length; j++) {
                    sums[j] = formula.sum(j, t);
                }
                for (int j = 0; j < sums.length; j++) {
                    assertThat(f(formula.function(), sums[j], sums))
                            .as(group.symbol() + (j + 1) + " at step " + t)
                            .isCloseTo(group.values()[t][j], within(ROUNDING));
                    double value = group.values()[t][j];
                    formula.result(sums[j])
                            .ifPresent(result -> assertThat(result).isCloseTo(value, within(ROUNDING)));
                    held++;
                }
            }
        }
        return held;
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_arithmetic_of_every_unit_gives_what_the_engine_computed(ModelSettings settings) {
        Rollout net = swept(net(settings, Loss.SOFTMAX, 2, 3));
        Anatomy anatomy = Dissector.of(net, Wires.of(net), 24);
        assertThat(anatomy.layers()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(held(anatomy)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("models")
    void units_that_are_not_shown_add_what_they_did(ModelSettings settings) {
        Rollout net = swept(net(settings, Loss.SQUARED, 2, 3));
        Anatomy anatomy = Dissector.of(net, Wires.of(net), 1);
        assertThat(anatomy.parts()).allSatisfy(part -> assertThat(part.shown()).isOne());
        assertThat(held(anatomy)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_shares_of_every_weight_add_up_to_its_gradient(ModelSettings settings) {
        Rollout net = swept(net(settings, Loss.SQUARED, 2, 3));
        Wires wires = Wires.of(net);
        for (Slot slot : Shares.slots(wires)) {
            for (int row = 0; row < slot.rows(); row++) {
                for (int column = 0; column < slot.columns(); column++) {
                    Shares shares = Shares.of(net, wires, slot, row, column);
                    double size = Arrays.stream(shares.shares()).map(Math::abs).sum();
                    if (slot.fixed()) {
                        continue; // no gradient is collected for it
                    }
                    assertThat(shares.sums()[STEPS - 1])
                            .as(slot.name() + " " + row + " " + column)
                            .isCloseTo(shares.gradient(), within(ROUNDING * (1 + size)));
                }
            }
        }
    }

    @Test
    void a_weight_that_is_used_twice_has_the_sum_of_both_shares() {
        // h_2 = w (w h_0 + v_1) with w = 1/2, h_0 = v_1 = 1 and target 1: e w h_0 and e h_1, e = -1/4
        Rollout net = net(new StandardRnn(1, Activation.LINEAR), Loss.SQUARED, 1, 1, 1, 0.5, 1, 0, 0, 1);
        net.load(new double[] {1, 0, 0, 0, 0, 0}, new double[] {0, 1, 0, 0, 0, 0}, new double[] {0, 1, 0, 0, 0, 0});
        net.gradient(1);
        Slot w = net.parameters().layout().slot("W_hh");
        Shares shares = Shares.of(net, Wires.of(net), w, 0, 0);
        assertThat(shares.shares()).containsExactly(-0.125, -0.375);
        assertThat(shares.sums()).containsExactly(-0.125, -0.5);
        assertThat(shares.gradient()).isEqualTo(-0.5);
        assertThat(shares.weight()).isEqualTo(0.5);
    }

    @Test
    void names_are_those_of_the_parameters() {
        assertThat(symbols(new StandardRnn(2, Activation.TANH))).containsExactly("v", "h", "y");
        assertThat(symbols(new Designed("c: linear 1, d: logistic 2", "v > c, c > c @1, c > d, d > o", "")))
                .containsExactly("v", "c", "d", "y");
        Rollout net = swept(net(new StandardLstm(2), Loss.SQUARED, 2, 1));
        Anatomy anatomy = Dissector.of(net, Wires.of(net), 24);
        UnitLayer cells = anatomy.layers().get(1);
        assertThat(cells.within().stream().map(part -> anatomy.parts().get(part).symbol()))
                .containsExactlyInAnyOrder("i", "f", "g", "o", "c", "tanh c");
        assertThat(anatomy.units(cells).symbol()).isEqualTo("h");
    }

    private static List<String> symbols(ModelSettings settings) {
        Rollout net = swept(net(settings, Loss.SQUARED, 2, 1));
        Anatomy anatomy = Dissector.of(net, Wires.of(net), 24);
        return anatomy.layers().stream()
                .map(layer -> anatomy.units(layer).symbol())
                .toList();
    }

    @Test
    void what_is_no_sum_of_products_is_said_to_be_more() {
        Rollout net = swept(net(new TensorRnn(3, Activation.TANH), Loss.SQUARED, 2, 1));
        Anatomy anatomy = Dissector.of(net, Wires.of(net), 24);
        assertThat(anatomy.parts().stream().filter(part -> !part.formula().whole()))
                .hasSize(1);
    }

    // One cell that is written, keeps and is read

    private static final int WRITE = 1;
    private static final int READ = 102;
    private static final double NUMBER = 1.73;

    /** A cell with inputs x, write, keep and read; its output is 100 h. */
    private static Rollout cell() {
        double[] theta = {
            0,
            40,
            0,
            0,
            0,
            0,
            40,
            0,
            0.01,
            0,
            0,
            0,
            0,
            0,
            0,
            40, // W_x: i, f, g, o
            0,
            0,
            0,
            0, // W_h
            -20,
            -20,
            0,
            -20, // b
            100,
            0,
            0,
            0 // W_o, b_o, h_0, c_0
        };
        Model model = new StandardLstm(1).model(4, 1);
        Parameters parameters = Parameters.of(model.layout(), BACKEND);
        BACKEND.write(theta, 0, parameters.value());
        Rollout net = new Rollout(
                BACKEND,
                model,
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(READ + 1, 1, 4, false).withInputGradients());
        double[] inputs = new double[(READ + 1) * 4];
        for (int t = 0; t <= READ; t++) {
            inputs[4 * t] = t == WRITE ? NUMBER : Math.sin(t);
            inputs[4 * t + 1] = t == WRITE ? 1 : 0;
            inputs[4 * t + 2] = t == WRITE ? 0 : 1;
            inputs[4 * t + 3] = t == READ ? 1 : 0;
        }
        double[] weights = new double[READ + 1];
        weights[READ] = 1;
        net.load(inputs, new double[READ + 1], weights);
        return net;
    }

    private static UnitGroup part(Anatomy anatomy, String symbol) {
        return anatomy.parts().stream()
                .filter(part -> part.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_number_that_is_written_is_kept_for_a_hundred_steps_and_read() {
        Rollout net = cell();
        net.gradient(1);
        Anatomy anatomy = Dissector.of(net, Wires.of(net), 24);
        double[][] output = part(anatomy, "y").values();
        assertThat(output[READ][0]).isCloseTo(1.72965, within(5e-6));
        double written = Math.tanh(0.01 * NUMBER);
        for (int t = WRITE; t <= READ; t++) {
            assertThat(part(anatomy, "c").values()[t][0]).isCloseTo(written, within(3e-7 * written));
            assertThat(part(anatomy, "i").values()[t][0]).isCloseTo(t == WRITE ? 1 : 0, within(2.1e-9));
            assertThat(part(anatomy, "f").values()[t][0]).isCloseTo(t == WRITE ? 0 : 1, within(2.1e-9));
            if (t < READ) {
                assertThat(Math.abs(output[t][0])).as("shut at " + t).isBetween(3e-9, 4e-9);
            }
        }
        assertThat(part(anatomy, "c").errors()[WRITE][0] / part(anatomy, "c").errors()[READ][0])
                .as("what is left of an error after a hundred steps")
                .isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void machines_are_taken_apart_as_far_as_they_are_sums(ModelSettings settings) {
        Rollout net = net(settings, Loss.LOGISTIC, 3, 3);
        double[] bits = new double[STEPS * 3];
        Arrays.setAll(bits, i -> i % 2);
        double[] weights = new double[STEPS];
        Arrays.fill(weights, net.begin(), STEPS, 1);
        net.load(bits, bits, weights);
        net.gradient(1);
        Anatomy anatomy = Dissector.of(net, Wires.of(net), 24);
        assertThat(anatomy.layers()).isNotEmpty();
        held(anatomy);
    }

    static List<ModelSettings> machines() {
        return EveryModel.MACHINES;
    }
}
