package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import unroll.engine.motion.Vector;

class EyeTest {
    private static final Vector CENTRE = new Vector(3, 1, -2);

    private static void assertSeen(Eye eye, double x, double y, double z, double right, double down) {
        Point2D seen = eye.seen(new Vector(3 + x, 1 + y, -2 + z), CENTRE);
        assertThat(seen.getX()).isCloseTo(right, within(1e-12));
        assertThat(seen.getY()).isCloseTo(down, within(1e-12));
    }

    @Test
    void fromInFrontXGoesRightAndYUp() {
        Eye front = new Eye(0, 0);
        assertSeen(front, 1, 0, 0, 1, 0);
        assertSeen(front, 0, 1, 0, 0, -1);
        assertSeen(front, 0, 0, 1, 0, 0);
    }

    @Test
    void whoWalksAlongZGoesRightWhereTheEyeWentAroundAQuarter() {
        Eye side = new Eye(0, 0).moved(Math.PI / 2, 0);
        assertSeen(side, 0, 0, 1, 1, 0);
        assertSeen(side, 1, 0, 0, 0, 0);
    }

    @Test
    void fromAboveTheFloorIsAMap() {
        Eye above = new Eye(0, 0).moved(0, 9);
        assertThat(above.above()).isEqualTo(Math.PI / 2);
        assertSeen(above, 0, 0, 1, 0, 1);
        assertSeen(above, 0, 1, 0, 0, 0);
        assertThat(above.moved(0, -9).above()).isZero();
    }
}
