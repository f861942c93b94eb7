package unroll.app.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelPlacesTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(10, 40, 600, 200);

    /** Lines whose names are their places; those of {@code outside} lie beyond a span. */
    private static ParallelData data(List<Integer> outside, List<List<String>> columns) {
        List<ParallelAxis> axes = IntStream.range(0, columns.size())
                .mapToObj(i -> new ParallelAxis("axis " + i, "axis " + i, columns.get(i)))
                .toList();
        List<ParallelData.Entry> lines = IntStream.range(0, columns.getFirst().size())
                .mapToObj(i -> new ParallelData.Entry("" + i, "" + i, !outside.contains(i)))
                .toList();
        return new ParallelData(axes, lines, Optional.empty(), Map.of());
    }

    private static ParallelPlaces places(ParallelData data) {
        return new ParallelPlaces(data, AREA, 50, 20);
    }

    @Test
    void axesStandAtEqualDistancesFromEdgeToEdgeAndValuesFromTheBottomUp() {
        ParallelPlaces places =
                places(data(List.of(), List.of(List.of("0", "4"), List.of("a", "b"), List.of("3", "1"))));
        assertThat(IntStream.range(0, 3).mapToDouble(places::x)).containsExactly(10.0, 310.0, 610.0);
        assertThat(places.y(0, 0)).isEqualTo(240);
        assertThat(places.y(0, 1)).isEqualTo(40);
        assertThat(places.y(2, 0)).isEqualTo(40);
        assertThat(places.none()).isEmpty();
    }

    @Test
    void linesWithoutAValueLieInAStripOfTheirOwnBelowAllAxes() {
        ParallelPlaces places = places(data(List.of(), List.of(List.of("0", "4", ""), List.of("1", "2", "3"))));
        assertThat(places.y(0, 2)).isEqualTo(240);
        assertThat(places.y(0, 0)).isEqualTo(220);
        assertThat(places.y(1, 0)).as("the same for all axes").isEqualTo(220);
        assertThat(places.none()).contains(240.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 13, 60})
    void theNearestLineIsTheOneThatIsNearestAtSomeOfItsPoints(int lines) {
        Random random = new Random(lines);
        List<List<String>> columns = new ArrayList<>();
        for (int axis = 0; axis < 4; axis++) {
            columns.add(IntStream.range(0, lines)
                    .mapToObj(i -> random.nextInt(5) == 0 ? "" : "" + random.nextDouble())
                    .toList());
        }
        List<Integer> outside = lines > 2 ? List.of(1) : List.of();
        ParallelPlaces places = places(data(outside, columns));
        for (int trial = 0; trial < 50; trial++) {
            double x = 10 + 600 * random.nextDouble();
            double y = 40 + 200 * random.nextDouble();
            int nearest = IntStream.range(0, lines)
                    .filter(line -> !outside.contains(line))
                    .boxed()
                    .min(Comparator.comparingDouble(line -> sampled(places, line, x, y)))
                    .orElseThrow();
            double away = sampled(places, nearest, x, y);
            Optional<Integer> found = places.nearest(x, y, 1000);
            assertThat(found).isPresent();
            assertThat(sampled(places, found.orElseThrow(), x, y)).isCloseTo(away, within(0.5));
            assertThat(places.nearest(x, y, away - 1)).as("beyond reach").isEmpty();
        }
    }

    /** The distance of a line from a point, over many points of what is drawn. */
    private static double sampled(ParallelPlaces places, int line, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        double[] at = new double[6];
        double fromX = 0;
        double fromY = 0;
        for (var i = new FlatteningPathIterator(places.line(line).getPathIterator(null), 1); !i.isDone(); i.next()) {
            boolean moves = i.currentSegment(at) == PathIterator.SEG_MOVETO;
            for (int k = moves ? 1000 : 0; k <= 1000; k++) {
                double share = k / 1000.0;
                least = Math.min(
                        least, Math.hypot(fromX + share * (at[0] - fromX) - x, fromY + share * (at[1] - fromY) - y));
            }
            fromX = at[0];
            fromY = at[1];
        }
        return least;
    }

    @Test
    void draggingInEitherDirectionLimitsToTheSameValues() {
        ParallelPlaces places = places(data(List.of(), List.of(List.of("0", "1", "2", "4", ""))));
        AxisSpan middle = new AxisSpan("1", "2");
        double low = (places.y(0, "0") + places.y(0, "1")) / 2;
        double high = (places.y(0, "2") + places.y(0, "4")) / 2;
        assertThat(places.between(0, low, high)).contains(middle);
        assertThat(places.between(0, high, low)).contains(middle);
        assertThat(places.between(0, 239, 150)).contains(new AxisSpan("", "1"));
        assertThat(places.between(0, 225, 150))
                .as("not down to those that have none")
                .contains(new AxisSpan("0", "1"));
        assertThat(places.between(0, places.y(0, "2") - 2, places.y(0, "4") + 2))
                .isEmpty();
    }

    @Test
    void onAnAxisLinesFollowEachOtherUpwardsAndThoseBeyondTheLimitsAreLeftOut() {
        ParallelPlaces places =
                places(data(List.of(1), List.of(List.of("3", "2", "10", "", "1"), List.of("a", "a", "a", "a", "a"))));
        assertThat(places.beside(-1, 0, 1)).as("none before: the lowest").contains(3);
        assertThat(places.beside(3, 0, 1)).contains(4);
        assertThat(places.beside(4, 0, 1)).contains(0);
        assertThat(places.beside(0, 0, 1)).contains(2);
        assertThat(places.beside(2, 0, 1)).contains(2);
        assertThat(places.beside(0, 0, -1)).contains(4);
        assertThat(places.beside(0, 1, 1)).as("of equal ones the next").contains(2);
        assertThat(places(data(List.of(0), List.of(List.of("1")))).beside(0, 0, 1))
                .isEmpty();
    }

    @Test
    void anAxisIsMeantWithinReachAndAsManyAreDrawnAsHaveRoom() {
        List<List<String>> columns =
                IntStream.range(0, 20).mapToObj(i -> List.of("1", "2")).toList();
        ParallelPlaces places = places(data(List.of(), columns));
        assertThat(places.axes()).hasSize(13);
        assertThat(places.axisAt(58, 9)).contains(1);
        assertThat(places.axisAt(35, 9)).isEmpty();
        assertThat(places.axisAt(9000, Double.POSITIVE_INFINITY)).contains(12);
    }
}
