package unroll.engine.music;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import unroll.engine.data.DataException;

/**
 * A MIDI file in a line of a table: what it is called, and its part, tracks, notes, drums, tempo, seconds and keys; or why it cannot be read.
 *
 * @param line as wide as {@link #head} says
 */
public record PieceDescription(String line) {
    private static final String FORM = "%-32s %5s %6s %8s %7s %9s %9s  %s";

    /** What stands above. */
    public static String head() {
        return String.format(
                Locale.ROOT, FORM, "file", "part", "tracks", "notes", "drums", "beats/min", "seconds", "keys");
    }

    /** Those of all MIDI files that are read of a file or folder, by name; none of piano-rolls, which have nothing but steps. */
    public static List<PieceDescription> of(Path source) {
        return MusicSet.found(source).stream().map(PieceDescription::of).toList();
    }

    private static PieceDescription of(MusicFiles.Found found) {
        String name = String.valueOf(found.file().getFileName());
        String part = found.part().map(MusicFiles.Part::word).orElse("");
        try {
            MidiPiece piece = MidiPiece.read(found.file());
            double[] beats = piece.beats();
            return new PieceDescription(String.format(
                    Locale.ROOT,
                    FORM,
                    name,
                    part,
                    piece.tracks(),
                    String.format(Locale.ROOT, "%,d", piece.tones()),
                    String.format(Locale.ROOT, "%,d", piece.notes().size() - piece.tones()),
                    beats.length == 0
                            ? "120"
                            : String.format(Locale.ROOT, beats.length == 1 ? "%.4g" : "%.4g ...", beats[0]),
                    String.format(Locale.ROOT, "%,.1f", piece.seconds()),
                    keys(piece)));
        } catch (DataException e) {
            return new PieceDescription(String.format(
                    Locale.ROOT,
                    "%-32s %5s  %s",
                    name,
                    part,
                    MusicReading.inName(e).replace(name + ": ", "")));
        }
    }

    private static String keys(MidiPiece piece) {
        int[] keys = piece.notes().stream()
                .filter(note -> !note.drum())
                .mapToInt(MidiNote::key)
                .sorted()
                .toArray();
        return keys.length == 0 ? "" : Keyboard.name(keys[0]) + " to " + Keyboard.name(keys[keys.length - 1]);
    }
}
