package unroll.app.view.netview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPlanTest {
    private static final double EM = 13;

    private static List<Integer> sizes(String words) {
        return Arrays.stream(words.split(" ", -1)).map(Integer::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2 3 1, 1, 460, 300",
        "2 3 1, 6, 460, 300",
        "24 24 24, 1, 460, 300",
        "24 24 24, 6, 1000, 600",
        "1 1 1 1 1, 4, 300, 200",
        "7, 1, 200, 150",
        "2 8 8 8 24, 8, 1400, 800"
    })
    void every_circle_lies_inside_and_beside_the_others(String words, int copies, double width, double height) {
        List<Integer> sizes = sizes(words);
        NetworkPlan plan = NetworkPlan.of(sizes, copies, width, height, EM);
        List<Point2D> middles = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            for (int row = 0; row < sizes.size(); row++) {
                for (int unit = 0; unit < sizes.get(row); unit++) {
                    UnitPlace place = new UnitPlace(row, unit);
                    assertThat(plan.x(place, copy))
                            .isBetween(
                                    copy * width / copies + plan.radius(), (copy + 1) * width / copies - plan.radius());
                    assertThat(plan.y(place)).isBetween(plan.radius(), height - plan.radius());
                    middles.add(new Point2D.Double(plan.x(place, copy), plan.y(place)));
                }
            }
        }
        for (int i = 0; i < middles.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(middles.get(i).distance(middles.get(j))).isGreaterThan(2 * plan.radius());
            }
        }
    }

    @Test
    void inputs_are_below_and_outputs_above() {
        NetworkPlan plan = NetworkPlan.of(List.of(2, 3, 1), 1, 400, 300, EM);
        assertThat(plan.y(new UnitPlace(0, 0))).isGreaterThan(plan.y(new UnitPlace(1, 2)));
        assertThat(plan.y(new UnitPlace(1, 0))).isGreaterThan(plan.y(new UnitPlace(2, 0)));
        assertThat(plan.x(new UnitPlace(2, 0), 0)).isEqualTo(200);
    }

    @Test
    void a_connection_leads_from_the_edge_of_one_circle_to_that_of_the_other() {
        NetworkPlan plan = NetworkPlan.of(List.of(2, 3, 1), 1, 400, 300, EM);
        for (int lag : new int[] {0, 1, 2}) {
            for (UnitPlace from : List.of(new UnitPlace(0, 1), new UnitPlace(1, 0), new UnitPlace(1, 1))) {
                for (UnitPlace to : List.of(new UnitPlace(1, 1), new UnitPlace(1, 2), new UnitPlace(2, 0))) {
                    if (lag == 0 && from.equals(to)) {
                        continue; // nothing sends to itself at the same step
                    }
                    Shape way = plan.way(from, to, lag, 0, 0);
                    Point2D end = NetworkPlan.along(way, 1);
                    Point2D begin = NetworkPlan.along(way, 0);
                    assertThat(begin.distance(plan.x(from, 0), plan.y(from))).isCloseTo(plan.radius(), within(0.6));
                    assertThat(end.distance(plan.x(to, 0), plan.y(to))).isCloseTo(plan.radius(), within(0.6));
                }
            }
        }
    }

    @Test
    void there_and_back_between_two_units_are_two_ways_and_a_later_one_leads_straight_to_the_next_step() {
        NetworkPlan plan = NetworkPlan.of(List.of(2, 3, 1), 1, 400, 300, EM);
        UnitPlace left = new UnitPlace(1, 0);
        UnitPlace right = new UnitPlace(1, 2);
        Point2D there = NetworkPlan.along(plan.way(left, right, 1, 0, 0), 0.5);
        Point2D back = NetworkPlan.along(plan.way(right, left, 1, 0, 0), 0.5);
        assertThat(there.getY()).as("to the right above").isLessThan(plan.y(left));
        assertThat(back.getY()).as("to the left below").isGreaterThan(plan.y(left));
        NetworkPlan unrolled = NetworkPlan.of(List.of(2, 3, 1), 4, 800, 300, EM);
        Shape onwards = unrolled.way(left, right, 1, 1, 2);
        Point2D middle = NetworkPlan.along(onwards, 0.5);
        assertThat(middle.getX()).isCloseTo((unrolled.x(left, 1) + unrolled.x(right, 2)) / 2, within(0.5));
        assertThat(middle.getY()).isCloseTo((unrolled.y(left) + unrolled.y(right)) / 2, within(0.5));
    }
}
