package unroll.app.sound;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.app.view.Cues;
import unroll.engine.music.Keyboard;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.TimeStep;

/**
 * What is heard while the time step runs on, how loudly, and why nothing is: on the window's thread. A device is held from when something
 * is to be heard until nobody sees any music, or it is muted.
 */
public final class Sound {
    /** What there is to be heard. */
    public enum Part {
        TRUTH,
        PREDICTION,
        FREE_RUN,
        /** What somebody played, and how the network goes on. */
        PLAYED_ALONG;

        /** As people choose it: "free run". */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final PianoRoll SILENCE = PianoRoll.of(TimeStep.ofSeconds(1), Keyboard.PIANO, 0, List.of());

    private final Cues cues;
    private final ScheduledExecutorService thread;
    private final Player player;
    private final Map<Part, Supplier<PianoRoll>> offered = new EnumMap<>(Part.class);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.FREE_RUN);
    private final DoubleProperty loudness = new SimpleDoubleProperty(this, "loudness", 1);
    private final BooleanProperty muted = new SimpleBooleanProperty(this, "muted");
    private final ReadOnlyStringWrapper whySilent = new ReadOnlyStringWrapper(this, "whySilent", "");
    private boolean seen;

    /** Whether the player may hold a device. */
    private boolean active;

    /**
     * Makes no sound yet.
     *
     * @param cues whose time step it follows
     * @param thread its own, for devices take their time
     * @param nanos the clock of the time step
     * @param window runs what touches the window
     */
    public Sound(
            SoundDevices devices, Cues cues, ScheduledExecutorService thread, LongSupplier nanos, Executor window) {
        this.cues = cues;
        this.thread = thread;
        player = new Player(devices, thread, nanos, why -> window.execute(() -> whySilent.set(why)));
        cues.playheadProperty().subscribe(now -> renew());
        part.subscribe(now -> renew());
        muted.subscribe(now -> renew());
        loudness.subscribe(now -> whileActive(on -> on.loudness(now.doubleValue())));
    }

    // Properties

    /** What is heard. */
    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /** How loud it is, from 0 to 1. */
    public DoubleProperty loudnessProperty() {
        return loudness;
    }

    /** Whether nothing is to be heard. */
    public BooleanProperty mutedProperty() {
        return muted;
    }

    /** Why nothing is heard: the end of a sentence; empty while there is no reason. */
    public ReadOnlyStringProperty whySilentProperty() {
        return whySilent.getReadOnlyProperty();
    }

    /** That nothing is heard, and why: "silent: this computer has no sound device"; empty while there is no reason. */
    public String silence() {
        return whySilent.get().isEmpty() ? "" : "silent: " + whySilent.get();
    }

    // Commands

    /** Says what a part is from now on. */
    public void offer(Part which, Supplier<PianoRoll> roll) {
        offered.put(which, roll);
        if (which == part.get()) {
            renew();
        }
    }

    /** There is nothing to be heard any more until something is offered. */
    public void withdraw() {
        offered.clear();
        renew();
    }

    /** Says whether anybody sees music; while nobody does, no device is held. */
    public void look(boolean nowSeen) {
        seen = nowSeen;
        renew();
    }

    /** A hand strikes a key. */
    public void strike(int key) {
        if (audible()) {
            activate();
            thread.execute(() -> player.strike(key));
        }
    }

    /** A hand lets a key go. */
    public void release(int key) {
        whileActive(on -> on.release(key));
    }

    /** Opens the device, for somebody is about to play: what is struck first is heard at once. */
    public void prepare() {
        if (audible()) {
            activate();
            thread.execute(player::open);
        }
    }

    private boolean audible() {
        return seen && !muted.get();
    }

    private void activate() {
        if (!active) {
            active = true;
            double now = loudness.get();
            thread.execute(() -> player.loudness(now));
        }
    }

    private void renew() {
        if (!audible()) {
            whileActive(Player::rest);
            active = false;
            return;
        }
        Supplier<PianoRoll> roll = Optional.ofNullable(offered.get(part.get())).orElse(() -> SILENCE);
        boolean runs = cues.playheadProperty().get().isPresent();
        Score score = new Score(
                part.get(), runs ? roll.get() : SILENCE, cues.playheadProperty().get());
        if (score.sounds()) {
            activate();
        }
        whileActive(on -> on.play(score));
    }

    private void whileActive(Consumer<Player> what) {
        if (active) {
            thread.execute(() -> what.accept(player));
        }
    }

    /** Gives the device back; nothing is heard any more. */
    public void close() {
        look(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                return; // a device that hangs goes with the program
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
