package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import unroll.engine.analysis.PrincipalAxes;
import unroll.engine.backend.Activation;
import unroll.engine.dynamics.Portrait.Arrow;
import unroll.engine.dynamics.Portrait.Box;
import unroll.engine.dynamics.Portrait.Segment;

class PortraitDrawingTest {
    private static final Box BOX = new Box(-1.5, 1.5, -1.5, 1.5);
    private static final double[][] W = {{1.4, 0.9}, {-0.6, 1.2}};
    private static final double[] B = {0.1, -0.2};

    private static Portrait draw(PortraitDrawing drawing, StateMap map) {
        return drawing.of(map, Plane.ofUnits(new double[map.size()], 0, 1), BOX, share -> {});
    }

    @Test
    void arrows_lead_to_the_next_state() {
        Portrait portrait = draw(PortraitDrawing.FLOW, Nets.autonomous(Activation.TANH, W, B, 0, 0));
        assertThat(portrait.flow()).hasSize(24 * 24);
        for (Arrow arrow : portrait.flow()) {
            double x = Math.tanh(W[0][0] * arrow.x() + W[0][1] * arrow.y() + B[0]);
            double y = Math.tanh(W[1][0] * arrow.x() + W[1][1] * arrow.y() + B[1]);
            assertThat(arrow.dx()).isCloseTo(x - arrow.x(), within(1e-12));
            assertThat(arrow.dy()).isCloseTo(y - arrow.y(), within(1e-12));
            assertThat(arrow.share()).isCloseTo(1, within(1e-12));
        }
        assertThat(portrait.acrossStill()).isEmpty();
        assertThat(portrait.basins()).isEmpty();
    }

    /** {@code h_2 = (atanh h_1 - w_11 h_1 - b_1) / w_12}. */
    @Test
    void nullclines_are_those_of_the_closed_form_with_all_their_branches() {
        Portrait portrait = draw(new PortraitDrawing(2, 257, 0, 0), Nets.autonomous(Activation.TANH, W, B, 0, 0));
        assertThat(portrait.acrossStill()).hasSizeGreaterThan(100);
        for (Segment piece : portrait.acrossStill()) {
            double y = (atanh(piece.x1()) - W[0][0] * piece.x1() - B[0]) / W[0][1];
            double slope = Math.abs(1 / (1 - piece.x1() * piece.x1()) - W[0][0]) / W[0][1];
            assertThat(Math.abs(piece.y1() - y)).isLessThan(1e-3 * (1 + slope));
        }
        for (Segment piece : portrait.upStill()) {
            double x = (atanh(piece.y2()) - W[1][1] * piece.y2() - B[1]) / W[1][0];
            assertThat(Math.abs(piece.x2() - x)).isLessThan(1e-3 * (1 + 1 / (1 - piece.y2() * piece.y2())));
        }
        Portrait three = draw(
                new PortraitDrawing(2, 257, 0, 0),
                Nets.autonomous(Activation.TANH, Nets.diagonal(2, 2), new double[2], 0, 0));
        double[] places = three.acrossStill().stream()
                .mapToDouble(Segment::x1)
                .map(x -> Math.rint(100 * x))
                .distinct()
                .sorted()
                .toArray();
        assertThat(places).as("three upright lines").containsExactly(-96, 0, 96);
    }

    private static double atanh(double x) {
        return Math.log((1 + x) / (1 - x)) / 2;
    }

    @Test
    void four_memories_have_four_basins_of_a_quarter_each() {
        Portrait portrait = draw(
                new PortraitDrawing(2, 0, 101, 60),
                Nets.autonomous(Activation.TANH, Nets.diagonal(2, 2), new double[2], 0, 0));
        assertThat(portrait.attractors()).hasSize(4);
        int[] sizes = new int[4];
        Arrays.stream(portrait.basins()).flatMapToInt(Arrays::stream).forEach(basin -> sizes[basin]++);
        for (int k = 0; k < 4; k++) {
            assertThat(sizes[k]).isBetween(50 * 50, 51 * 51);
            double[] end = portrait.attractors().get(k)[0];
            assertThat(Math.abs(end[0])).isCloseTo(0.957504, within(1e-5));
        }
        assertThat(portrait.basins()[0][0])
                .isNotEqualTo(portrait.basins()[100][0])
                .isNotEqualTo(portrait.basins()[100][100]);
    }

    @Test
    void a_circle_is_one_attractor_and_a_cycle_is_one_too() {
        for (double[][] w : new double[][][] {Nets.rotation(1.1, 2 * Math.PI / 12), {{0, -3}, {0.5, 0}}}) {
            Portrait portrait =
                    draw(new PortraitDrawing(2, 0, 31, 300), Nets.autonomous(Activation.TANH, w, new double[2], 0, 0));
            assertThat(portrait.attractors().size()).isLessThanOrEqualTo(w[0][0] == 0 ? 4 : 1);
        }
    }

    /** In 64 steps each start sees a part of the circle; those in between join the parts. */
    @Test
    void parts_of_a_slow_circle_are_joined_to_one_attractor() {
        Portrait portrait = draw(
                new PortraitDrawing(2, 0, 31, 900),
                Nets.autonomous(Activation.TANH, Nets.rotation(1.02, 2 * Math.PI / 149), new double[2], 0, 0));
        assertThat(portrait.attractors()).hasSize(1);
    }

    @Test
    void a_slice_of_a_larger_network_whose_other_units_do_nothing_is_that_of_its_two_units() {
        double[][] large = new double[5][5];
        for (int i = 0; i < 2; i++) {
            System.arraycopy(W[i], 0, large[i], 0, 2);
        }
        large[3][4] = 2;
        PortraitDrawing drawing = new PortraitDrawing(12, 65, 0, 0);
        Portrait slice = draw(
                drawing, Nets.autonomous(Activation.TANH, large, new double[] {0.1, -0.2, 0, 0, 0}, new double[5]));
        Portrait pair = draw(drawing, Nets.autonomous(Activation.TANH, W, B, 0, 0));
        assertThat(slice.flow()).isEqualTo(pair.flow());
        assertThat(slice.acrossStill()).isEqualTo(pair.acrossStill());
        assertThat(slice.upStill()).isEqualTo(pair.upStill());
    }

    @Test
    void out_of_the_plane_arrows_have_less_than_all_of_the_change() {
        StateMap map = Nets.autonomous(
                Activation.TANH, Nets.gaussian(6, 2, 3), new double[] {1, 1, 1, 1, 1, 1}, new double[6]);
        Plane plane = Plane.ofAxes(PrincipalAxes.of(map.trajectory(new double[] {1, -1, 0, 0.5, 0.2, 0}, 0, 50), 2));
        Portrait portrait = PortraitDrawing.FLOW.of(map, plane, BOX, share -> {});
        double[] state = new double[6];
        for (Arrow arrow : portrait.flow()) {
            plane.put(arrow.x(), arrow.y(), state, 0);
            double[] after = map.trajectory(state, 0, 1)[1];
            double[] place = plane.place(after);
            double whole = Vectors.distance(after, state);
            double inside = Math.hypot(place[0] - arrow.x(), place[1] - arrow.y());
            assertThat(arrow.share()).isCloseTo(inside / whole, within(1e-9)).isLessThan(1);
        }
        plane.put(0.3, -0.4, state, 0);
        assertThat(plane.place(state)).containsExactly(new double[] {0.3, -0.4}, within(1e-12));
        assertThatThrownBy(() -> new Plane(new double[2], new double[] {1, 0}, new double[] {1, 0}))
                .hasMessageContaining("right angles");
    }
}
