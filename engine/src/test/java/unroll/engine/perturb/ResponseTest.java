package unroll.engine.perturb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.DeepRnn;
import unroll.engine.model.Designed;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Gru;
import unroll.engine.model.Layout;
import unroll.engine.model.LinearAutoregressive;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.setting.SettingsException;

class ResponseTest {
    private static final int STEPS = 12;

    /** A network on a backend, in numbers or symbols. */
    record Case(ModelSettings model, Backend backend, boolean symbols) {
        NetworkOnASequence network() {
            return new NetworkOnASequence(backend, model, STEPS, symbols, 0.7);
        }

        @Override
        public String toString() {
            return model + (symbols ? " symbols, " : ", ") + backend.description();
        }
    }

    /** All models on all backends; of sizes, too, at which products of whole sequences take other ways than those of a step. */
    static Stream<Case> nets() {
        List<ModelSettings> models = new ArrayList<>(EveryModel.SMALL);
        models.add(new StandardRnn(33, Activation.TANH));
        models.add(new StandardLstm(17));
        models.add(new Gru(1));
        return models.stream()
                .flatMap(model -> Stream.of(
                                new ReferenceBackend(),
                                CpuBackend.of(Precision.SINGLE),
                                CpuBackend.of(Precision.DOUBLE))
                        .map(backend -> new Case(model, backend, false)));
    }

    static Stream<Case> netsWithUnits() {
        return nets().filter(net -> !(net.model() instanceof LinearAutoregressive));
    }

    /** One of each kind that a network of numbers can bear, all from step 5 on at the earliest. */
    private static List<Perturbation> all(NetworkOnASequence network) {
        List<Perturbation> all = new ArrayList<>(List.of(new Pulse(2, 6, 0.8), new HeldInput(3, 7, 3, -0.4)));
        if (network.units() > 0) {
            all.add(new HeldUnit(network.units(), 8, 3, 0.25));
            all.add(new StateNoise(6, 2, 0.1, 3));
            Subject.of(network.net)
                    .gates()
                    .forEach(gate -> all.add(new HeldGate(gate.name(), gate.width(), 7, 2, 0.5)));
        }
        return all;
    }

    // Nothing, and causality

