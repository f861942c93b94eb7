package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.motion.MotionSet;
import unroll.engine.motion.Upright;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The user's own motion capture: the next frame has to be predicted (thesis sec. 3.11.2).
 *
 * @param source a BVH file or an AMC file with its skeleton beside it, or a folder of such files of one skeleton
 * @param frameRate frames a second, by leaving some out
 * @param window steps of a sequence
 * @param up which axis of the recordings is up
 */
@Kind(
        name = "own-motion",
        label = "Own motion capture",
        help = "Predict the next frame of recorded motions of your own, BVH files or AMC files with their skeletons,"
                + " and go on moving alone. Where the body is and which way it faces is left out (thesis sec."
                + " 3.11.2).")
public record OwnMotion(
        @Setting(
                label = "Source",
                help = "A BVH file, an AMC file that has its ASF file beside it, or a folder of them with one skeleton."
                        + " The last fifth is held back for testing, unless there are folders 'train' and 'test'"
                        + " inside.",
                initial = "motion")
        @FileKind(
                words = "motion capture",
                endings = {".bvh", ".amc"},
                folder = true)
        FilePath source,

        @Setting(
                label = "Frame rate",
                help = "How often a second the network sees the body; frames in between are left out.",
                unit = "frames/s",
                initial = "30",
                min = 1,
                max = 240)
        double frameRate,

        @Setting(
                label = "Window",
                help = "Steps of a sequence, cut out of the motions at random places.",
                unit = "steps",
                initial = "50",
                min = Windows.SHORTEST,
                max = 10_000)
        int window,

        @Setting(
                label = "Up",
                help = "Which axis of the recordings is up: found by head and feet, or y, or z.",
                initial = "found")
        Upright up)
        implements TaskSettings {

    public OwnMotion {
        if (window < Windows.SHORTEST) {
            throw new SettingsException("", "a window needs at least " + Windows.SHORTEST + " steps, not " + window);
        }
        if (!(frameRate > 0)) {
            throw new SettingsException("", "a frame rate is positive, not " + frameRate);
        }
    }

    @Override
    public Task open() {
        return read().task(window);
    }

    @Override
    public Task reopen(Signature learned) {
        MotionRows rows = read();
        return learned.code().map(rows::as).orElse(rows).task(window);
    }

    private MotionRows read() {
        return new MotionRows(source.path(), MotionSet.read(source.path(), up, frameRate));
    }

    @Override
    public Fitted fitted() {
        MotionRows tasks = read();
        int longest = tasks.longest();
        OwnMotion fitted =
                longest < Windows.SHORTEST || longest >= window ? this : new OwnMotion(source, frameRate, longest, up);
        return new Fitted(this, fitted, tasks.task(fitted.window));
    }

    @Override
    public List<Path> files() {
        return MotionSet.files(source.path());
    }
}
