package unroll.app.kept;

import unroll.app.look.Looks;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/**
 * What a person chose of the program itself.
 *
 * @param looks how the window looks
 * @param tourSeen whether the guided tour was seen or skipped
 * @param window where the window was when it was closed
 * @param volume how loud music is
 * @param tempo quarter notes a minute of music whose steps are parts of a beat
 */
public record Preferences(
        @Setting(label = "Looks", help = "How the window looks.")
        Looks looks,

        @Setting(
                label = "Tour seen",
                help = "Whether the guided tour was seen or skipped; if not, it is shown at the next start.",
                initial = "false")
        boolean tourSeen,

        @Setting(label = "Window", help = "Where the window was when it was closed.")
        WindowPlace window,

        @Setting(label = "Volume", help = "How loud music is.")
        Volume volume,

        @Setting(
                label = "Tempo",
                help = "How fast music is whose steps are parts of a beat.",
                unit = "quarter notes/min",
                initial = "80",
                min = 10,
                max = 400)
        double tempo) {
    /** Before anybody chose anything. */
    public static final Preferences FIRST = new Preferences(Looks.FIRST, false, WindowPlace.NONE, Volume.FIRST, 80);

    /** As JSON that people can read and change. */
    public static KeptFile.Format<Preferences> format() {
        return new KeptFile.Format<>(Preferences::read, SettingsJson::write);
    }

    private static Preferences read(String text) {
        try {
            return SettingsJson.read(Preferences.class, text, "preferences");
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public Preferences with(Looks other) {
        return new Preferences(other, tourSeen, window, volume, tempo);
    }

    /** The same with the tour seen. */
    public Preferences toured() {
        return new Preferences(looks, true, window, volume, tempo);
    }

    public Preferences with(WindowPlace other) {
        return new Preferences(looks, tourSeen, other, volume, tempo);
    }

    public Preferences with(Volume other) {
        return new Preferences(looks, tourSeen, window, other, tempo);
    }

    /** The same with music at another tempo. */
    public Preferences withTempo(double other) {
        return new Preferences(looks, tourSeen, window, volume, other);
    }
}
