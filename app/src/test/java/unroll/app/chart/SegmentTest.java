package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static Optional<Segment> cut(double x0, double y0, double x1, double y1) {
        return new Segment(x0, y0, x1, y1).within(0, 0, 40, 20);
    }

    @Test
    void whatIsInsideStaysAndWhatPassesByIsGone() {
        assertThat(cut(1, 2, 39, 18)).contains(new Segment(1, 2, 39, 18));
        assertThat(cut(-5, -1, 45, -1)).isEmpty();
        assertThat(cut(-10, 5, 5, 30)).isEmpty();
        assertThat(cut(50, 5, 90, 6)).isEmpty();
    }

    @Test
    void ofWhatCrossesThePartInsideIsLeft() {
        assertThat(cut(-20, 10, 60, 10)).contains(new Segment(0, 10, 40, 10));
        Segment down = cut(10, 10, 20, 40).orElseThrow();
        assertThat(down.toY()).isCloseTo(20, within(1e-12));
        assertThat(down.toX()).isCloseTo(10 + 10.0 / 3, within(1e-12));
    }

    /** Walks along segments in a thousand steps: the first and the last point in the box are the ends. */
    @Test
    void theEndsAreTheFirstAndLastPointsInTheBoxOfAWalk() {
        for (int i = 0; i < 400; i++) {
            double x0 = -30 + 100 * (i * 0.618 % 1);
            double y0 = -20 + 60 * (i * 0.414 % 1);
            double x1 = -30 + 100 * (i * 0.732 % 1);
            double y1 = -20 + 60 * (i * 0.236 % 1);
            int first = -1;
            int last = -1;
            for (int step = 0; step <= 1000; step++) {
                double x = x0 + (x1 - x0) * step / 1000;
                double y = y0 + (y1 - y0) * step / 1000;
                if (x >= 0 && x <= 40 && y >= 0 && y <= 20) {
                    first = first < 0 ? step : first;
                    last = step;
                }
            }
            Optional<Segment> part = cut(x0, y0, x1, y1);
            if (last > first) {
                Segment seen = part.orElseThrow();
                double width = Math.hypot(x1 - x0, y1 - y0) / 1000;
                assertThat(Math.hypot(
                                seen.fromX() - x0 - (x1 - x0) * first / 1000,
                                seen.fromY() - y0 - (y1 - y0) * first / 1000))
                        .isLessThanOrEqualTo(width);
                assertThat(Math.hypot(
                                seen.toX() - x0 - (x1 - x0) * last / 1000, seen.toY() - y0 - (y1 - y0) * last / 1000))
                        .isLessThanOrEqualTo(width);
            }
        }
    }
}
