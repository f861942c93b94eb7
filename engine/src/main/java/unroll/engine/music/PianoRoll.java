package unroll.engine.music;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which keys sound in each time step of a piece; a key that is struck again while it sounds is one that goes on sounding. It does not
 * change once it is made.
 */
public final class PianoRoll {
    /** Memory that a step takes: a bit for each key of MIDI. */
    static final int BYTES = Keyboard.MIDI_KEYS / Byte.SIZE;

    private static final int WORDS = Keyboard.MIDI_KEYS / Long.SIZE;

    private final TimeStep step;
    private final Keyboard keyboard;

    /** Key k in bit {@code k mod 64} of word {@code 2 t + k / 64}. */
    private final long[] bits;

    private PianoRoll(TimeStep step, Keyboard keyboard, long[] bits) {
        this.step = step;
        this.keyboard = keyboard;
        this.bits = bits;
    }

    /** So many steps with these notes; what the keyboard does not have, or what lies behind the end, is left out. */
    public static PianoRoll of(TimeStep step, Keyboard keyboard, int frames, Collection<RollNote> notes) {
        long[] bits = new long[Math.multiplyExact(WORDS, frames)];
        int[] painted = new int[Keyboard.MIDI_KEYS]; // up to where by key: notes on top of each other cost no time
        List<RollNote> ordered = new ArrayList<>(notes);
        ordered.sort(Comparator.comparingInt(RollNote::from));
        for (RollNote note : ordered) {
            int key = note.key();
            if (keyboard.has(key)) {
                int end = Math.min(note.to(), frames);
                for (int t = Math.max(note.from(), painted[key]); t < end; t++) {
                    bits[WORDS * t + key / Long.SIZE] |= 1L << key;
                }
                painted[key] = Math.max(painted[key], end);
            }
        }
        return new PianoRoll(step, keyboard, bits);
    }

    /** How long each step lasts. */
    public TimeStep step() {
        return step;
    }

    /** The keys that are looked at. */
    public Keyboard keyboard() {
        return keyboard;
    }

    /** Time steps. */
    public int frames() {
        return bits.length / WORDS;
    }

    /** Whether a key of MIDI sounds in a step. */
    public boolean sounds(int frame, int key) {
        return (bits[WORDS * frame + key / Long.SIZE] >>> key & 1) != 0;
    }

    /** Writes a 1 for each key of the keyboard that sounds in a step, moved by some semitones; allocates nothing. */
    public void copy(int frame, int semitones, double[] to, int at) {
        for (int word = 0; word < WORDS; word++) {
            for (long left = bits[WORDS * frame + word]; left != 0; left &= left - 1) {
                int key = word * Long.SIZE + Long.numberOfTrailingZeros(left) + semitones;
                if (keyboard.has(key)) {
                    to[at + key - keyboard.first()] = 1;
                }
            }
        }
    }

    /** How many keys sound, in all steps together. */
    public long sounding() {
        return Arrays.stream(bits).map(Long::bitCount).sum();
    }

    /** Its lowest key, or one past all where it is silent. */
    public int lowest() {
        long[] ever = ever();
        int below = Long.numberOfTrailingZeros(ever[0]);
        return below < Long.SIZE ? below : Long.SIZE + Long.numberOfTrailingZeros(ever[1]);
    }

    /** Its highest key, or -1 where it is silent. */
    public int highest() {
        long[] ever = ever();
        return ever[1] != 0
                ? Keyboard.MIDI_KEYS - 1 - Long.numberOfLeadingZeros(ever[1])
                : Long.SIZE - 1 - Long.numberOfLeadingZeros(ever[0]);
    }

    private long[] ever() {
        long[] ever = new long[WORDS];
        for (int i = 0; i < bits.length; i++) {
            ever[i % WORDS] |= bits[i];
        }
        return ever;
    }

    /** The steps from one up to another. */
    public PianoRoll part(int from, int to) {
        return new PianoRoll(step, keyboard, Arrays.copyOfRange(bits, WORDS * from, WORDS * to));
    }

    /** Its notes, each as long as it sounds without a pause, in the order in which they begin and from the lowest up. */
    public List<RollNote> notes() {
        List<RollNote> notes = new ArrayList<>();
        for (int key = 0; key < Keyboard.MIDI_KEYS; key++) {
            int from = -1;
            for (int t = 0; t <= frames(); t++) {
                boolean now = t < frames() && sounds(t, key);
                if (now && from < 0) {
                    from = t;
                } else if (!now && from >= 0) {
                    notes.add(new RollNote(key, from, t));
                    from = -1;
                }
            }
        }
        notes.sort(Comparator.comparingInt(RollNote::from).thenComparingInt(RollNote::key));
        return notes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PianoRoll roll
                && roll.step.equals(step)
                && roll.keyboard == keyboard
                && Arrays.equals(roll.bits, bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return frames() + " steps of " + step.words();
    }
}
