package unroll.engine.music;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.engine.data.DataException;
import unroll.engine.data.DataSize;

/** MIDI files read as piano-rolls of one step, which may have to be found in all of them; what cannot be read is passed over and told. */
final class MusicReading {
    /** Into how many parts music divides a quarter note. */
    private static final int[] PARTS = {1, 2, 3, 4, 6, 8, 12};

    /** The share of notes that has to begin on a grid: people make errors. */
    private static final double ON_GRID = 0.99;

    private static final TimeStep OTHERWISE = TimeStep.ofSeconds(0.05);
    private static final int MOST_TOLD = 3;

    private final MusicForm form;
    private final List<MusicFiles.Found> files = new ArrayList<>();
    private final List<MidiPiece> pieces = new ArrayList<>();
    private final List<DataException> refused = new ArrayList<>();
    private final TimeStep step;
    private final List<PianoRoll> rolls = new ArrayList<>();
    private final List<Optional<MusicFiles.Part>> parts = new ArrayList<>();

    /** Reads files. */
    MusicReading(List<MusicFiles.Found> all, MusicForm form) {
        this.form = form;
        all.forEach(this::read);
        step = switch (form.unit()) {
            case SECONDS -> TimeStep.ofSeconds(form.step());
            case QUARTERS -> TimeStep.ofQuarters(form.step());
            case FOUND -> grid();
        };
        double bytes = 0;
        for (int i = 0; i < pieces.size(); i++) {
            bytes += roll(files.get(i), pieces.get(i));
            DataSize.check(files.get(i).file(), bytes);
        }
    }

    private void read(MusicFiles.Found found) {
        try {
            MidiPiece piece = MidiPiece.read(found.file());
            if (piece.tones() == piece.beyond(form.keyboard())) {
                throw new DataException(
                        found.file(),
                        piece.notes().isEmpty() ? "holds no notes" : "holds no notes but drums and what no key is for");
            }
            files.add(found);
            pieces.add(piece);
        } catch (DataException e) {
            refused.add(e);
        }
    }

    /** Makes the roll of a piece; the bytes that it takes. */
    private double roll(MusicFiles.Found found, MidiPiece piece) {
        try {
            PianoRoll roll = piece.roll(found.file(), step, form.keyboard());
            rolls.add(roll);
            parts.add(found.part());
            return (double) PianoRoll.BYTES * roll.frames();
        } catch (DataException e) {
            refused.add(e);
            return 0;
        }
    }

    private TimeStep grid() {
        long tones = pieces.stream().mapToLong(MidiPiece::tones).sum();
        return IntStream.of(PARTS)
                .filter(lines ->
                        pieces.stream().mapToLong(piece -> piece.onGrid(lines)).sum() >= ON_GRID * tones)
                .mapToObj(lines -> TimeStep.ofQuarters(1.0 / lines))
                .findFirst()
                .orElse(OTHERWISE);
    }

    TimeStep step() {
        return step;
    }

    /** All that could be read. */
    List<PianoRoll> rolls() {
        return rolls;
    }

    /** Those of a part. */
    List<PianoRoll> of(MusicFiles.Part part) {
        return IntStream.range(0, rolls.size())
                .filter(i -> parts.get(i).equals(Optional.of(part)))
                .mapToObj(rolls::get)
                .toList();
    }

    /** The first complaint about a file. */
    Optional<DataException> refused() {
        return refused.stream().findFirst();
    }

    /** How the step was found, and what was left out, a sentence each. */
    List<String> understood() {
        List<String> understood = new ArrayList<>();
        if (form.unit() == StepUnit.FOUND) {
            understood.add(
                    step.quarters()
                            ? "The step was found: the longest part of a quarter note on which all notes begin."
                            : "The notes begin on no common part of a quarter note, so that a step is " + step.words()
                                    + ".");
        }
        long drums = pieces.stream()
                .mapToLong(piece -> piece.notes().size() - piece.tones())
                .sum();
        if (drums > 0) {
            understood.add(String.format(Locale.ROOT, "%,d strokes of drums are left out.", drums));
        }
        long beyond = pieces.stream()
                .mapToLong(piece -> piece.beyond(form.keyboard()))
                .sum();
        if (beyond > 0) {
            understood.add(String.format(
                    Locale.ROOT,
                    "%,d notes beyond the %d keys are left out.",
                    beyond,
                    form.keyboard().count()));
        }
        if (!refused.isEmpty()) {
            int more = refused.size() - MOST_TOLD;
            understood.add("Passed over: "
                    + refused.stream()
                            .limit(MOST_TOLD)
                            .map(MusicReading::inName)
                            .collect(Collectors.joining("; "))
                    + (more > 0 ? "; and " + more + " more." : "."));
        }
        return understood;
    }

    /** A complaint that names the file alone, without its folders. */
    static String inName(DataException refused) {
        String complaint = String.valueOf(refused.getMessage());
        return complaint.substring(complaint.lastIndexOf(File.separatorChar, complaint.indexOf(": ")) + 1);
    }
}
