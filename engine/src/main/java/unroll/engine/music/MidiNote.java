package unroll.engine.music;

/**
 * A note in a MIDI file.
 *
 * @param channel from 0 to 15
 * @param key its number in MIDI
 * @param from the tick at which it is struck
 * @param to the tick at which it is silent again, the pedal being down or not; not before {@code from}
 */
public record MidiNote(int channel, int key, long from, long to) {
    /** The channel on which keys are drums. */
    private static final int DRUMS = 9;

    /** Whether it is one of the drums, whose keys are no tones. */
    public boolean drum() {
        return channel == DRUMS;
    }
}
