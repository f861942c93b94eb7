package unroll.app.sound;

import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.app.view.Playhead;
import unroll.engine.music.Keyboard;

/**
 * Strikes and releases the keys of a score as its playhead goes over them, and those that hands play; it opens a device when there is
 * something to be heard. All on its own thread.
 */
final class Player {
    private final SoundDevices devices;
    private final ScheduledExecutorService thread;
    private final LongSupplier nanos;
    private final Consumer<String> tell;
    private final BitSet scored = new BitSet(Keyboard.MIDI_KEYS);
    private final BitSet played = new BitSet(Keyboard.MIDI_KEYS);
    private Optional<Score> score = Optional.empty();
    private double loudness = 1;
    private @Nullable Instrument instrument;

    /** Whether no device could be opened; it is not tried again until somebody asks anew. */
    private boolean refused;

    private long round;
    private @Nullable ScheduledFuture<?> next;

    /**
     * @param nanos the clock of the playheads
     * @param tell takes why nothing is heard, or nothing where something can be
     */
    Player(SoundDevices devices, ScheduledExecutorService thread, LongSupplier nanos, Consumer<String> tell) {
        this.devices = devices;
        this.thread = thread;
        this.nanos = nanos;
        this.tell = tell;
    }

    /** Plays this from now on. */
    void play(Score now) {
        boolean same = score.filter(before -> before.goesOnAs(now)).isPresent();
        score = Optional.of(now);
        if (now.sounds()) {
            open();
        }
        if (!same || next == null) {
            guard(this::restart);
        }
    }

    /** A hand strikes a key. */
    void strike(int key) {
        open();
        guard(on -> {
            played.set(key);
            on.strike(key);
        });
    }

    /** A hand lets it go. */
    void release(int key) {
        guard(on -> {
            played.clear(key);
            releaseUnheld(on, key);
        });
    }

    void loudness(double share) {
        loudness = share;
        guard(on -> on.loudness(share));
    }

    /** Gives the device back, until there is something to play again. */
    void rest() {
        score = Optional.empty();
        cancel();
        guard(Instrument::silence);
        letGo();
        refused = false;
        tell.accept("");
    }

    /** Opens a device where none is open. */
    void open() {
        if (instrument != null || refused) {
            return;
        }
        try {
            Instrument opened = devices.instrument();
            opened.loudness(loudness);
            instrument = opened;
            tell.accept("");
        } catch (SoundException e) {
            refused = true;
            tell.accept(e.reason());
        }
    }

    private void letGo() {
        scored.clear();
        played.clear();
        Instrument mine = instrument;
        instrument = null;
        if (mine != null) {
            mine.close();
        }
    }

    /** Does something with the device; one that fails is given up. */
    private void guard(Consumer<Instrument> what) {
        Instrument mine = instrument;
        if (mine == null) {
            return;
        }
        try {
            what.accept(mine);
        } catch (RuntimeException e) {
            refused = true;
            cancel();
            instrument = null;
            letGo();
            tell.accept("the sound device failed");
        }
    }

    private void restart(Instrument on) {
        cancel();
        releaseScored(on, new BitSet());
        follow(on);
    }

    /** Does what is due at this step, and comes again at the next; as much earlier as it takes to be heard. */
    private void follow(Instrument on) {
        next = null;
        Optional<Playhead> running = score.flatMap(Score::playhead);
        if (running.isEmpty()) {
            return;
        }
        Playhead head = running.get();
        long now = nanos.getAsLong() + on.latency();
        if (head.over(now)) {
            releaseScored(on, new BitSet());
            return;
        }
        long count = head.count(now);
        if (head.round(count) != round) {
            round = head.round(count);
            releaseScored(on, new BitSet());
        }
        sound(on, keys(head.step(count)));
        next = thread.schedule(() -> guard(this::follow), head.begins(count + 1) - now, TimeUnit.NANOSECONDS);
    }

    /** The keys that sound at a step. */
    private BitSet keys(int step) {
        BitSet keys = new BitSet(Keyboard.MIDI_KEYS);
        score.map(Score::roll).filter(roll -> step >= 0 && step < roll.frames()).ifPresent(roll -> {
            for (int key = 0; key < Keyboard.MIDI_KEYS; key++) {
                keys.set(key, roll.sounds(step, key));
            }
        });
        return keys;
    }

    /** Those that go on sounding are not struck anew. */
    private void sound(Instrument on, BitSet due) {
        releaseScored(on, due);
        BitSet fresh = (BitSet) due.clone();
        fresh.andNot(scored);
        scored.or(fresh);
        fresh.stream().forEach(on::strike);
    }

    private void releaseScored(Instrument on, BitSet but) {
        BitSet gone = (BitSet) scored.clone();
        gone.andNot(but);
        scored.andNot(gone);
        gone.stream().forEach(key -> releaseUnheld(on, key));
    }

    /** Releases a key unless the score or a hand holds it. */
    private void releaseUnheld(Instrument on, int key) {
        if (!scored.get(key) && !played.get(key)) {
            on.release(key);
        }
    }

    private void cancel() {
        ScheduledFuture<?> waiting = next;
        next = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
