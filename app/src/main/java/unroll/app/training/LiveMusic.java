package unroll.app.training;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import unroll.app.sound.MidiKeyboard;
import unroll.app.sound.Sound;
import unroll.app.sound.SoundDevices;
import unroll.app.view.Cues;
import unroll.app.view.along.AlongController;
import unroll.app.view.along.LiveAlong;
import unroll.app.view.sequence.LiveSequence;

/** What is heard of the run that is open and played to it; its thread waits until there is music. */
public final class LiveMusic {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("unroll-sound").factory());
    private final Sound sound;
    private final AlongController along;
    private final MidiKeyboard keyboard;

    /** Whether a view of music is seen, and the one that is played on; kept here, for what they are made of holds them weakly. */
    private BooleanExpression seen = new ReadOnlyBooleanWrapper(false);

    private BooleanExpression played = new ReadOnlyBooleanWrapper(false);

    /**
     * Holds no device yet.
     *
     * @param cues whose time step it follows
     * @param nanos the clock
     * @param window runs what touches the window
     */
    public LiveMusic(SoundDevices devices, Cues cues, LongSupplier nanos, Executor window) {
        sound = new Sound(devices, cues, thread, nanos, window);
        along = new AlongController(cues, sound, nanos);
        keyboard = new MidiKeyboard(devices, thread, window, along::key);
    }

    /** What is heard. */
    public Sound sound() {
        return sound;
    }

    /** What is played. */
    public AlongController along() {
        return along;
    }

    /** The keyboard that is attached to be played on. */
    public MidiKeyboard keyboard() {
        return keyboard;
    }

    /** Is heard while these views are seen. */
    public void follow(LiveViews views) {
        played = views.seen(LiveAlong.NAME);
        seen = views.seen(LiveSequence.NAME).or(played);
        seen.subscribe(sound::look);
        played.subscribe(now -> {
            if (now) {
                sound.prepare();
            } else {
                keyboard.choose("");
            }
        });
    }

    /** Gives all devices back. */
    public void close() {
        keyboard.choose("");
        sound.close();
    }
}
