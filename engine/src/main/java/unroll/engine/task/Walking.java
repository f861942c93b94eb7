package unroll.engine.task;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import unroll.engine.motion.Motion;
import unroll.engine.motion.MotionSet;
import unroll.engine.motion.Walker;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Somebody who walks, runs, marches, sneaks and trudges, as 49 numbers of each frame: the next frame has to be predicted (after thesis sec.
 * 3.11.2, whose recordings are of 49 numbers too).
 *
 * @param length steps of a sequence
 * @param frameRate frames a second
 */
@Kind(
        name = "walking",
        label = "Walking",
        help = "Predict the next frame of somebody who walks, runs, marches, sneaks and trudges, as 49 joint angles and"
                + " steps, and go on walking alone (after thesis sec. 3.11.2).")
public record Walking(
        @Setting(
                label = "Length",
                help = "Steps of a sequence, cut out of the motions at random places.",
                unit = "steps",
                initial = "100",
                min = Windows.SHORTEST,
                max = 500)
        int length,

        @Setting(
                label = "Frame rate",
                help = "How often a second the network sees the body.",
                unit = "frames/s",
                initial = "30",
                min = 10,
                max = 120)
        double frameRate)
        implements TaskSettings {

    /** Motions to learn from and to test on, and seconds of each. */
    private static final int TRAINING = 30;

    private static final int TEST = 8;
    private static final double SECONDS = 20;

    /** Of the motions, which are the same in every run. */
    private static final long SEED = 3112;

    public Walking {
        if (length < Windows.SHORTEST || !(frameRate > 0) || length > SECONDS * frameRate - 2) {
            throw new SettingsException(
                    "",
                    "of " + SECONDS + " s at " + frameRate + " frames/s no sequences of " + length + " steps are cut");
        }
    }

    /** The rows at a frame rate. */
    private record Made(double frameRate, MotionRows rows) {}

    /** What was made last, unless memory became short: half a second's work, and a gallery, a race and a sweep ask for the same again and again. */
    private static final AtomicReference<Optional<SoftReference<Made>>> LAST = new AtomicReference<>(Optional.empty());

    @Override
    public Task open() {
        return LAST.get()
                .map(SoftReference::get)
                .filter(made -> made.frameRate() == frameRate)
                .map(Made::rows)
                .orElseGet(this::made)
                .task(length);
    }

    private MotionRows made() {
        MotionRows rows = new MotionRows(
                Path.of("Walking"),
                new MotionSet(motions(Purpose.TRAINING_DATA, TRAINING), motions(Purpose.TEST_DATA, TEST), List.of()));
        LAST.set(Optional.of(new SoftReference<>(new Made(frameRate, rows))));
        return rows;
    }

    private List<Motion> motions(Purpose purpose, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Walker.motion(
                        new Philox(SEED, purpose).restart(SEED, purpose, i),
                        (int) (SECONDS * frameRate),
                        1 / frameRate))
                .toList();
    }
}
