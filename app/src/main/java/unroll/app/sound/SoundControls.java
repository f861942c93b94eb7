package unroll.app.sound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import unroll.app.address.NodeAddress;
import unroll.app.control.Chooser;
import unroll.app.control.FittingRow;
import unroll.app.control.QuietButton;
import unroll.app.control.QuietToggle;
import unroll.app.sheet.NumberField;
import unroll.app.view.Cues;
import unroll.engine.task.Appearance;

/** The controls by which music is played: play and loop, what is heard, how fast and how loudly. */
public final class SoundControls {
    private static final NumberField.Range TEMPI = new NumberField.Range(10, 400, false);
    private static final double LOUDER = 0.1;

    private SoundControls() {}

    /**
     * Adds them to a row.
     *
     * @param parts of which one is chosen there
     */
    public static void addTo(FittingRow row, Sound sound, Cues cues, List<Sound.Part> parts) {
        ObservableValue<Boolean> inBeats = cues.runProperty()
                .map(run -> run.appearance() instanceof Appearance.Notes notes
                        && notes.step().quarters());
        row.addStaying(9, playing(cues));
        row.addYielding(
                5,
                new QuietToggle(
                        "loop", "Begin again after the last step; else it rests there", cues.loopingProperty()));
        row.addYielding(4, parts(sound, parts));
        row.addYielding(3, tempo(cues), inBeats);
        row.addStaying(8, muting(sound));
        row.addYielding(2, loudness(sound));
    }

    private static QuietButton playing(Cues cues) {
        QuietButton button = NodeAddress.command("time.run").on(new QuietButton("play", "", cues::playOrRest));
        cues.playingProperty().subscribe(on -> button.show(on ? "pause" : "play", on ? "Pause" : "Play"));
        return button;
    }

    private static Chooser parts(Sound sound, List<Sound.Part> parts) {
        Chooser chooser = new Chooser(
                "What is heard",
                "What is heard while the time step runs on: the truth; the keys that the network takes for more"
                        + " probable than not;\nor its free run, in which it goes on by itself",
                name -> sound.partProperty().set(Sound.Part.valueOf(name)));
        sound.partProperty().subscribe(now -> {
            SequencedMap<String, String> called = new LinkedHashMap<>();
            Stream.concat(parts.stream(), Stream.of(now)).forEach(part -> called.put(part.name(), part.words()));
            chooser.show(called, now.name());
        });
        return chooser;
    }

    private static NumberField tempo(Cues cues) {
        NumberField field = new NumberField(
                "tempo",
                "Quarter notes a minute, for what is heard and for the time step in all views.",
                4,
                TEMPI,
                cues.beatsProperty()::set);
        field.valueProperty().bind(cues.beatsProperty());
        return field;
    }

    private static QuietButton muting(Sound sound) {
        QuietButton button = new QuietButton(
                "sound",
                "",
                () -> sound.mutedProperty().set(!sound.mutedProperty().get()));
        NodeAddress.command("sound.mute").on(button);
        Runnable show = () -> {
            boolean muted = sound.mutedProperty().get();
            String silence = sound.silence();
            String does = muted ? "Sound on" : "Mute";
            button.show(
                    muted || !silence.isEmpty() ? "mute" : "sound",
                    silence.isEmpty() ? does : does + "\nIt is " + silence);
        };
        sound.mutedProperty().subscribe(on -> show.run());
        sound.whySilentProperty().subscribe(why -> show.run());
        return button;
    }

    private static Slider loudness(Sound sound) {
        Slider slider = new Slider(0, 1, 1);
        slider.getStyleClass().addAll("loudness-slider", "small");
        slider.setBlockIncrement(LOUDER);
        slider.setAccessibleText("Loudness");
        slider.setTooltip(new Tooltip("How loud it is"));
        slider.valueProperty().bindBidirectional(sound.loudnessProperty());
        slider.disableProperty().bind(sound.mutedProperty());
        return slider;
    }
}
