package unroll.engine.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import unroll.engine.data.DataException;
import unroll.engine.music.Keyboard;
import unroll.engine.music.MidiNote;
import unroll.engine.music.MidiPiece;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.RollFile;
import unroll.engine.music.TimeStep;

/** MIDI files: notes, drums, tempo and seconds as counted by another program; and chorales as others have them as piano-rolls. */
final class MusicCases {
    private static final String KIND = "music";

    /** What reader and table may differ by, in seconds: the sixth digit of the table. */
    private static final double ROUNDING = 1e-5;

    private MusicCases() {}

    static List<FileOutcome> all(Path data) throws IOException {
        Path music = data.resolve("music");
        List<FileOutcome> outcomes = new ArrayList<>();
        outcomes.addAll(files(music.resolve("midi"), music.resolve("midi").resolve("expected.tsv")));
        outcomes.addAll(files(music.resolve("nottingham"), music.resolve("nottingham.tsv")));
        outcomes.addAll(chorales(data.resolve("jsb"), music.resolve("rolls").resolve("JSB_Chorales.json")));
        return outcomes;
    }

    private static List<FileOutcome> files(Path folder, Path table) throws IOException {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Map<String, String> row : KnownFigures.read(table)) {
            Path file = folder.resolve(cell(row, "file"));
            String expected = cell(row, "notes").isEmpty() ? cell(row, "odd") : figures(row) + odd(row);
            outcomes.add(FileOutcome.of(KIND, cell(row, "file"), expected, reason(row), () -> read(file, row)));
        }
        return outcomes;
    }

    private static String odd(Map<String, String> row) {
        return cell(row, "odd").isEmpty() ? "" : "; " + cell(row, "odd");
    }

    /** Words of the complaint that is true of the file; the other reader went on behind, or up to, such a place. */
    private static String reason(Map<String, String> row) {
        String odd = cell(row, "odd");
        if (odd.contains("no MThd")) {
            return "'MThd', with which MIDI files begin, does not stand there";
        }
        if (odd.contains(" in a file")) {
            return odd.replaceAll(".*status 0x(..) in a file.*", "$1").toUpperCase(Locale.ROOT) + " begins no event";
        }
        if (odd.contains("without running status")) {
            return "stands where an event is to begin, after nothing it could repeat";
        }
        return cell(row, "division").equals("0") ? "is said to have 0 ticks" : "";
    }

    private static String figures(Map<String, String> row) {
        return String.format(
                Locale.ROOT,
                "%s tracks, %s notes (%s of drums) %s-%s, %s changes of tempo, first %s, %s s",
                cell(row, "tracks"),
                cell(row, "notes"),
                cell(row, "drumNotes").isEmpty() ? "0" : cell(row, "drumNotes"),
                cell(row, "lowest"),
                cell(row, "highest"),
                cell(row, "tempoEvents"),
                cell(row, "firstTempoBpm"),
                cell(row, "seconds"));
    }

    private static String read(Path file, Map<String, String> row) throws FileOutcome.Wrong {
        MidiPiece piece = MidiPiece.read(file);
        require("tracks", piece.tracks(), number(row, "tracks"));
        require("notes", piece.notes().size(), number(row, "notes"));
        require("drums", piece.notes().stream().filter(MidiNote::drum).count(), number(row, "drumNotes"));
        require("changes of tempo", piece.beats().length, number(row, "tempoEvents"));
        if (piece.beats().length > 0) {
            near("beats a minute", piece.beats()[0], Double.parseDouble(cell(row, "firstTempoBpm")), 1e-4);
        }
        if (!piece.notes().isEmpty()) {
            require("lowest key", keys(piece).min().orElseThrow(), number(row, "lowest"));
            require("highest key", keys(piece).max().orElseThrow(), number(row, "highest"));
        }
        near("seconds", piece.seconds(), Double.parseDouble(cell(row, "seconds")), ROUNDING);
        String roll;
        try {
            PianoRoll steps = piece.roll(file, TimeStep.ofSeconds(0.05), Keyboard.ALL);
            roll = steps.frames() + " steps of 0.05 s";
        } catch (DataException e) {
            if (piece.seconds() < 86_400) {
                throw e;
            }
            roll = "a roll of it is refused";
        }
        return figures(row) + "; " + roll;
    }

    private static IntStream keys(MidiPiece piece) {
        return piece.notes().stream().mapToInt(MidiNote::key);
    }

    /** The chorales as MIDI files and as piano-rolls of other people: the same keys in the same steps. */
    private static List<FileOutcome> chorales(Path folder, Path json) throws IOException {
        RollFile rolls = RollFile.read(json, TimeStep.ofQuarters(1), Keyboard.PIANO);
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Map.Entry<String, List<PianoRoll>> part : Map.of(
                        "train", rolls.train(), "valid", rolls.valid(), "test", rolls.test())
                .entrySet()) {
            for (int i = 0; i < part.getValue().size(); i++) {
                PianoRoll expected = part.getValue().get(i);
                String name = String.format(Locale.ROOT, "%s/%03d.mid", part.getKey(), i);
                Path file = folder.resolve(name);
                outcomes.add(FileOutcome.of(KIND, "jsb/" + name, "the roll of others, " + expected, "", () -> {
                    if (!Files.exists(file)) {
                        throw new FileOutcome.Wrong("is not there");
                    }
                    PianoRoll found = MidiPiece.read(file).roll(file, TimeStep.ofQuarters(1), Keyboard.PIANO);
                    if (!found.equals(expected)) {
                        throw new FileOutcome.Wrong(found + ", other keys");
                    }
                    return "the same";
                }));
            }
        }
        return outcomes;
    }

    private static void require(String what, long found, long expected) throws FileOutcome.Wrong {
        if (found != expected) {
            throw new FileOutcome.Wrong(found + " " + what + " instead of " + expected);
        }
    }

    private static void near(String what, double found, double expected, double tolerance) throws FileOutcome.Wrong {
        if (!(Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected)))) {
            throw new FileOutcome.Wrong(found + " " + what + " instead of " + expected);
        }
    }

    private static long number(Map<String, String> row, String name) {
        return cell(row, name).isEmpty() ? 0 : Long.parseLong(cell(row, name));
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }
}
