package unroll.engine.task;

import unroll.engine.loss.Collapse;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Synthetic speech to be written down: words of symbols, each a pattern that lasts some frames, under noise.
 *
 * @param symbols of the alphabet; the network has one output more, for the blank
 * @param channels numbers of a frame
 * @param voice which patterns the symbols have, whatever the experiment's seeds
 * @param shortest symbols of the shortest word
 * @param longest symbols of the longest word
 * @param briefest frames of the briefest symbol
 * @param slowest frames of the slowest symbol
 * @param noise standard deviation of what is added to each number of a frame, where the patterns' is 1
 * @param collapse how outputs become a word
 * @param beam prefixes that are kept where the most probable word is searched
 */
@Kind(
        name = "spelling",
        label = "Spelling",
        help = "Write down synthetic speech without being told when each symbol was spoken (thesis sec. 2.8.5; Graves"
                + " and others 2006).")
public record Spelling(
        @Setting(label = "Symbols", help = "Symbols of the alphabet.", initial = "5", min = 1, max = 100)
        int symbols,

        @Setting(label = "Channels", help = "Numbers of a frame.", initial = "8", min = 1, max = 256)
        int channels,

        @Setting(
                label = "Voice",
                help = "Which patterns the symbols have; another number is another speaker.",
                initial = "1")
        int voice,

        @Setting(
                label = "Shortest word",
                help = "Symbols of the shortest word.",
                unit = "symbols",
                initial = "2",
                min = 1,
                max = 100)
        int shortest,

        @Setting(
                label = "Longest word",
                help = "Symbols of the longest word.",
                unit = "symbols",
                initial = "6",
                min = 1,
                max = 100)
        int longest,

        @Setting(
                label = "Briefest symbol",
                help = "Frames that a symbol lasts at least.",
                unit = "frames",
                initial = "2",
                min = 1,
                max = 100)
        int briefest,

        @Setting(
                label = "Slowest symbol",
                help = "Frames that a symbol lasts at most.",
                unit = "frames",
                initial = "5",
                min = 1,
                max = 100)
        int slowest,

        @Setting(
                label = "Noise",
                help = "Standard deviation of the noise in each number, where that of the patterns is 1.",
                initial = "0.5",
                min = 0,
                max = 10)
        double noise,

        @Setting(
                label = "Collapse",
                help = "How a label or blank at each frame becomes a word: drop-blanks keeps repeated labels, as the"
                        + " thesis; merge-repeats lets a label last, as Graves and others.",
                initial = "drop-blanks")
        Collapse collapse,

        @Setting(
                label = "Beam",
                help = "Beginnings of words that are kept when the most probable word is searched.",
                initial = "10",
                min = 1,
                max = 1000)
        int beam)
        implements TaskSettings {

    public Spelling {
        if (symbols < 1 || channels < 1 || beam < 1 || !(noise >= 0 && Double.isFinite(noise))) {
            throw new SettingsException("", "symbols, channels, noise and beam must be within their ranges");
        }
        if (shortest < 1 || longest < shortest) {
            throw new SettingsException("", "words of " + shortest + " to " + longest + " symbols are none");
        }
        if (briefest < 1 || slowest < briefest) {
            throw new SettingsException("", "symbols of " + briefest + " to " + slowest + " frames are none");
        }
    }

    @Override
    public Task open() {
        return new SpellingTask(this);
    }
}
