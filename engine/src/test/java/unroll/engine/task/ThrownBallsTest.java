package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.task.ThrownBalls.Ball;

class ThrownBallsTest {
    /** In which the middle of a ball of radius 1.2 moves. */
    private static final double ROOM = ThrownBalls.SIZE - 2 * 1.2;

    /** Where the light of a frame lies, in the box. */
    private static double centre(float[] frame, int resolution, boolean across) {
        double sum = 0;
        double moment = 0;
        for (int pixel = 0; pixel < frame.length; pixel++) {
            int at = across ? pixel % resolution : pixel / resolution;
            sum += frame[pixel];
            moment += frame[pixel] * (at + 0.5) * ThrownBalls.SIZE / resolution;
        }
        return moment / sum;
    }

    /** A ball alone goes straight on and comes back from a wall, which is where a fold of its path says. */
    @ParameterizedTest(name = "from {0}, {1} by {2}, {3}")
    @CsvSource({"5, 5, 0.3, 0", "3, 6, 0.2, -0.4", "2, 2, -0.25, 0.5", "5, 5, 0, 0"})
    void aBallGoesStraightAndComesBackFromTheWalls(double x, double y, double right, double down) {
        int resolution = 40;
        float[][] film = new ThrownBalls(resolution, 1.2, List.of(new Ball(x, y, right, down))).film(40);
        for (int t = 0; t < film.length; t++) {
            assertThat(centre(film[t], resolution, true))
                    .as("across, frame %d", t)
                    .isCloseTo(folded(x + t * right), within(slack(t, right)));
            assertThat(centre(film[t], resolution, false))
                    .as("down, frame %d", t)
                    .isCloseTo(folded(y + t * down), within(slack(t, down)));
        }
    }

    /** At each wall it turns up to half a frame too late, and is late by twice that; beyond the wall it is not painted. */
    private static double slack(int frames, double speed) {
        double way = frames * Math.abs(speed);
        return 0.02 + Math.abs(speed) * (1 + (int) (way / ROOM)) + Math.abs(speed) / 2;
    }

    private static double folded(double straight) {
        double within = (straight - 1.2) % (2 * ROOM);
        double positive = within < 0 ? within + 2 * ROOM : within;
        return 1.2 + (positive > ROOM ? 2 * ROOM - positive : positive);
    }

    /** The oracle is the task itself, which tells which balls its film begins with. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void itMovesAsTheFilmsOfTheTask(int balls) {
        BouncingBalls settings = new BouncingBalls(balls, 30, 21, 1.2);
        Task task = settings.open();
        Batch batch = task.batch(1);
        task.draw(Split.TEST, new Philox(3, Purpose.TEST_DATA), batch, 0);
        List<Ball> first = task.balls(new Philox(3, Purpose.TEST_DATA));
        assertThat(first).hasSize(balls);
        float[][] film = new ThrownBalls(30, 1.2, first).film(20);
        for (int t = 0; t < 20; t++) {
            for (int pixel = 0; pixel < 900; pixel++) {
                assertThat(film[t][pixel]).isEqualTo((float) batch.input()[batch.inputAt(t, 0) + pixel]);
            }
        }
    }

    @Test
    void ballsThatOverlapAWallOrEachOtherAreRefused() {
        ThrownBalls one = new ThrownBalls(15, 1.2, List.of(new Ball(5, 5, 0, 0)));
        assertThat(one.hasRoomFor(new Ball(7.39, 5, 0, 0))).isFalse();
        assertThat(one.hasRoomFor(new Ball(7.41, 5, 0, 0))).isTrue();
        assertThat(one.hasRoomFor(new Ball(1.1, 8, 0, 0))).isFalse();
        assertThatThrownBy(() -> new ThrownBalls(15, 1.2, List.of(new Ball(5, 5, 0, 0), new Ball(6, 5, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ThrownBalls(15, 1.2, List.of()).film(2)[1]).containsOnly(0);
    }
}
