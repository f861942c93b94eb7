package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.model.TensorRnn;
import unroll.engine.model.ThesisLstm;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/**
 * Holds the engine to vectors that another system computed in float64 by automatic differentiation, every element to 1e-9
 * relative: on the reference backend and on the processor's in double.
 */
@DisplayName("Reference vectors")
public class ReferenceVectorsTest {
    private static final double TOLERANCE = 1e-9;

    /** The vectors that come with the sources; each kind has one there, to plant a fault in. */
    private static final String COPY = "../engine/src/test/resources/reference";

    @TestFactory
    Stream<DynamicTest> every_file_agrees_on_every_double_backend() throws IOException {
        return agreed(List.of(
                new ReferenceBackend(),
                CpuBackend.of(Precision.DOUBLE),
                CpuBackend.plain(Precision.DOUBLE, "asked for by the test")));
    }

    /** A test for each file on each of some backends, whose numbers are double. */
    public static Stream<DynamicTest> agreed(List<Backend> backends) throws IOException {
        return files().stream()
                .flatMap(file -> backends.stream()
                        .map(backend -> DynamicTest.dynamicTest(
                                file.getFileName() + " on " + backend.description(),
                                () -> check(read(file), backend))));
    }

    @Test
    void a_parameter_that_is_off_by_a_millionth_is_noticed() throws IOException {
        JsonObject vector = read(first("rnn_"));
        JsonArray row =
                vector.getAsJsonObject("params").getAsJsonArray("W_hh").get(0).getAsJsonArray();
        row.set(0, new com.google.gson.JsonPrimitive(row.get(0).getAsDouble() * (1 + 1e-6)));
        assertThatThrownBy(() -> check(vector, new ReferenceBackend())).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_logit_that_is_off_by_a_millionth_is_noticed() throws IOException {
        JsonObject vector = read(first("ctc_"));
        new CtcVector(vector).check();
        JsonArray row = vector.getAsJsonArray("preactivation").get(0).getAsJsonArray();
        row.set(0, new com.google.gson.JsonPrimitive(row.get(0).getAsDouble() * (1 + 1e-6)));
        assertThatThrownBy(() -> new CtcVector(vector).check()).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_unknown_name_is_refused() throws IOException {
        JsonObject vector = read(files().getFirst());
        vector.addProperty("name", "something_else");
        assertThatThrownBy(() -> check(vector, new ReferenceBackend())).hasMessageContaining("something_else");
    }

    private static void check(JsonObject vector, Backend backend) {
        String name = vector.get("name").getAsString();
        if (Network.knows(name)) {
            new Network(vector, backend).check();
        } else if (name.startsWith("ctc_")) {
            new CtcVector(vector).check();
        } else {
            throw new AssertionError("the test does not know the reference vector " + name);
        }
    }

    private static Path first(String kind) throws IOException {
        return files(Path.of(COPY)).stream()
                .filter(file -> file.getFileName().toString().startsWith(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reference vector is named " + kind));
    }

    private static List<Path> files() throws IOException {
        return files(Path.of(System.getProperty("reference.dir", COPY)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(files).as("reference vectors in %s", folder).isNotEmpty();
            return files;
        }
    }

    private static JsonObject read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    /** A network of a vector on a backend. */
    private static final class Network {
        private final JsonObject vector;
        private final Backend backend;
        private final Model model;
        private final Parameters parameters;
        private final Rollout rollout;
        private final int sequences;

        Network(JsonObject vector, Backend backend) {
            this.vector = vector;
            this.backend = backend;
            double[] inputs = numbers(vector.get("inputs"));
            double[] targets = numbers(vector.get("targets"));
            int steps = vector.get("T").getAsInt();
            sequences = vector.get("B").getAsInt();
            model = settings().model(inputs.length / (steps * sequences), targets.length / (steps * sequences));
            parameters = Parameters.of(model.layout(), backend);
            write("params", parameters.value());
            write("direction", parameters.direction());
            Loss loss = Loss.valueOf(vector.get("loss_kind").getAsString().toUpperCase(Locale.ROOT));
            rollout = new Rollout(
                    backend,
                    model,
                    StepCriterion.of(loss),
                    parameters,
                    new Rollout.Shape(steps, sequences, inputs.length / (steps * sequences), false));
            rollout.load(inputs, targets, weights(numbers(vector.get("mask")), sequences));
        }

        static boolean knows(String name) {
            return Stream.of("rnn_", "mrnn_", "tensor_rnn_", "standard_lstm_", "thesis_lstm_")
                    .anyMatch(name::startsWith);
        }

        private ModelSettings settings() {
            String name = vector.get("name").getAsString();
            if (name.startsWith("standard_lstm_")) {
                return new StandardLstm(size("h_0"));
            }
            if (name.startsWith("thesis_lstm_")) {
                return new ThesisLstm(size("h_0"), size("m_0"));
            }
            if (name.startsWith("mrnn_")) {
                return new MultiplicativeRnn(size("h_0"), size("W_fv"), activation());
            }
            return name.startsWith("tensor_rnn_")
                    ? new TensorRnn(size("h_0"), activation())
                    : new StandardRnn(size("h_0"), activation());
        }

        private int size(String parameter) {
            return vector.getAsJsonObject("params").getAsJsonArray(parameter).size();
        }

        private Activation activation() {
            String hidden = vector.get("hidden").getAsString();
            return switch (hidden) {
                case "tanh" -> Activation.TANH;
                case "sigmoid" -> Activation.LOGISTIC;
                case "linear" -> Activation.LINEAR;
                case "relu" -> Activation.RELU;
                default -> throw new AssertionError("unknown hidden units " + hidden);
            };
        }

        void check() {
            double scale = 1.0 / sequences;
            double loss = rollout.gradient(scale);
            same("loss", new double[] {loss}, new double[] {vector.get("loss").getAsDouble()});
            same(
                    "output_preactivation",
                    backend.read(rollout.output().value()),
                    numbers(vector.get("output_preactivation")));
            same("gradient", backend.read(parameters.gradient()), flat("gradient"));
            rollout.gaussNewton(scale, 0);
            same(
                    "R_output_preactivation",
                    backend.read(rollout.output().tangent()),
                    numbers(vector.get("R_output_preactivation")));
            same("gauss_newton_product", backend.read(parameters.gradient()), flat("gauss_newton_product"));
            if (!vector.has("damped_gauss_newton_product")) {
                return; // the vector has no structural damping
            }
            double lambda = vector.get("lambda_").getAsDouble();
            rollout.gaussNewton(scale, scale * lambda * vector.get("mu").getAsDouble());
            backend.addScaled(lambda, parameters.direction(), parameters.gradient());
            same(
                    "damped_gauss_newton_product",
                    backend.read(parameters.gradient()),
                    flat("damped_gauss_newton_product"));
        }

        private void write(String member, Buffer to) {
            backend.write(flat(member), 0, to);
        }

        private double[] flat(String member) {
            JsonObject tensors = vector.getAsJsonObject(member);
            assertThat(tensors.keySet())
                    .containsExactlyInAnyOrderElementsOf(model.layout().slots().stream()
                            .map(Layout.Slot::name)
                            .toList());
            double[] flat = new double[model.layout().size()];
            for (Layout.Slot slot : model.layout().slots()) {
                double[] numbers = numbers(tensors.get(slot.name()));
                System.arraycopy(numbers, 0, flat, slot.offset(), slot.size());
            }
            return flat;
        }
    }

    private static double[] weights(double[] mask, int sequences) {
        double[] weights = new double[mask.length * sequences];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = mask[i / sequences];
        }
        return weights;
    }

    /** Every element to the tolerance, relative to its size or, for small ones, to a thousandth of the largest. */
    static void same(String what, double[] actual, double[] expected) {
        assertThat(actual).as("size of %s", what).hasSameSizeAs(expected);
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            double scale = Math.max(Math.abs(expected[i]), 1e-3 * largest);
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s[%d]: %s instead of %s", what, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(TOLERANCE * scale);
        }
    }

    static double[] numbers(JsonElement tree) {
        List<Double> numbers = new ArrayList<>();
        collect(tree, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonElement tree, List<Double> numbers) {
        if (tree.isJsonArray()) {
            tree.getAsJsonArray().forEach(element -> collect(element, numbers));
        } else {
            numbers.add(tree.getAsDouble());
        }
    }
}
