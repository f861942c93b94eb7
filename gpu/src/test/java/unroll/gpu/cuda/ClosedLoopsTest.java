package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.graph.ClosedLoop;
import unroll.engine.graph.ClosedLoop.LoopSpec;

/** Loops in which a function of the processor stands between steps that the kernels put off, beside the reference backend. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedLoopsTest {
    /** Some thousand roundings of 1e-16. */
    private static final double ROUNDING = 1e-12;

    private final CudaBackend backend =
            new CudaBackend(HostDevice.of(Precision.DOUBLE), Precision.DOUBLE, Products.EXACT);

    @ParameterizedTest(name = "{0}")
    @MethodSource("unroll.engine.graph.ClosedLoopTest#cases")
    void states_gradient_and_curvature_are_the_references(LoopSpec c) {
        ClosedLoop plain = new ClosedLoop(new ReferenceBackend(), c);
        ClosedLoop own = new ClosedLoop(backend, c);
        agree(own.output(own.z()), plain.output(plain.z()));
        agree(own.gradient(), plain.gradient());
        double[] v = plain.random(plain.z().length, 1);
        agree(own.gaussNewton(v, 0.3), plain.gaussNewton(v, 0.3));
        v[v.length - 1] += 1e-6; // a goal, which moves every model
        double[] off = plain.gaussNewton(v, 0.3);
        assertThat(difference(own.gaussNewton(plain.random(v.length, 1), 0.3), off))
                .as("negative control")
                .isGreaterThan(ROUNDING);
    }

    private static void agree(double[] own, double[] plain) {
        assertThat(difference(own, plain)).isLessThanOrEqualTo(ROUNDING);
    }

    /** The largest difference of two elements, relative to the largest of them or 1. */
    private static double difference(double[] own, double[] plain) {
        double largest = Arrays.stream(plain).map(Math::abs).max().orElse(0);
        double worst = 0;
        for (int i = 0; i < plain.length; i++) {
            worst = Math.max(worst, Math.abs(own[i] - plain[i]));
        }
        return worst / Math.max(1, largest);
    }
}
