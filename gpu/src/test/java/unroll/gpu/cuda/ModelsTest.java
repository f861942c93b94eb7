package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.model.Net;
import unroll.engine.model.Net.Case;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;

/** Whole networks by the kernels, compiled for the processor, beside the reference backend. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsTest {
    /** Some thousand roundings of 1e-16. */
    private static final double ROUNDING = 1e-12;

    private final Counting device = new Counting(HostDevice.of(Precision.DOUBLE));
    private final CudaBackend backend = new CudaBackend(device, Precision.DOUBLE, Products.EXACT);

    private static void agree(double[] own, double[] plain) {
        double largest = Arrays.stream(plain).map(Math::abs).max().orElse(0);
        assertThat(own).containsExactly(plain, within(ROUNDING * Math.max(1, largest)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unroll.engine.model.ModelLawsTest#cases")
    void loss_gradient_and_curvature_are_the_references(Case c) {
        Net plain = new Net(new ReferenceBackend(), c);
        Net own = new Net(backend, c);
        assertThat(own.value(own.theta())).isCloseTo(plain.value(plain.theta()), within(ROUNDING * 100));
        agree(own.gradient(), plain.gradient());
        double[] v = plain.random(plain.theta().length, 1);
        agree(own.gaussNewton(v, 0.3), plain.gaussNewton(v, 0.3));
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
        Net net = new Net(backend, new Case(model, Loss.SQUARED, steps, 4, 2, 2, false, 1));
        net.gradient();
        device.launches().clear();
        net.gradient();
        return device.launches().values().stream().mapToInt(Integer::intValue).sum();
    }
}
