package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.setting.Schedule;

/** What an optimiser says it carries, with theta and the update, is all it needs to go on with the same bits. */
class CarriedStateTest {
    private static final double[] EIGENVALUES = {0.01, 0.3, 1, 2.5, 7, 0.07};
    private static final double[] REFLECTION = {1, -2, 0.5, 3, 1.5, 0.1};
    private static final double[] START = {3, -1, 2, 0.5, -4, 1.1};

    private static Schedule always(double value) {
        return Schedule.constant(value);
    }

    static Stream<Arguments> methods() {
        List<OptimiserSettings> methods = List.of(
                new Nesterov(always(0.05), always(0.9), always(2)),
                new Adam(always(0.03), Schedule.parse("0: 0.5, 6: 0.9"), always(0.99), 1e-8, always(2)),
                new RmsProp(always(0.03), always(0.9), 1e-8, always(0)),
                new OriginalNesterov(true, 3),
                new Lbfgs(3, 5, 0.9, 20),
                new Lbfgs(2, 0, 0.5, 3),
                new ConjugateGradients(5, 0, 8, 0.1, 20),
                new ConjugateGradients(0, 2, 7, 0.1, 20));
        return methods.stream().flatMap(m -> Arrays.stream(Precision.values()).map(p -> Arguments.of(m, p)));
    }

    /** A quadratic whose scale depends on the batch. */
    private static final class Batches extends Quadratic {
        Batches(Backend backend) {
            super(backend, EIGENVALUES, REFLECTION);
        }

        @Override
        public double gradient(Buffer theta, Buffer gradient) {
            double value = super.gradient(theta, gradient);
            double scale = 1 + 0.1 * (drawn % 3);
            backend.scale(scale, gradient);
            return scale * value;
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("methods")
    void another_goes_on_with_the_same_bits(OptimiserSettings settings, Precision precision) {
        for (int first : new int[] {1, 4, 9}) {
            Quadratic f = new Batches(CpuBackend.of(precision));
            Buffer theta = f.start(START);
            Optimiser whole = settings.optimiser(f);
            run(whole, f, theta, 0, first);
            Optimiser other = settings.optimiser(f);
            Buffer copy = f.start(f.read(theta));
            whole.state().forEach((name, from) -> {
                Buffer to = Objects.requireNonNull(other.state().get(name));
                f.backend.write(f.read(from), 0, to);
            });
            Optimiser forgetful = settings.optimiser(f);
            Buffer forgotten = f.start(f.read(theta));
            run(whole, f, theta, first, 14);
            run(other, new Batches(f.backend), copy, first, 14);
            run(forgetful, f, forgotten, first, 14);
            assertThat(f.read(copy)).containsExactly(f.read(theta));
            assertThat(f.read(forgotten)).isNotEqualTo(f.read(theta));
        }
    }

    private static void run(Optimiser optimiser, Quadratic f, Buffer theta, int from, int to) {
        for (int t = from; t < to; t++) {
            assertThat(optimiser.step(f, theta, t).finite()).isTrue();
        }
    }
}
