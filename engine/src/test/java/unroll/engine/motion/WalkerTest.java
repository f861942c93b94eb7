package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class WalkerTest {
    private static final double FRAME = 1.0 / 60;

    private static Motion motion(long seed, int frames) {
        return Walker.motion(new Philox(seed, Purpose.SAMPLING), frames, FRAME);
    }

    private static Motion steady(Gait gait) {
        return new Walker(new Philox(3, Purpose.SAMPLING), List.of(gait), 30).motion(1500, FRAME);
    }

    private static int joint(String name) {
        return Walker.SKELETON.joints().stream()
                .map(Skeleton.Joint::name)
                .toList()
                .indexOf(name);
    }

    static Stream<Arguments> gaits() {
        return Stream.of(
                Arguments.of("walk", Gait.WALK),
                Arguments.of("run", Gait.RUN),
                Arguments.of("march", Gait.MARCH),
                Arguments.of("sneak", Gait.SNEAK),
                Arguments.of("trudge", Gait.TRUDGE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMotionIsToldBy49Numbers(long seed) {
        assertThat(MotionCode.of(List.of(motion(seed, 600))).names()).hasSize(49);
    }

    @Test
    void aSeedMakesOneMotionAndAnotherSeedAnother() {
        assertThat(motion(7, 100).positions(99)).containsExactly(motion(7, 100).positions(99));
        assertThat(motion(8, 100).positions(99)[0]).isNotEqualTo(motion(7, 100).positions(99)[0]);
    }

    /** What touches the floor in two frames that follow each other, heel or ball of a foot, is at the same place in both. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void feetThatStandDoNotSlide(long seed) {
        Motion motion = motion(seed, 1200);
        int standing = 0;
        double farthest = 0;
        double swung = 0;
        for (String name : List.of("LeftHeel end", "RightHeel end", "LeftToes", "RightToes")) {
            int j = joint(name);
            for (int frame = 1; frame < motion.frames(); frame++) {
                Vector before = motion.positions(frame - 1)[j];
                Vector here = motion.positions(frame)[j];
                double step = Math.hypot(here.x() - before.x(), here.z() - before.z());
                if (Math.max(before.y(), here.y()) < 1e-3) {
                    standing++;
                    farthest = Math.max(farthest, step);
                } else {
                    swung = Math.max(swung, step);
                }
            }
        }
        assertThat(standing).isGreaterThan(1200);
        assertThat(farthest).isLessThan(2e-3);
        assertThat(swung).isGreaterThan(0.02);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingIsBelowTheFloorAndNothingJumps(long seed) {
        Motion motion = motion(seed, 1200);
        for (int frame = 2; frame < motion.frames(); frame++) {
            Vector[] before = motion.positions(frame - 2);
            Vector[] middle = motion.positions(frame - 1);
            Vector[] here = motion.positions(frame);
            for (int j = 0; j < here.length; j++) {
                assertThat(here[j].y())
                        .as("%s in frame %d", Walker.SKELETON.joints().get(j), frame)
                        .isGreaterThan(-0.01);
                double speed = here[j].minus(middle[j]).length() / FRAME;
                double acceleration =
                        here[j].plus(before[j]).minus(middle[j].times(2)).length() / (FRAME * FRAME);
                assertThat(speed)
                        .as("%s in frame %d", Walker.SKELETON.joints().get(j), frame)
                        .isLessThan(10);
                assertThat(acceleration)
                        .as("%s in frame %d", Walker.SKELETON.joints().get(j), frame)
                        .isLessThan(220);
            }
        }
    }

    /** The knee bends as it did a stride ago, and not as it did half a stride ago; and the body goes as fast as the gait says. */
    @ParameterizedTest
    @MethodSource("gaits")
    void aGaitHasItsPeriodAndItsSpeed(String name, Gait gait) {
        Motion motion = steady(gait);
        int knee = joint("LeftShank");
        double stride = 1 / gait.cadence() / FRAME;
        double[] bends = new double[motion.frames()];
        for (int frame = 0; frame < bends.length; frame++) {
            bends[frame] = motion.posture(frame).turns()[knee].log().x();
        }
        assertThat(alike(bends, (int) Math.rint(stride))).as(name).isGreaterThan(0.97);
        assertThat(alike(bends, (int) Math.rint(stride / 2))).as(name).isLessThan(0.6);
        double way = 0;
        for (int frame = 1; frame < motion.frames(); frame++) {
            Vector step = motion.positions(frame)[0].minus(motion.positions(frame - 1)[0]);
            way += Math.hypot(step.x(), step.z());
        }
        assertThat(way / (motion.frames() - 1) / FRAME).isCloseTo(gait.speed(), within(0.05 * gait.speed()));
    }

    /** The correlation of numbers with themselves some frames later. */
    private static double alike(double[] numbers, int later) {
        double mean = 0;
        for (double number : numbers) {
            mean += number / numbers.length;
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i + later < numbers.length; i++) {
            product += (numbers[i] - mean) * (numbers[i + later] - mean);
            square += (numbers[i] - mean) * (numbers[i] - mean);
        }
        return product / square;
    }

    /** In a walk a foot stands always, in a run at times none. */
    @Test
    void runnersFlyAndWalkersDoNot() {
        assertThat(flight(steady(Gait.WALK))).isZero();
        assertThat(flight(steady(Gait.SNEAK))).isZero();
        assertThat(flight(steady(Gait.RUN))).isBetween(0.15, 0.4);
    }

    private static double flight(Motion motion) {
        int flying = 0;
        for (int frame = 0; frame < motion.frames(); frame++) {
            Vector[] positions = motion.positions(frame);
            boolean stands = Stream.of("LeftHeel end", "RightHeel end", "LeftToes", "RightToes")
                    .anyMatch(name -> positions[joint(name)].y() < 2e-3);
            flying += stands ? 0 : 1;
        }
        return (double) flying / motion.frames();
    }

    @Test
    void aMotionBecomesRowsAndComesBack() {
        Motion motion = motion(1, 300);
        MotionCode code = MotionCode.of(List.of(motion));
        double[][] rows = code.encode(motion);
        GroundPlace place = MotionCode.start(motion);
        for (int r = 0; r < rows.length; r++) {
            place = code.after(rows[r], place);
            Vector[] found = code.positions(rows[r], place);
            Vector[] expected = motion.positions(r + 1);
            for (int j = 0; j < found.length; j++) {
                assertThat(found[j].minus(expected[j]).length()).isLessThan(1e-9);
            }
        }
    }
}
