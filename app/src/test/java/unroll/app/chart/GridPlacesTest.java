package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures in a grid, against every point of the screen. */
class GridPlacesTest {
    private static final double BAR = 14;

    /** Draws the places of all pictures that are seen from a row on, point by point. */
    private static int[][] drawn(GridPlaces places, int count, int wide, int high, int firstRow) {
        int[][] points = new int[high][wide];
        for (int place = 0; place < count; place++) {
            int row = place / places.columns() - firstRow;
            if (row < 0 || row >= places.seen()) {
                continue;
            }
            for (int y = 0; y < places.height() * places.enlarged(); y++) {
                for (int x = 0; x < places.width() * places.enlarged(); x++) {
                    int atY = (int) places.top(place, firstRow) + y;
                    int atX = (int) places.left(place) + x;
                    assertThat(points[atY][atX]).as("two pictures at one point").isZero();
                    points[atY][atX] = place + 1;
                }
            }
        }
        return points;
    }

    @ParameterizedTest(name = "{0} pictures of {1} x {2} in {3} x {4}")
    @CsvSource({
        "1, 15, 15, 300, 200",
        "5, 4, 3, 320, 90",
        "36, 30, 30, 400, 400",
        "200, 15, 15, 430, 560",
        "200, 15, 15, 180, 260",
        "400, 30, 30, 300, 260",
        "7, 64, 2, 200, 70",
        "1000, 5, 5, 111, 97"
    })
    void everyPictureThatIsSeenHasAPlaceOfItsOwnAndIsFoundThere(int count, int width, int height, int wide, int high) {
        GridPlaces places = GridPlaces.fit(count, width, height, wide, high, 28, BAR);
        Set<Integer> seen = new HashSet<>();
        for (int first = 0; first <= Math.max(0, places.rows() - places.seen()); first++) {
            int[][] points = drawn(places, count, wide, high, first);
            for (int y = 0; y < high; y++) {
                for (int x = 0; x < wide; x++) {
                    int place = places.at(x + 0.5, y + 0.5, first);
                    assertThat(place < count ? place + 1 : 0)
                            .as("at %d, %d from row %d", x, y, first)
                            .isEqualTo(points[y][x]);
                    seen.add(points[y][x]);
                }
            }
        }
        seen.remove(0);
        assertThat(seen).as("all can be scrolled to").hasSize(count);
    }

    @ParameterizedTest(name = "{0} pictures of {1} x {1} in {2} x {3}")
    @CsvSource({"1, 15, 300, 200", "36, 30, 400, 400", "200, 15, 600, 560", "50, 20, 700, 130"})
    void theyAreAsLargeAsAllHaveRoom(int count, int size, int wide, int high) {
        GridPlaces places = GridPlaces.fit(count, size, size, wide, high, 1, BAR);
        assertThat(places.scrolls()).isFalse();
        int larger = (places.enlarged() + 1) * size; // even with the least gap, which is 3 points
        int columns = (wide + 3) / (larger + 3);
        int rows = (high + 3) / (larger + 3);
        assertThat(columns * rows).isLessThan(count);
    }

    @ParameterizedTest(name = "at least {0} points")
    @CsvSource({"28, 2", "30, 2", "31, 3", "60, 4", "10, 1"})
    void noneIsSmallerThanCanBeMadeOut(double least, int enlarged) {
        GridPlaces places = GridPlaces.fit(4000, 15, 10, 300, 200, least, BAR);
        assertThat(places.scrolls()).isTrue();
        assertThat(places.enlarged()).isEqualTo(enlarged);
    }

    @ParameterizedTest(name = "from row {0} to place {1}")
    @CsvSource({"0, 0, 0", "0, 99, 22", "22, 99, 22", "10, 0, 0", "10, 41, 10", "10, 55, 11", "99, 99, 22", "3, 2, 0"})
    void aPlaceIsScrolledToByNoMoreThanIsNeeded(int from, int place, int first) {
        // 100 pictures of 10 x 10 points and gaps of 3: 4 beside each other, 25 rows of which 3 are seen
        GridPlaces places = GridPlaces.fit(100, 10, 10, 50 + BAR, 36, 10, BAR);
        assertThat(places.columns()).isEqualTo(4);
        assertThat(places.seen()).isEqualTo(3);
        assertThat(places.firstRowFor(place, from)).isEqualTo(first);
    }
}
