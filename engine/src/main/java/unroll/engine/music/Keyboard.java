package unroll.engine.music;

import java.util.List;

/** Which of the 128 keys of MIDI are looked at. */
public enum Keyboard {
    /** The 88 keys of a piano, from A0 to C8. */
    PIANO(21, 88),
    /** All there are, from C-1 to G9. */
    ALL(0, Keyboard.MIDI_KEYS);

    /** Keys of MIDI; middle C, C4, is number 60. */
    public static final int MIDI_KEYS = 128;

    private static final int OCTAVE = 12;
    private static final List<String> NAMES = List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

    private final int first;
    private final int count;

    Keyboard(int first, int count) {
        this.first = first;
        this.count = count;
    }

    /** The number of its lowest key in MIDI. */
    public int first() {
        return first;
    }

    /** How many keys it has. */
    public int count() {
        return count;
    }

    /** Whether it has a key of MIDI. */
    public boolean has(int key) {
        return key >= first && key < first + count;
    }

    /** What a key of MIDI is called: 60 is C4. */
    public static String name(int key) {
        return NAMES.get(key % OCTAVE) + (key / OCTAVE - 1);
    }

    /** Whether it is a black one. */
    public static boolean black(int key) {
        return NAMES.get(key % OCTAVE).length() > 1;
    }
}
