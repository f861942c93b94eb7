package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import unroll.engine.music.Keyboard;
import unroll.engine.music.MusicForm;
import unroll.engine.music.MusicSet;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.RollFile;
import unroll.engine.music.StepUnit;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The user's own music: which keys sound next has to be predicted.
 *
 * @param source a MIDI file, a folder of them, or a file of piano-rolls
 * @param unit of the time step
 * @param step its length in that unit; of no meaning where it is to be found
 * @param keyboard the keys that are looked at
 * @param window steps of a sequence
 * @param transpose the most semitones by which a training sequence is moved up or down
 * @param judge the part of the data by which it is judged
 */
@Kind(
        name = "piano-rolls",
        label = "Piano-rolls",
        help = "Predict which notes sound next in music of your own (thesis sec. 4.5.2).")
public record PianoRolls(
        @Setting(
                label = "Music",
                help = "A MIDI file, a folder of them, or piano-rolls as JSON. A folder can have the folders 'train',"
                        + " 'valid' and 'test' inside; else the last fifth of the pieces is kept back for testing, and"
                        + " of a single piece its end.",
                initial = "sample-data/music/chorales")
        @FileKind(
                words = "music",
                endings = {".mid", ".midi", ".rmi", ".kar"},
                shared = ".json",
                folder = true)
        FilePath source,

        @Setting(
                label = "Step in",
                help = "What a time step is measured in: seconds, quarter notes, or found: the longest part of a"
                        + " quarter note on which all notes begin, else 0.05 s.",
                initial = "found")
        StepUnit unit,

        @Setting(
                label = "Step",
                help = "How long a time step is, in seconds or quarter notes, unless it is found. The thesis takes"
                        + " 0.05 s.",
                initial = "0.05",
                min = 0.001,
                max = 60)
        double step,

        @Setting(
                label = "Keys",
                help = "The 88 keys of a piano, or all 128 of MIDI, which the thesis takes.",
                initial = "piano")
        Keyboard keyboard,

        @Setting(
                label = "Length",
                help = "Steps of a sequence: a piece that is longer is cut, a shorter one filled up with steps that do"
                        + " not count. The thesis takes 200.",
                unit = "steps",
                initial = "100",
                min = Windows.SHORTEST,
                max = 10_000)
        int window,

        @Setting(
                label = "Transpose",
                help = "Move each training sequence up or down by a random number of semitones, this many at most and"
                        + " as far as the keys go. The thesis takes 10.",
                unit = "semitones",
                initial = "0",
                min = 0,
                max = 24)
        int transpose,

        @Setting(
                label = "Judge by",
                help = "The pieces to test on: those in 'test', or those in 'valid', by which settings are chosen while"
                        + " 'test' stays unseen.",
                initial = "test")
        Judging judge)
        implements TaskSettings {

    /** A part of the data to judge by. */
    public enum Judging {
        TEST,
        VALID
    }

    public PianoRolls {
        if (!(step > 0) || window < Windows.SHORTEST || transpose < 0) {
            throw new SettingsException("", "step, length and transposition must be within their ranges");
        }
    }

    private MusicSet read() {
        return MusicSet.read(source.path(), new MusicForm(unit, step, keyboard, judge == Judging.VALID));
    }

    @Override
    public Task open() {
        return new PianoRollTask(read(), window, transpose);
    }

    /** Longer sequences than the longest piece would be filled up in vain. */
    @Override
    public Fitted fitted() {
        MusicSet set = read();
        int longest = Stream.concat(set.training().stream(), set.test().stream())
                .mapToInt(PianoRoll::frames)
                .max()
                .orElseThrow();
        int steps = Math.max(Windows.SHORTEST, Math.min(window, longest));
        PianoRolls fitted = new PianoRolls(source, unit, step, keyboard, steps, transpose, judge);
        return new Fitted(
                fitted,
                fitted,
                new PianoRollTask(set, steps, transpose)); // nothing is lost that people would have to know
    }

    @Override
    public List<Path> files() {
        return MusicSet.files(source.path());
    }

    @Override
    public boolean recognises() {
        return RollFile.is(source.path());
    }
}
