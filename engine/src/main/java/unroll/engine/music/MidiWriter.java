package unroll.engine.music;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** Writes notes as a Standard MIDI File of format 1: a track with the tempo, and one for each voice. */
public final class MidiWriter {
    /** Divisible by the parts into which music divides a quarter note. */
    private static final int TICKS_OF_QUARTER = 960;

    /** Ticks that a step has at least, so that rounding to the nearest tick leaves it where it was. */
    private static final int LEAST_TICKS = 8;

    private static final int MOST_TICKS_OF_QUARTER = 0x7FFF;
    private static final double MINUTE = 60e6;
    private static final int MOST_TEMPO = 0xFFFFFF;
    private static final int TEMPO = 0x51;
    private static final int END = 0x2F;
    private static final int LOUDNESS = 80;
    private static final int FORMAT = 1;

    private MidiWriter() {}

    /**
     * A piano-roll as a file of one voice: read in the same steps it gives the same roll.
     *
     * @param beats quarter notes a minute, 4 to 10,000
     */
    public static byte[] write(PianoRoll roll, double beats) {
        return write(List.of(roll.notes()), roll.frames(), roll.step(), beats);
    }

    /**
     * Voices, each on the same channel and in a track of its own.
     *
     * @param frames time steps after which all tracks end
     * @param beats quarter notes a minute, 4 to 10,000
     */
    public static byte[] write(List<List<RollNote>> voices, int frames, TimeStep step, double beats) {
        long tempo = Math.round(MINUTE / beats);
        if (!(tempo >= 1 && tempo <= MOST_TEMPO)) {
            throw new IllegalArgumentException("no file can have " + beats + " quarter notes a minute");
        }
        double quarters = step.quarters() ? step.length() : step.length() * 1e6 / tempo;
        int division = (int) Math.clamp(
                Math.ceil(LEAST_TICKS / quarters / TICKS_OF_QUARTER) * TICKS_OF_QUARTER,
                TICKS_OF_QUARTER,
                MOST_TICKS_OF_QUARTER);
        try {
            Sequence sequence = new Sequence(Sequence.PPQ, division, voices.size() + 1);
            Track first = sequence.getTracks()[0];
            byte[] number = {(byte) (tempo >> 16), (byte) (tempo >> 8), (byte) tempo};
            first.add(new MidiEvent(new MetaMessage(TEMPO, number, number.length), 0));
            for (int voice = 0; voice < voices.size(); voice++) {
                Track track = sequence.getTracks()[voice + 1];
                for (RollNote note : voices.get(voice)) {
                    add(track, ShortMessage.NOTE_ON, note.key(), LOUDNESS, tick(note.from(), quarters, division));
                    add(track, ShortMessage.NOTE_OFF, note.key(), 0, tick(note.to(), quarters, division));
                }
            }
            for (Track track : sequence.getTracks()) {
                track.add(new MidiEvent(new MetaMessage(END, new byte[0], 0), tick(frames, quarters, division)));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            MidiSystem.write(sequence, FORMAT, bytes);
            return bytes.toByteArray();
        } catch (InvalidMidiDataException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has room, or fails otherwise
        }
    }

    private static long tick(int frame, double quarters, int division) {
        return Math.round(frame * quarters * division);
    }

    private static void add(Track track, int command, int key, int loudness, long tick)
            throws InvalidMidiDataException {
        track.add(new MidiEvent(new ShortMessage(command, 0, key, loudness), tick));
    }
}
