package unroll.engine.music;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.data.DataException;

/**
 * Pieces of music of a person's own, as piano-rolls in two parts.
 *
 * @param step how long a time step is
 * @param training pieces to learn from, at least one
 * @param test pieces to judge by, at least one
 * @param understood what was read, and how, a sentence each
 */
public record MusicSet(
        TimeStep step, Keyboard keyboard, List<PianoRoll> training, List<PianoRoll> test, List<String> understood) {
    /** One piece in so many is kept back, the last ones; of a single piece, so much of its end. */
    private static final int KEPT_BACK = 5;

    public MusicSet {
        training = List.copyOf(training);
        test = List.copyOf(test);
        understood = List.copyOf(understood);
    }

    /**
     * Reads a MIDI file, a folder of them or a file of piano-rolls. In a folder what cannot be read is passed over and told.
     *
     * @throws DataException where there is too little, or nothing that can be read
     */
    public static MusicSet read(Path source, MusicForm form) {
        DataException.requireExisting(source);
        if (Files.isDirectory(source)) {
            return folder(source, form);
        }
        return RollFile.is(source) ? rolls(source, form) : single(source, form);
    }

    /**
     * The files that {@link #read} would read, as far as they are there.
     *
     * @throws DataException where a folder cannot be listed
     */
    public static List<Path> files(Path source) {
        if (Files.isDirectory(source)) {
            return MusicFiles.in(source).stream().map(MusicFiles.Found::file).toList();
        }
        return Files.exists(source) ? List.of(source) : List.of();
    }

    /** The MIDI files among them, and the part of the data to which each belongs. */
    static List<MusicFiles.Found> found(Path source) {
        return Files.isDirectory(source)
                ? MusicFiles.in(source)
                : RollFile.is(source) ? List.of() : List.of(new MusicFiles.Found(source, Optional.empty()));
    }

    private static MusicSet rolls(Path file, MusicForm form) {
        TimeStep step = form.unit() == StepUnit.SECONDS
                ? TimeStep.ofSeconds(form.step())
                : TimeStep.ofQuarters(form.unit() == StepUnit.FOUND ? 1 : form.step());
        RollFile rolls = RollFile.read(file, step, form.keyboard());
        if (form.valid() && rolls.valid().isEmpty()) {
            throw new DataException(file, "has no pieces in 'valid' to judge by; judge by 'test'");
        }
        List<String> understood = new ArrayList<>();
        if (form.unit() == StepUnit.FOUND) {
            understood.add("How long its steps are it does not say; they are taken for quarter notes.");
        }
        return told(step, form.keyboard(), rolls.train(), form.valid() ? rolls.valid() : rolls.test(), understood);
    }

    /** A piece of which the end is kept back. */
    private static MusicSet single(Path file, MusicForm form) {
        MusicReading reading = reading(file, found(file), form);
        PianoRoll roll = reading.rolls().getFirst();
        int cut = roll.frames() - roll.frames() / KEPT_BACK;
        if (cut == roll.frames()) {
            throw new DataException(
                    file,
                    "has " + roll.frames() + " steps of " + roll.step().words()
                            + "; a fifth of them is kept back for testing: take a longer piece or a shorter step");
        }
        return told(
                "One piece, the last fifth of it to test on",
                roll.step(),
                form.keyboard(),
                List.of(roll.part(0, cut)),
                List.of(roll.part(cut, roll.frames())),
                reading.understood());
    }

    private static MusicReading reading(Path source, List<MusicFiles.Found> files, MusicForm form) {
        MusicReading reading = new MusicReading(files, form);
        if (reading.rolls().isEmpty()) {
            throw reading.refused()
                    .orElseGet(() -> new DataException(
                            source,
                            "holds no music; put MIDI files (" + String.join(", ", MusicFiles.ENDINGS) + ") into it"));
        }
        return reading;
    }

    private static MusicSet folder(Path folder, MusicForm form) {
        MusicReading reading = reading(folder, found(folder), form);
        MusicFiles.Part judging = form.valid() ? MusicFiles.Part.VALID : MusicFiles.Part.TEST;
        List<PianoRoll> training = reading.of(MusicFiles.Part.TRAIN);
        List<PianoRoll> test = reading.of(judging);
        if (!training.isEmpty() && !test.isEmpty()) {
            return told(reading.step(), form.keyboard(), training, test, reading.understood());
        }
        if (!training.isEmpty() || !test.isEmpty() || form.valid()) {
            throw new DataException(
                    folder,
                    "has no music in a folder '"
                            + (training.isEmpty() ? "train" : judging.word())
                            + "', which it needs");
        }
        List<PianoRoll> rolls = reading.rolls();
        if (rolls.size() < 2) {
            throw new DataException(
                    folder,
                    "holds one piece; one to learn from and one to test on are the least: open the file itself");
        }
        int cut = Math.min(rolls.size() - 1, rolls.size() - rolls.size() / KEPT_BACK);
        return told(
                reading.step(),
                form.keyboard(),
                rolls.subList(0, cut),
                rolls.subList(cut, rolls.size()),
                reading.understood());
    }

    private static MusicSet told(
            TimeStep step, Keyboard keyboard, List<PianoRoll> training, List<PianoRoll> test, List<String> more) {
        String pieces = String.format(
                Locale.ROOT, "%,d pieces, %,d of them to test on", training.size() + test.size(), test.size());
        return told(pieces, step, keyboard, training, test, more);
    }

    private static MusicSet told(
            String pieces,
            TimeStep step,
            Keyboard keyboard,
            List<PianoRoll> training,
            List<PianoRoll> test,
            List<String> more) {
        List<PianoRoll> all = Stream.concat(training.stream(), test.stream()).toList();
        long sounding = all.stream().mapToLong(PianoRoll::sounding).sum();
        List<String> understood = new ArrayList<>();
        understood.add(String.format(
                Locale.ROOT,
                "%s: %,d and %,d steps of %s; %.1f notes sound at a time, from %s to %s.",
                pieces,
                frames(training),
                frames(test),
                step.words(),
                (double) sounding / frames(all),
                Keyboard.name(all.stream().mapToInt(PianoRoll::lowest).min().orElseThrow()),
                Keyboard.name(all.stream().mapToInt(PianoRoll::highest).max().orElseThrow())));
        understood.addAll(more);
        return new MusicSet(step, keyboard, training, test, understood);
    }

    private static long frames(List<PianoRoll> rolls) {
        return rolls.stream().mapToLong(PianoRoll::frames).sum();
    }
}
