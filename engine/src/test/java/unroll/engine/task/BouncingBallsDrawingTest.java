package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;

class BouncingBallsDrawingTest {
    /**
     * Two ways to round differ by 1e-16 and a collision magnifies a difference some five times; the videos here see at
     * most a handful of collisions one after the other.
     */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest(name = "{0} balls of radius {3}, {1} px, {2} frames, seed {4}")
    @CsvSource({
        "1, 5, 20, 3.0, 1",
        "2, 20, 60, 1.2, 2",
        "3, 15, 60, 1.2, 3",
        "3, 13, 37, 1.2, 4",
        "3, 30, 60, 1.2, 5",
        "5, 18, 30, 1.2, 6",
        "8, 31, 40, 0.3, 7"
    })
    void aVideoIsThatOfThePublishedScript(int balls, int resolution, int length, double radius, long seed) {
        BouncingBalls settings = new BouncingBalls(balls, resolution, length, radius);
        double[][] expected = video(settings, seed, ScriptedBalls.PlantedFault.NONE);
        Batch batch = DrawnBatches.train(settings.open(), 3, seed);
        assertThat(batch.steps()).isEqualTo(length - 1);
        for (int t = 0; t < batch.steps(); t++) {
            assertThat(input(batch, t)).as("input %d", t).containsExactly(expected[t], within(ROUNDING));
            assertThat(target(batch, t)).as("target %d", t).containsExactly(expected[t + 1], within(ROUNDING));
        }
        assertThat(batch.weight()).containsOnly(1);
    }

    /** Some faults show only where three balls meet, so that twelve videos are looked at. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(ScriptedBalls.PlantedFault.class)
    void aFaultInTheScriptIsNoticed(ScriptedBalls.PlantedFault fault) {
        BouncingBalls settings = new BouncingBalls(5, 15, 100, 1.2);
        double largest = 0;
        for (long seed = 1; seed <= 12; seed++) {
            double[][] faulty = video(settings, seed, fault);
            Batch batch = DrawnBatches.train(settings.open(), 2, seed);
            for (int t = 0; t < batch.steps(); t++) {
                double[] target = target(batch, t);
                for (int i = 0; i < target.length; i++) {
                    largest = Math.max(largest, Math.abs(target[i] - faulty[t + 1][i]));
                }
            }
        }
        if (fault == ScriptedBalls.PlantedFault.NONE) {
            assertThat(largest).as("rounding, magnified by collisions").isLessThan(1e-7);
        } else {
            assertThat(largest).isGreaterThan(1e-3);
        }
    }

    private static double[][] video(BouncingBalls settings, long seed, ScriptedBalls.PlantedFault fault) {
        Philox random = new Philox(seed, Purpose.TRAINING_DATA).restart(seed, Purpose.TRAINING_DATA, 1);
        ScriptedBalls script = new ScriptedBalls(settings.balls(), settings.radius(), random, fault);
        double[][] frames = new double[settings.length()][];
        for (int t = 0; t < frames.length; t++) {
            frames[t] = script.frame(settings.resolution());
            script.nextFrame();
        }
        return frames;
    }

    private static double[] input(Batch batch, int t) {
        return Arrays.copyOfRange(batch.input(), batch.inputAt(t, 1), batch.inputAt(t, 2));
    }

    private static double[] target(Batch batch, int t) {
        return Arrays.copyOfRange(batch.target(), batch.targetAt(t, 1), batch.targetAt(t, 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void energyIsKeptAndNoBallMovesFartherThanAllOfItAllows(long seed) {
        int n = 1 + (int) (seed % 5);
        Box box = new Box(n, 1.2);
        double[] x = new double[2 * n];
        double[] v = new double[2 * n];
        box.start(new Philox(seed, Purpose.TRAINING_DATA), x, 0, 1, v, 0);
        for (int t = 0; t < 2000; t++) {
            double[] before = x.clone();
            box.frame(x, 0, 1, v, 0);
            // 4,000 sub-steps, in each of which a velocity is rounded a few times by 1e-16
            assertThat(Arrays.stream(v).map(s -> s * s).sum()).isCloseTo(0.25, within(1e-11));
            for (int i = 0; i < n; i++) {
                double moved = Math.hypot(x[2 * i] - before[2 * i], x[2 * i + 1] - before[2 * i + 1]);
                assertThat(moved).isLessThanOrEqualTo(Box.SPEED + 1e-11);
            }
        }
    }

    @Test
    void energyWouldNotBeKeptIfTheLineOfCentresWereNotNormalised() {
        ScriptedBalls faulty = new ScriptedBalls(
                3, 1.2, new Philox(1, Purpose.TRAINING_DATA), ScriptedBalls.PlantedFault.NOT_NORMALISED);
        for (int t = 0; t < 200; t++) {
            faulty.nextFrame();
        }
        assertThat(Math.abs(faulty.energy() - 0.25)).isGreaterThan(1e-3);
    }
}
