package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.Gru;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.model.RandomNetwork;
import unroll.engine.model.RandomNetwork.NetworkSpec;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;

/** Whole networks by the kernels, compiled for the processor, beside the reference backend. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsTest {
    /** Some thousand roundings of 1e-16. */
    private static final double ROUNDING = 1e-12;

    private final CountingDevice device = new CountingDevice(HostDevice.of(Precision.DOUBLE));
    private final CudaBackend backend = new CudaBackend(device, Precision.DOUBLE, Products.EXACT);

    private static void agree(double rounding, double[] own, double[] plain) {
        double largest = Arrays.stream(plain).map(Math::abs).max().orElse(0);
        double worst = IntStream.range(0, plain.length)
                .mapToDouble(i -> Math.abs(own[i] - plain[i]))
                .max()
                .orElse(0);
        assertThat(own).hasSameSizeAs(plain);
        assertThat(worst).isLessThanOrEqualTo(rounding * Math.max(1, largest)); // which no NaN is
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unroll.engine.model.ModelLawsTest#cases")
    void loss_gradient_and_curvature_are_the_references(NetworkSpec c) {
        compare(c, ROUNDING);
    }

    private void compare(NetworkSpec c, double rounding) {
        RandomNetwork plain = new RandomNetwork(new ReferenceBackend(), c);
        RandomNetwork own = new RandomNetwork(backend, c);
        agree(rounding, new double[] {own.value(own.theta())}, new double[] {plain.value(plain.theta())});
        agree(rounding, own.gradient(), plain.gradient());
        double[] v = plain.random(plain.theta().length, 1);
        agree(rounding, own.gaussNewton(v, 0.3), plain.gaussNewton(v, 0.3));
    }

    /** Too many numbers for each block to read; few steps where random weights would multiply roundings. */
    static Stream<NetworkSpec> wide() {
        return Stream.of(
                new NetworkSpec(new StandardRnn(370, Activation.TANH), Loss.SQUARED, 4, 3, 2, 2, false, 1),
                new NetworkSpec(new StandardLstm(183), Loss.SOFTMAX, 4, 3, 2, 2, false, 1),
                new NetworkSpec(new Gru(211), Loss.SQUARED, 3, 70, 2, 2, false, 1),
                new NetworkSpec(new MultiplicativeRnn(263, 311, Activation.TANH), Loss.SQUARED, 2, 3, 5, 2, true, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wide")
    void all_blocks_together_find_what_the_reference_finds(NetworkSpec c) {
        device.launches().clear();
        compare(c, 10 * ROUNDING); // sums are longer
        assertThat(device.launches()).containsKey(Kernel.GRID).doesNotContainKey(Kernel.ROWS);
        assertThat(launches(c.model(), 5)).isEqualTo(launches(c.model(), 9));
    }

    @Test
    void a_loop_over_time_is_one_launch_however_long_it_is() {
        for (ModelSettings model : new ModelSettings[] {
            new StandardRnn(5, Activation.TANH), new StandardLstm(3), new MultiplicativeRnn(3, 4, Activation.TANH)
        }) {
            int few = launches(model, 3);
            assertThat(device.launches().get(Kernel.ROWS))
                    .as("forward and back")
                    .isEqualTo(2);
            assertThat(launches(model, 50)).as(model.toString()).isEqualTo(few);
        }
    }

    /** Launches of a second gradient over so many steps. */
    private int launches(ModelSettings model, int steps) {
        RandomNetwork net = new RandomNetwork(backend, new NetworkSpec(model, Loss.SQUARED, steps, 4, 2, 2, false, 1));
        net.gradient();
        device.launches().clear();
        net.gradient();
        return device.launches().values().stream().mapToInt(Integer::intValue).sum();
    }
}