    @ParameterizedTest
    @MethodSource("nets")
    void withoutPerturbationTheTrajectoriesAreTheSameToTheLastBit(Case net) {
        Response response = net.network().to();
        assertThat(response.disturbed()).usingRecursiveComparison().isEqualTo(response.undisturbed());
        assertThat(response.first()).isEmpty();
        assertThat(response.states()).containsOnly(0);
        assertThat(response.outputs()).containsOnly(0);
        assertThat(response.growth()).isEqualTo(Growth.Unknown.NO_DIFFERENCE);
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theUndisturbedTrajectoryIsTheOneWithoutPerturbation(Case net) {
        NetworkOnASequence network = net.network();
        assertThat(network.to(all(network)).undisturbed())
                .usingRecursiveComparison()
                .isEqualTo(network.to().undisturbed());
        assertThat(network.to().disturbed())
                .as("and afterwards nothing is left of it")
                .usingRecursiveComparison()
                .isEqualTo(network.to().undisturbed());
    }

    @ParameterizedTest
    @MethodSource("nets")
    void nothingDiffersBeforeTheFirstPerturbedStep(Case net) {
        NetworkOnASequence network = net.network();
        for (Perturbation perturbation : all(network)) {
            Response response = network.to(perturbation);
            int first = perturbation.steps().from();
            for (int t = 0; t < first; t++) {
                assertThat(response.disturbed().state()[t])
                        .isEqualTo(response.undisturbed().state()[t]);
                assertThat(response.disturbed().hidden()[t])
                        .isEqualTo(response.undisturbed().hidden()[t]);
                assertThat(response.disturbed().output()[t])
                        .isEqualTo(response.undisturbed().output()[t]);
            }
            assertThat(response.first()).as("%s", perturbation).hasValue(first);
        }
    }

    // Inputs

    @ParameterizedTest
    @MethodSource("nets")
    void perturbedInputsAreThoseThatAnotherSequenceWouldHaveHad(Case net) {
        NetworkOnASequence network = net.network();
        double[] others = network.inputs.clone();
        others[5 * NetworkOnASequence.INPUTS + 1] += 0.5;
        for (int t = 6; t < 9; t++) {
            others[t * NetworkOnASequence.INPUTS + 2] = -0.25;
        }
        Response response = network.to(new Pulse(2, 6, 0.5), new HeldInput(3, 7, 3, -0.25));
        Trajectory direct = network.on(others);
        if (net.backend().precision() == Precision.DOUBLE) {
            assertThat(response.disturbed()).usingRecursiveComparison().isEqualTo(direct);
        } else { // the pulse is added to the input after it was rounded, and not before
            assertThat(response.disturbed().output()[11][0]).isCloseTo(direct.output()[11][0], within(1e-4));
        }
    }

    @Test
    void anotherSymbolIsHeardInPlaceOfTheOneThatWasGiven() {
        NetworkOnASequence network =
                new NetworkOnASequence(new ReferenceBackend(), new StandardRnn(5, Activation.TANH), STEPS, true, 0.7);
        double[] others = network.inputs.clone();
        others[4] = (others[4] + 1) % NetworkOnASequence.INPUTS;
        Response response = network.to(new HeldSymbol((int) others[4] + 1, 5, 1));
        assertThat(response.disturbed()).usingRecursiveComparison().isEqualTo(network.on(others));
        assertThat(response.first()).hasValue(4);
    }

    // Units

    @ParameterizedTest
    @MethodSource("netsWithUnits")
    void aHeldUnitIsExactlyTheValueWhateverElseHappens(Case net) {
        NetworkOnASequence network = net.network();
        int unit = network.units() / 2;
        List<Perturbation> both = List.of(new HeldUnit(unit + 1, 4, 3, 0.3125), new StateNoise(1, STEPS, 0.2, 1));
        for (List<Perturbation> order : List.of(both, both.reversed())) {
            Response response = network.to(order);
            for (int t = 0; t < STEPS; t++) {
                if (t >= 3 && t < 6) {
                    assertThat(response.disturbed().hidden()[t][unit]).isEqualTo(0.3125);
                } else {
                    assertThat(response.disturbed().hidden()[t][unit]).isNotEqualTo(0.3125);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("netsWithUnits")
    void aLesionIsTheSameNetworkWithoutTheUnitsOutgoingWeights(Case net) {
        NetworkOnASequence network = net.network();
        for (int unit = 0; unit < Math.min(network.units(), 4); unit++) {
            network.set(network.theta);
            Response lesion = network.to(new Lesion(unit + 1));
            network.set(withoutOutgoing(net.model(), network, unit));
            Trajectory cut = network.to().undisturbed();
            for (int t = 0; t < STEPS; t++) {
                assertThat(lesion.disturbed().output()[t]).as("step %d", t).isEqualTo(cut.output()[t]);
                double[] others = cut.hidden()[t].clone();
                others[unit] = 0;
                assertThat(lesion.disturbed().hidden()[t]).isEqualTo(others);
            }
            if (network.units() > 1) {
                network.set(withoutOutgoing(net.model(), network, (unit + 1) % network.units()));
                double[][] other = network.to().undisturbed().output();
                assertThat(Arrays.deepEquals(other, lesion.disturbed().output()))
                        .as("without the weights of another unit it is another network")
                        .isFalse();
            }
        }
    }

    /** Where each model's shown units lead: columns of these matrices; those of a stack lie below each other. */
    private static double[] withoutOutgoing(ModelSettings model, NetworkOnASequence network, int unit) {
        Map<String, Integer> layers = model instanceof DeepRnn deep ? Map.of("W_hh", deep.layers()) : Map.of();
        double[] cut = network.theta.clone();
        for (String name : outgoing(model, network.layout)) {
            Layout.Slot slot = network.layout.slots().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            int rows = slot.rows();
            int from = layers.containsKey(name) ? rows - rows / layers.get(name) : 0; // the uppermost layer is shown
            for (int row = from; row < rows; row++) {
                cut[slot.offset() + row * slot.columns() + unit] = 0;
            }
        }
        return cut;
    }

    private static List<String> outgoing(ModelSettings model, Layout layout) {
        return switch (model.getClass().getSimpleName()) {
            case "StandardRnn", "TensorRnn", "DeepRnn", "EchoState" -> List.of("W_hh", "W_oh");
            case "StandardLstm", "Gru" -> List.of("W_h", "W_o");
            case "Designed" -> {
                Designed drawn = (Designed) model;
                String last = drawn.plan().orElseThrow().layers().getLast().name();
                String shown = drawn.shown().isEmpty() ? last : drawn.shown();
                yield layout.slots().stream()
                        .map(Layout.Slot::name)
                        .filter(name -> name.matches("W_\\w+_" + shown + "(@\\d+)?"))
                        .toList();
            }
            case "ThesisLstm" -> List.of("W_hh", "W_igh", "W_ih", "W_oh", "W_fh", "W_yh");
            case "MultiplicativeRnn" -> List.of("W_fh", "W_oh");
            case "SkipRnn" -> List.of("W_hh", "W_hs", "W_oh");
            case "EncoderDecoder" -> List.of("W_ee", "W_dd", "W_od");
            case "FeedForward" -> List.of("W_o");
            case "Autoencoder" -> List.of("W_4");
            case "TimeDelayNet", "Narx" -> List.of("W_oh");
            default -> throw new AssertionError("say where the units of " + model + " lead");
        };
    }

    // Noise

    @ParameterizedTest
    @MethodSource("netsWithUnits")
    void noiseOfTheSameSeedIsTheSameNoise(Case net) {
        NetworkOnASequence network = net.network();
        StateNoise noise = new StateNoise(5, 4, 0.1, 7);
        Response once = network.to(noise);
        assertThat(network.to(noise).disturbed()).usingRecursiveComparison().isEqualTo(once.disturbed());
        assertThat(network.to(new StateNoise(5, 4, 0.1, 8)).disturbed().state()[4])
                .isNotEqualTo(once.disturbed().state()[4]);
    }

    @Test
    void noiseOfAStepDoesNotDependOnWhichOtherStepsHaveSome() {
        NetworkOnASequence network = new NetworkOnASequence(
                new ReferenceBackend(), new StandardRnn(5, Activation.LINEAR), STEPS, false, 0.3);
        network.set(new double[network.theta.length]); // no weights: the state is the noise
        double[][] all = network.to(new StateNoise(1, STEPS, 1, 7)).disturbed().state();
        double[][] some = network.to(new StateNoise(7, 2, 1, 7)).disturbed().state();
        assertThat(some[6]).isEqualTo(all[6]).isNotEqualTo(all[7]);
        assertThat(some[5]).containsOnly(0);
    }

    /** Without weights the state is the noise alone, whose mean square is a chi square over its degrees of freedom. */
    @Test
    void noiseHasTheDeviationThatItIsSaidToHave() {
        int units = 200;
        NetworkOnASequence network = new NetworkOnASequence(
                new ReferenceBackend(), new StandardRnn(units, Activation.LINEAR), STEPS, false, 0);
        double[] states = network.to(new StateNoise(1, STEPS, 0.5, 2)).states();
        double sum = 0;
        for (double d : states) {
            sum += d * d;
        }
        double freedom = (double) units * STEPS;
        assertThat(sum / freedom / 0.25).isCloseTo(1, within(5 * Math.sqrt(2 / freedom)));
    }

    // Weights

    @ParameterizedTest
    @MethodSource("nets")
    void heldWeightsAreThoseOfANetworkThatHasThem(Case net) {
        NetworkOnASequence network = net.network();
        Trajectory before = network.to().undisturbed();
        for (Layout.Slot part : network.layout.parts()) {
            int row = part.rows() - 1;
            int column = part.columns() / 2;
            Response response = network.to(
                    new HeldWeight(part.name(), row + 1, column + 1, 0.375), new HeldWeight(part.name(), 1, 1, -0.25));
            double[] other = network.theta.clone();
            other[part.offset() + row * part.columns() + column] = 0.375;
            other[part.offset()] = -0.25;
            network.set(other);
            Trajectory direct = network.on(network.inputs);
            network.set(network.theta);
            assertThat(response.disturbed())
                    .as("%s", part.name())
                    .usingRecursiveComparison()
                    .isEqualTo(direct);
            assertThat(network.to().undisturbed())
                    .as("and afterwards nothing is left of it")
                    .usingRecursiveComparison()
                    .isEqualTo(before);
        }
    }

    // Gates

    /** With f = 1, i = 0 and o = 1 by force a memory stays what it is, and the output is its tanh. */
    @Test
    void gatesThatAreHeldOpenKeepAMemory() {
        NetworkOnASequence network =
                new NetworkOnASequence(new ReferenceBackend(), new StandardLstm(3), STEPS, false, 0.7);
        Response response =
                network.to(new HeldGate("f", 2, 6, 4, 1), new HeldGate("i", 2, 6, 4, 0), new HeldGate("o", 2, 6, 4, 1));
        double[][] hidden = response.disturbed().hidden();
        for (int t = 6; t < 9; t++) {
            assertThat(hidden[t][1]).isEqualTo(hidden[5][1]);
        }
        assertThat(hidden[9][1]).isNotEqualTo(hidden[5][1]);
        assertThat(response.first()).hasValue(5);
        Response memory = network.to(new HeldGate("c", 2, 6, 1, 0.5), new HeldGate("o", 2, 6, 1, 1));
        assertThat(memory.disturbed().hidden()[5][1]).isEqualTo(Math.tanh(0.5));
    }

    @Test
    void aLowerLayerIsHeldToo() {
        NetworkOnASequence network = new NetworkOnASequence(
                new ReferenceBackend(), new DeepRnn(3, 2, false, Activation.TANH), STEPS, false, 0.7);
        Response response = network.to(new HeldGate("h1", 2, 4, 1, 0.5));
        assertThat(response.first()).hasValue(3);
        assertThat(response.disturbed().hidden()[3])
                .isNotEqualTo(response.undisturbed().hidden()[3]);
    }

    // Refusals

    @Test
    void whatANetworkDoesNotHaveIsRefusedWithAReason() {
        NetworkOnASequence numbers = new NetworkOnASequence(new ReferenceBackend(), new Gru(4), STEPS, false, 0.7);
        refused(numbers, new Pulse(4, 1, 1), "There is no input 4; this network has 3.");
        refused(numbers, new Lesion(5), "There is no unit 5; this network has 4.");
        refused(numbers, new HeldWeight("W_xy", 1, 1, 1), "There is no part W_xy; this network has ");
        String first = numbers.layout.parts().getFirst().name();
        refused(numbers, new HeldWeight(first, 100, 1, 1), "There is no row 100; " + first + " has ");
        refused(numbers, new HeldWeight(first, 1, 100, 1), "There is no column 100; " + first + " has ");
        refused(numbers, new HeldUnit(1, 13, 1, 1), "There is no step 13; the sequence has 12.");
        refused(numbers, new HeldSymbol(1, 1, 1), "receives numbers");
        refused(numbers, new HeldGate("f", 1, 1, 1, 1), "There is no gate f; this network has nv, r, nh, n, z, h.");
        refused(numbers, new HeldGate("r", 5, 1, 1, 1), "There is no cell 5; r has 4.");
        NetworkOnASequence symbols = new NetworkOnASequence(new ReferenceBackend(), new Gru(4), STEPS, true, 0.7);
        refused(symbols, new Pulse(1, 1, 1), "receives symbols");
        refused(symbols, new HeldSymbol(4, 1, 1), "There is no symbol 4");
        NetworkOnASequence linear =
                new NetworkOnASequence(new ReferenceBackend(), new LinearAutoregressive(2), STEPS, false, 0.7);
        refused(linear, new Lesion(1), "no hidden units");
        refused(linear, new StateNoise(1, 1, 1, 1), "no hidden units");
        assertThat(numbers.to().first()).as("what was refused does nothing").isEmpty();
    }

    private static void refused(NetworkOnASequence network, Perturbation perturbation, String... words) {
        assertThatThrownBy(() -> network.to(perturbation))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(words);
    }

    @Test
    void whatIsNoPerturbationCannotBeMade() {
        List<UnaryOperator<Object>> wrong = List.of(
                none -> new Pulse(0, 1, 1),
                none -> new Pulse(1, 0, 1),
                none -> new Pulse(1, 1, Double.NaN),
                none -> new HeldInput(1, 1, 1, Double.POSITIVE_INFINITY),
                none -> new HeldUnit(1, 0, 3, 0),
                none -> new HeldGate("f", 0, 1, 1, 1),
                none -> new HeldWeight("W_hh", 0, 1, 1),
                none -> new HeldWeight("W_hh", 1, 1, Double.NaN),
                none -> new StateNoise(1, 1, 0, 1),
                none -> new StateNoise(1, 1, Double.NaN, 1));
        for (UnaryOperator<Object> making : wrong) {
            assertThatThrownBy(() -> making.apply(none())).isInstanceOf(SettingsException.class);
        }
        assertThatThrownBy(() -> new Steps(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Steps(-2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Object none() {
        return "";
    }
}
