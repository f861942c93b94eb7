package unroll.engine.task;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.data.Alphabet;
import unroll.engine.data.PlainText;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The user's own text: the next character has to be predicted.
 *
 * @param file a text file
 * @param window steps of a sequence
 * @param warmUp how many of them at the beginning do not count
 * @param symbols codes at most; the rarest characters share one
 * @param lowerCase whether capitals are read as small letters
 * @param encoding the name of the file's encoding; empty for that of its byte order mark, or else UTF-8
 */
@Kind(
        name = "text",
        label = "Text",
        help = "Predict the next character of a text of your own, from pieces cut out of it (thesis ch. 5).")
public record Text(
        @Setting(
                label = "File",
                help = "A text file. The network learns from its first nine tenths and is tested on the last.",
                initial = "sample-data/text/tales.txt")
        @FileKind(words = "texts", endings = ".txt")
        FilePath file,

        @Setting(
                label = "Window",
                help = "Characters of a sequence, cut out of the text at random places; the thesis takes 250.",
                unit = "characters",
                initial = "100",
                min = SHORTEST,
                max = 10_000)
        int window,

        @Setting(
                label = "Warm-up",
                help = "How many characters are read before the first prediction that counts: nobody can know what"
                        + " follows the first few. The thesis takes 50.",
                unit = "characters",
                initial = "20",
                min = 0,
                max = 9_999)
        int warmUp,

        @Setting(
                label = "Alphabet",
                help = "Symbols at most; the characters beyond the most frequent ones share the last.",
                unit = "symbols",
                initial = "100",
                min = 2,
                max = 1000)
        int symbols,

        @Setting(label = "Lower case", help = "Read capitals as small letters.", initial = "false")
        boolean lowerCase,

        @Setting(
                label = "Encoding",
                help = "The name of the encoding in which the file is, such as windows-1252, Shift_JIS or UTF-16LE."
                        + " Empty: what its byte order mark says, or else UTF-8.",
                empty = "by its mark, or UTF-8")
        String encoding)
        implements TaskSettings {

    /** Characters of the shortest window. */
    static final int SHORTEST = 2;

    public Text {
        if (window < SHORTEST) {
            throw new SettingsException("", "a window needs at least " + SHORTEST + " characters, not " + window);
        }
        if (warmUp < 0 || warmUp >= window) {
            throw new SettingsException(
                    "", "a warm-up of " + warmUp + " characters leaves nothing to predict in a window of " + window);
        }
        if (symbols < 2) {
            throw new SettingsException("", "an alphabet needs at least 2 symbols, not " + symbols);
        }
        if (!encoding.isEmpty() && !known(encoding)) {
            throw new SettingsException(
                    "encoding",
                    "no encoding is called '" + encoding + "' here; take one such as windows-1252, ISO-8859-15, KOI8-R,"
                            + " GB18030, Shift_JIS or UTF-16LE, or none for UTF-8");
        }
    }

    private static boolean known(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException e) {
            return false; // blanks and the like
        }
    }

    @Override
    public Task open() {
        return TextTask.of(file.path(), this, Optional.empty());
    }

    @Override
    public Task reopen(Signature learned) {
        return TextTask.of(
                file.path(),
                this,
                learned.appearance() instanceof Appearance.Characters characters
                        ? Optional.of(Alphabet.ofSymbols(characters.alphabet()))
                        : Optional.empty());
    }

    @Override
    public Fitted fitted() {
        int longest = TextTask.longest(PlainText.read(file.path(), encoding).characters());
        Text fitted = longest < SHORTEST || longest >= window
                ? this
                : new Text(file, longest, (int) ((long) warmUp * longest / window), symbols, lowerCase, encoding);
        return new Fitted(this, fitted, fitted.open());
    }

    @Override
    public List<Path> files() {
        return List.of(file.path());
    }
}
