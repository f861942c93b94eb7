package unroll.app.shell;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.app.kept.KeptFile;
import unroll.app.kept.Preferences;
import unroll.app.kept.Volume;
import unroll.app.kept.WindowPlace;
import unroll.app.look.Theme;
import unroll.app.sound.Sound;
import unroll.app.view.Cues;

/** What a person chose of the program, kept from one start to the next. */
final class WindowPreferences {
    private final KeptFile<Preferences> kept;
    private final ObjectProperty<Preferences> preferences;

    /** Restores the looks of the theme. */
    WindowPreferences(Services services, Theme theme, Consumer<String> complain) {
        kept = services.kept("preferences.json", Preferences.format(), complain);
        preferences = new SimpleObjectProperty<>(this, "preferences", kept.read(Preferences.FIRST));
        theme.choose(preferences.get().looks());
        theme.chosenProperty()
                .subscribe((before, after) -> preferences.set(preferences.get().with(after)));
        kept.keep(preferences);
    }

    /** Makes music as loud as it was. */
    void restore(Sound sound) {
        Volume volume = preferences.get().volume();
        sound.loudnessProperty().set(volume.level());
        sound.mutedProperty().set(volume.muted());
        Runnable changed = () -> preferences.set(preferences
                .get()
                .with(new Volume(
                        sound.loudnessProperty().get(), sound.mutedProperty().get())));
        sound.loudnessProperty().subscribe((before, after) -> changed.run());
        sound.mutedProperty().subscribe((before, after) -> changed.run());
    }

    /** Makes music as fast as it was. */
    void restore(Cues cues) {
        cues.beatsProperty().set(preferences.get().tempo());
        cues.beatsProperty()
                .subscribe((before, after) -> preferences.set(preferences.get().withTempo(after.doubleValue())));
    }

    /** Whether the guided tour was seen or skipped. */
    boolean toured() {
        return preferences.get().tourSeen();
    }

    /** The tour was seen or skipped. */
    void tourSeen() {
        preferences.set(preferences.get().toured());
    }

    /** Where the window was when it was closed. */
    WindowPlace place() {
        return preferences.get().window();
    }

    /** The window is closed there. */
    void leave(WindowPlace place) {
        preferences.set(preferences.get().with(place));
    }

    /** Waits until what was chosen is written. */
    void close() {
        kept.close();
    }
}
