package unroll.engine.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class PartitionFunctionTest {
    private final Backend backend = CpuBackend.of(Precision.SINGLE);

    /** Twenty machines that are told apart by their biases alone. */
    private static final int MACHINES = 20;

    private record Machines(double[] weights, double[] hiddenBias, double[] visibleBias) {
        static Machines of(int hidden, int visible, double scale) {
            Philox random = new Philox(5, Purpose.INITIALISATION);
            return new Machines(
                    normal(random, hidden * visible, scale),
                    normal(random, MACHINES * hidden, 1),
                    normal(random, MACHINES * visible, 1));
        }

        private static double[] normal(Philox random, int count, double scale) {
            double[] numbers = new double[count];
            Arrays.setAll(numbers, i -> (float) (scale * random.gaussian()));
            return numbers;
        }
    }

    private static double[] exact(VisibleUnits units, Machines machines, int hidden, int visible) {
        Enumeration sums = new Enumeration(units, machines.weights, hidden, visible);
        double[] exact = new double[MACHINES];
        Arrays.setAll(
                exact, m -> sums.logPartition(machines.hiddenBias, m * hidden, machines.visibleBias, m * visible));
        return exact;
    }

    private AnnealedImportance.Estimate sampled(
            VisibleUnits units, Machines machines, int hidden, int visible, int temperatures) {
        Buffer weights = backend.allocate(hidden, visible);
        backend.write(machines.weights, 0, weights);
        return new AnnealedImportance(backend, units, weights, MACHINES, 20, temperatures)
                .of(machines.hiddenBias, machines.visibleBias, machines.visibleBias, 3, 0);
    }

    @Test
    void enumeration_agrees_with_the_reference() throws IOException {
        JsonObject vector = JsonParser.parseString(
                        Files.readString(Path.of("src/test/resources/boltzmann/rbm_exact.json")))
                .getAsJsonObject();
        JsonObject params = vector.getAsJsonObject("params");
        double[] bias = numbers(params.getAsJsonArray("b_h"));
        double[] visible = numbers(params.getAsJsonArray("b_v"));
        double[] weights = StreamSupport.stream(params.getAsJsonArray("W").spliterator(), false)
                .flatMapToDouble(row -> Arrays.stream(numbers(row.getAsJsonArray())))
                .toArray();
        double found = new Enumeration(VisibleUnits.BINARY, weights, bias.length, visible.length)
                .logPartition(bias, 0, visible, 0);
        assertThat(found).isCloseTo(vector.get("log_partition").getAsDouble(), within(1e-10));
    }

    private static double[] numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(number -> number.getAsDouble())
                .toArray();
    }

    /** Both layers can be summed over: the sums are the same. */
    @Test
    void it_does_not_matter_which_layer_is_summed_over() {
        Machines machines = Machines.of(6, 9, 1);
        double[] transposed = new double[54];
        for (int j = 0; j < 6; j++) {
            for (int i = 0; i < 9; i++) {
                transposed[i * 6 + j] = machines.weights[j * 9 + i];
            }
        }
        double one = new Enumeration(VisibleUnits.BINARY, machines.weights, 6, 9)
                .logPartition(machines.hiddenBias, 6, machines.visibleBias, 9);
        double other = new Enumeration(VisibleUnits.BINARY, transposed, 9, 6)
                .logPartition(machines.visibleBias, 9, machines.hiddenBias, 6);
        assertThat(other).isCloseTo(one, within(1e-12));
    }

    @ParameterizedTest(name = "{0}, {1} hidden and {2} visible units, weights of {3}")
    @CsvSource({"BINARY,12,88,0.5", "BINARY,12,30,1", "GAUSSIAN,10,20,0.3"})
    void sampling_lies_within_its_error_bars_of_enumeration(VisibleUnits units, int hidden, int visible, double scale) {
        Machines machines = Machines.of(hidden, visible, scale);
        double[] exact = exact(units, machines, hidden, visible);
        AnnealedImportance.Estimate estimate = sampled(units, machines, hidden, visible, 300);
        double squares = 0;
        double mean = 0;
        for (int m = 0; m < MACHINES; m++) {
            double off = estimate.logPartition()[m] - exact[m];
            assertThat(off)
                    .as("machine %d", m)
                    .isBetween(-5 * estimate.error()[m] - 0.05, 5 * estimate.error()[m] + 0.05);
            mean += off / MACHINES;
            squares += off * off / (estimate.error()[m] * estimate.error()[m]) / MACHINES;
        }
        assertThat(Math.abs(mean)).isLessThan(0.1);
        assertThat(squares).as("mean square in standard errors").isLessThan(3);
    }

    /** What a model is flattered by: too few temperatures give a partition function that is too small. */
    @Test
    void few_temperatures_give_too_little_on_average_and_more_come_closer() {
        Machines machines = Machines.of(12, 88, 1.5);
        double[] exact = exact(VisibleUnits.BINARY, machines, 12, 88);
        double few = mean(sampled(VisibleUnits.BINARY, machines, 12, 88, 10).logPartition(), exact);
        double many = mean(sampled(VisibleUnits.BINARY, machines, 12, 88, 300).logPartition(), exact);
        assertThat(few).isLessThan(-0.5);
        assertThat(many).isBetween(-0.2, 0.2);
    }

    private static double mean(double[] found, double[] exact) {
        double sum = 0;
        for (int m = 0; m < MACHINES; m++) {
            sum += found[m] - exact[m];
        }
        return sum / MACHINES;
    }

    @Test
    void machines_are_drawn_by_their_numbers_whoever_else_is_drawn_with_them() {
        Machines machines = Machines.of(5, 8, 1);
        Buffer weights = backend.allocate(5, 8);
        backend.write(machines.weights, 0, weights);
        double[] all = new AnnealedImportance(backend, VisibleUnits.BINARY, weights, MACHINES, 4, 20)
                .of(machines.hiddenBias, machines.visibleBias, machines.visibleBias, 3, 0)
                .logPartition();
        double[] last = new AnnealedImportance(backend, VisibleUnits.BINARY, weights, 1, 4, 20)
                .of(
                        Arrays.copyOfRange(machines.hiddenBias, 19 * 5, 20 * 5),
                        Arrays.copyOfRange(machines.visibleBias, 19 * 8, 20 * 8),
                        Arrays.copyOfRange(machines.visibleBias, 19 * 8, 20 * 8),
                        3,
                        19)
                .logPartition();
        assertThat(last[0]).isCloseTo(all[19], within(1e-4));
    }
}
