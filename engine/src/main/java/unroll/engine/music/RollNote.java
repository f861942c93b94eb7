package unroll.engine.music;

/**
 * A note in a piano-roll.
 *
 * @param key its number in MIDI
 * @param from the first time step in which it sounds, from 0
 * @param to one past the last
 */
public record RollNote(int key, int from, int to) {
    public RollNote {
        if (key < 0 || key >= Keyboard.MIDI_KEYS || from < 0 || to <= from) {
            throw new IllegalArgumentException("no note is key " + key + " from step " + from + " to " + to);
        }
    }
}
