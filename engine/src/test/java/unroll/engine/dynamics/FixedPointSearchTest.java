package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.Activation;
import unroll.engine.dynamics.FixedPoint.Stability;
import unroll.engine.loss.Loss;
import unroll.engine.model.StandardLstm;
import unroll.engine.problem.Predictor;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class FixedPointSearchTest {
    private static FixedPoints find(StateMap map, double[][] states) {
        return FixedPointSearch.USUAL.find(map, states, share -> {});
    }

    private static double[][] ways(StateMap map, int count, double size) {
        Philox random = new Philox(2, Purpose.SAMPLING);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> {
                    double[] start = new double[map.size()];
                    Arrays.setAll(start, k -> size * random.gaussian());
                    return Arrays.stream(map.trajectory(start, 0, 20));
                })
                .flatMap(way -> way)
                .toArray(double[][]::new);
    }

    @Test
    void two_units_that_listen_to_themselves_alone_have_nine() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.diagonal(2, 2), new double[2], 0, 0);
        FixedPoints found = find(map, ways(map, 10, 0.5));
        assertThat(found.points()).hasSize(9);
        assertThat(List.of(found.count(0), found.count(1), found.count(2))).containsExactly(4L, 4L, 1L);
        double h = root(2);
        for (FixedPoint point : found.points()) {
            for (double number : point.state()) {
                assertThat(Math.min(Math.abs(number), Math.abs(Math.abs(number) - h)))
                        .isLessThan(1e-12);
            }
        }
        assertThat(found.points().getLast().stability()).isEqualTo(Stability.UNSTABLE);
        assertThat(found.points().get(5).stability()).isEqualTo(Stability.SADDLE);
    }

    /** The positive solution of {@code h = tanh(w h)}, by bisection. */
    private static double root(double w) {
        double low = 0.1;
        double high = 1;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (Math.tanh(w * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Test
    void a_memory_of_three_bits_has_all_twenty_seven() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.diagonal(3, 2), new double[3], 0, 0, 0);
        FixedPoints found = find(map, ways(map, 10, 0.5));
        assertThat(found.points()).hasSize(27);
        assertThat(java.util.stream.IntStream.range(0, 4).mapToObj(found::count))
                .containsExactly(8L, 12L, 6L, 1L);
        assertThat(found.came()).isLessThanOrEqualTo(found.starts());
    }

    @Test
    void saddles_are_found_between_stable_points_where_no_trajectory_comes_near_them() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.diagonal(3, 2), new double[3], 0, 0, 0);
        double[][] settled = ways(map, 100, 1);
        settled = Arrays.stream(settled)
                .filter(state -> Arrays.stream(state).allMatch(h -> Math.abs(h) > 0.95))
                .toArray(double[][]::new);
        FixedPoints found = new FixedPointSearch(60, 0, 100, 1, 1).find(map, settled, share -> {});
        assertThat(java.util.stream.IntStream.range(0, 4).mapToObj(found::count))
                .containsExactly(8L, 12L, 6L, 1L);
    }

    @Test
    void newtons_method_doubles_the_digits_of_a_point() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.diagonal(2, 2), new double[2], 0, 0);
        double[] point = FixedPointSearch.polished(map, new double[] {root(2) + 1e-3, 1e-3});
        assertThat(point).containsExactly(new double[] {root(2), 0}, within(1e-14));
    }

    @Test
    void a_linear_map_rests_where_its_equations_say() {
        for (int n : new int[] {1, 3, 6, 13}) {
            double[][] a = Nets.gaussian(n, 0.5, n);
            double[] b = new double[n];
            Arrays.setAll(b, i -> Math.sin(3 + i));
            StateMap map = Nets.autonomous(Activation.LINEAR, a, b, new double[n]);
            FixedPoints found = find(map, map.trajectory(new double[n], 0, 40));
            DMatrixRMaj identityMinus = CommonOps_DDRM.identity(n);
            CommonOps_DDRM.subtractEquals(identityMinus, new DMatrixRMaj(a));
            DMatrixRMaj expected = new DMatrixRMaj(n, 1);
            CommonOps_DDRM.solve(identityMinus, new DMatrixRMaj(n, 1, true, b), expected);
            assertThat(found.points()).hasSize(1);
            assertThat(found.points().getFirst().state()).containsExactly(expected.data, within(1e-12));
            assertThat(found.points().getFirst().starts()).isEqualTo(found.starts());
        }
    }

    @Test
    void where_a_pair_of_points_has_just_vanished_there_is_a_slow_one() {
        double b = 0.53284 + 1e-3;
        StateMap map = Nets.autonomous(Activation.TANH, new double[][] {{2}}, new double[] {b}, -1);
        FixedPoints found = find(map, map.trajectory(new double[] {-1}, 0, 300));
        assertThat(found.points()).hasSize(2);
        FixedPoint slow = found.points().getLast();
        assertThat(slow.slow()).isTrue();
        assertThat(slow.state()[0]).isCloseTo(-Math.sqrt(0.5), within(2e-3));
        assertThat(slow.speed()).isCloseTo(1.25e-7, within(2e-9));
        assertThat(found.points().getFirst().slow()).isFalse();
        assertThat(found.points().getFirst().stability()).isEqualTo(Stability.STABLE);
    }

    @Test
    void the_points_of_a_large_random_network_are_fixed_and_none_is_told_twice() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.gaussian(40, 1.5, 5), new double[40], new double[40]);
        FixedPoints found = new FixedPointSearch(100, 50, 100, 2, 7).find(map, ways(map, 5, 1), share -> {});
        assertThat(found.points()).hasSizeGreaterThan(2);
        for (FixedPoint point : found.points()) {
            double[] after = map.trajectory(point.state(), 0, 1)[1];
            if (!point.slow()) {
                assertThat(after).containsExactly(point.state(), within(1e-12));
                assertThat(found.points().stream()
                                .filter(other -> opposite(other, point))
                                .count())
                        .as("tanh is odd")
                        .isLessThanOrEqualTo(1);
            }
        }
        assertThat(found.points().stream()
                        .map(FixedPoint::state)
                        .map(s -> Math.round(1e6 * s[0]) + " " + Math.round(1e6 * s[1]))
                        .distinct())
                .hasSameSizeAs(found.points());
    }

    private static boolean opposite(FixedPoint a, FixedPoint b) {
        for (int i = 0; i < a.state().length; i++) {
            if (Math.abs(a.state()[i] + b.state()[i]) > 1e-8) {
                return false;
            }
        }
        return true;
    }

    @Test
    void the_same_seed_finds_the_same_bits_and_gated_cells_have_points_too() {
        Predictor predictor = Nets.predictor(new StandardLstm(3), 2, 2, Loss.SQUARED);
        NetworkMap map =
                new NetworkMap(predictor, Nets.random(predictor.layout(), 1.5, 3), new InputMode.Held(new double[2]));
        FixedPoints one = find(map, ways(map, 4, 1));
        FixedPoints two = find(map, ways(map, 4, 1));
        assertThat(one.points()).isNotEmpty();
        for (int i = 0; i < one.points().size(); i++) {
            assertThat(one.points().get(i).state())
                    .isEqualTo(two.points().get(i).state());
        }
    }

    @Test
    void it_ends_when_it_is_told_to() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.gaussian(20, 2, 5), new double[20], new double[20]);
        assertThatThrownBy(() -> FixedPointSearch.USUAL.find(map, new double[1][20], share -> {
                    if (share > 0.3) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
