package unroll.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.random.Purpose;
import unroll.engine.random.RowStreams;

/** Units that are drawn at random are the same on every backend. */
class DrawnUnitsTest {
    private static final int ROWS = 12;
    private static final int COLUMNS = 207;

    private final Backend reference = new ReferenceBackend();

    static Stream<Backend> backends() {
        return Stream.of(new ReferenceBackend(), CpuBackend.of(Precision.SINGLE), CpuBackend.of(Precision.DOUBLE));
    }

    private static RowStreams streams() {
        RowStreams streams = new RowStreams();
        streams.restart(11, Purpose.GIBBS, 5);
        return streams.at(3, 4, 2);
    }

    /** Chances that a float holds exactly. */
    private static double[] chances() {
        double[] chances = new double[ROWS * COLUMNS];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = i % 65 / 64.0;
        }
        return chances;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("backends")
    void a_unit_is_on_where_its_number_is_below_its_chance(Backend backend) {
        double[] p = chances();
        Buffer x = backend.allocate(ROWS + 2, COLUMNS).rows(1, ROWS);
        backend.write(p, 0, x);
        backend.bernoulli(x, streams(), x);
        double[] drawn = backend.read(x);
        RowStreams streams = streams();
        for (int i = 0; i < p.length; i++) {
            streams.row(i / COLUMNS);
            double u = RowStreams.uniform(streams.base(), streams.gap(), i % COLUMNS);
            assertThat(drawn[i]).isEqualTo(u < p[i] ? 1 : 0);
        }
        assertThat(drawn).contains(0.0, 1.0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("backends")
    void what_is_no_number_stays_none(Backend backend) {
        Buffer x = backend.allocate(1, 3);
        backend.write(new double[] {1, Double.NaN, 0}, 0, x);
        backend.bernoulli(x, streams(), x);
        assertThat(backend.read(x)).containsExactly(1, Double.NaN, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("backends")
    void normal_numbers_stand_around_their_means(Backend backend) {
        Buffer x = backend.allocate(ROWS, COLUMNS);
        Buffer expected = reference.allocate(ROWS, COLUMNS);
        backend.write(chances(), 0, x);
        reference.write(chances(), 0, expected);
        backend.gaussian(x, streams(), x);
        reference.gaussian(expected, streams(), expected);
        assertThat(backend.read(x)).containsExactly(reference.read(expected), within(1e-6));
        assertThat(reference.read(expected)).isNotEqualTo(chances());
    }
}
