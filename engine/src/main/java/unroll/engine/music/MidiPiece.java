package unroll.engine.music;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.engine.data.DataException;

/** A piece of music as a Standard MIDI File has it: its notes by ticks, and when these are. */
public final class MidiPiece {
    /** Larger files than that are no music: this is a day of the densest. */
    private static final int MOST_BYTES = 8 << 20;

    /** 14 hours at 0.05 s: longer pieces than that are errors, such as a rest of days. */
    private static final int MOST_FRAMES = 1 << 20;

    private static final double MINUTE = 60e6;

    private final int tracks;
    private final TempoMap.Division division;
    private final List<TempoMap.Change> tempi;
    private final TempoMap tempo;
    private final long lastTick;
    private final List<MidiNote> notes;

    MidiPiece(
            int tracks, TempoMap.Division division, List<TempoMap.Change> tempi, long lastTick, List<MidiNote> notes) {
        this.tracks = tracks;
        this.division = division;
        this.tempi = List.copyOf(tempi);
        this.tempo = new TempoMap(division, tempi);
        this.lastTick = lastTick;
        this.notes = List.copyOf(notes);
    }

    /**
     * Reads a file of format 0, 1 or 2, also one within a RIFF file.
     *
     * @throws DataException where it cannot be read or is damaged
     */
    public static MidiPiece read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new DataException(
                        file,
                        String.format(
                                Locale.ROOT, "is larger than %d MB, which no piece of music is", MOST_BYTES >> 20));
            }
            return MidiReader.read(new MidiBytes(file, bytes));
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    /** How many tracks there are. */
    public int tracks() {
        return tracks;
    }

    /** Quarter notes a minute from each change of the tempo on; none where nothing is said, which means 120. */
    public double[] beats() {
        return tempi.stream().mapToDouble(change -> MINUTE / change.tempo()).toArray();
    }

    /** The tick at which the last track ends. */
    long lastTick() {
        return lastTick;
    }

    /** How long it lasts. */
    public double seconds() {
        return tempo.seconds(lastTick);
    }

    /** All notes, those of drums too, in the order in which they are struck. */
    public List<MidiNote> notes() {
        return notes;
    }

    /**
     * The notes but those of drums at the nearest time steps, each in one at least.
     *
     * @param file for complaints
     * @throws DataException where it is too long, or where a step of quarter notes is wanted and the file knows none
     */
    public PianoRoll roll(Path file, TimeStep step, Keyboard keyboard) {
        if (step.quarters() && division.ticksOfQuarter() == 0) {
            throw new DataException(
                    file, "counts time in parts of a second and knows no beats; choose a step in seconds");
        }
        double end = steps(lastTick, step);
        if (end >= MOST_FRAMES) {
            throw new DataException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "lasts %,.0f s, which is %,.0f steps of %s; a piece of more than %,d is taken for an error:"
                                    + " choose a longer step, or leave it out",
                            seconds(),
                            end,
                            step.words(),
                            MOST_FRAMES));
        }
        List<RollNote> painted = new ArrayList<>(notes.size());
        int frames = (int) Math.rint(end);
        for (MidiNote note : notes) {
            if (!note.drum()) {
                int from = (int) Math.rint(steps(note.from(), step));
                int to = Math.max(from + 1, (int) Math.rint(steps(note.to(), step)));
                painted.add(new RollNote(note.key(), from, to));
                frames = Math.max(frames, to);
            }
        }
        return PianoRoll.of(step, keyboard, frames, painted);
    }

    /** How many notes other than drums the keyboard has no key for. */
    public long beyond(Keyboard keyboard) {
        return notes.stream()
                .filter(note -> !note.drum() && !keyboard.has(note.key()))
                .count();
    }

    private double steps(long tick, TimeStep step) {
        return step.quarters()
                ? tick / (division.ticksOfQuarter() * step.length())
                : tempo.seconds(tick) / step.length();
    }

    /**
     * How many of its notes other than drums begin on a grid of so many lines a quarter note, to the nearest hundredth of one.
     *
     * @param parts lines in a quarter note
     */
    long onGrid(int parts) {
        int quarter = division.ticksOfQuarter();
        long slack = quarter / 100;
        return quarter == 0
                ? 0
                : notes.stream()
                        .filter(note -> !note.drum())
                        .mapToLong(note -> Math.floorMod(note.from() * parts, (long) quarter))
                        .filter(off -> Math.min(off, quarter - off) <= slack * parts)
                        .count();
    }

    /** How many are no drums. */
    long tones() {
        return notes.stream().filter(note -> !note.drum()).count();
    }
}
