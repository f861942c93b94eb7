package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;

/** What an optimiser carries, with theta and the update, is all it needs to go on with the same bits. */
class CarriedStateTest {
    private static final int UPDATES = 14;

    static Stream<Arguments> methods() {
        return EveryOptimiser.SMALL.stream()
                .flatMap(m -> Arrays.stream(Precision.values()).map(p -> Arguments.of(m, p)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("methods")
    void another_goes_on_with_the_same_bits(OptimiserSettings settings, Precision precision) {
        try (SmallNetwork network = new SmallNetwork(precision);
                SmallNetwork another = new SmallNetwork(precision)) {
            for (int first : new int[] {1, 4, 9}) {
                Buffer theta = network.start();
                Optimiser whole = settings.optimiser(network.objective());
                run(whole, theta, 0, first);
                Optimiser other = settings.optimiser(another.objective());
                Buffer copy = another.buffer(network.read(theta));
                whole.state().forEach((name, from) -> {
                    Buffer to = Objects.requireNonNull(other.state().get(name));
                    another.objective().backend().write(network.read(from), 0, to);
                });
                Optimiser forgetful = settings.optimiser(network.objective());
                Buffer forgotten = network.buffer(network.read(theta));
                run(whole, theta, first, UPDATES);
                run(other, copy, first, UPDATES);
                run(forgetful, forgotten, first, UPDATES);
                assertThat(another.read(copy)).containsExactly(network.read(theta));
                if (!(settings instanceof GradientDescent)) { // it remembers nothing
                    assertThat(network.read(forgotten)).isNotEqualTo(network.read(theta));
                }
            }
        }
    }

    private static void run(Optimiser optimiser, Buffer theta, int from, int to) {
        for (int t = from; t < to; t++) {
            assertThat(optimiser.step(theta, t).finite()).isTrue();
        }
    }
}
