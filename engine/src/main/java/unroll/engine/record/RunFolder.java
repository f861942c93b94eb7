package unroll.engine.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.file.Safetensors;
import unroll.engine.setting.SettingsJson;

/**
 * A run on the disk: {@code experiment.json}, {@code metrics.csv}, {@code inner.csv}, the newest checkpoints, a thinned history of
 * older ones, pictures, and notes. Every file is replaced whole, so that a crash at any moment leaves a run that can go on.
 */
public final class RunFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");
    private static final String EXPERIMENT = "experiment.json";
    private static final String ORIGIN = "origin.json";
    private static final String NOTES = "notes.md";
    private static final String STOPPED = "stopped.txt";
    private static final String HISTORY_FOLDER = "history";
    private static final String FORMAT = "unroll-checkpoint-1";

    /** Letters of the experiment's name in the folder's: file systems allow 255 bytes, some of them 3 for a letter. */
    private static final int LONGEST_NAME = 60;

    /** The newest and one before it, should the newest be damaged. */
    private static final int CHECKPOINTS = 2;

    /** When the history holds more states than this, every second is dropped. */
    private static final int HISTORY = 128;

    /** The same where they take more room than this, in bytes. */
    private static final long HISTORY_ROOM = 512L << 20;

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** A place for a new run of an experiment under {@code parent}; nothing is written until {@link #save}. */
    public static RunFolder planned(Path parent, Experiment experiment) {
        String name = experiment.name().replaceAll("[^\\p{L}\\p{N} ._-]", "-").strip();
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip();
        String base = (name.isEmpty() ? "run" : name) + " "
                + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        Path path = parent.resolve(base);
        for (int i = 2; Files.exists(path); i++) {
            path = parent.resolve(base + " (" + i + ")");
        }
        return new RunFolder(path);
    }

    /** The run that is in this folder, or will be once something is saved. */
    public static RunFolder at(Path path) {
        return new RunFolder(path);
    }

    /** Whether something of it was saved. */
    public boolean begun() {
        return Files.isRegularFile(path.resolve(EXPERIMENT));
    }

    /**
     * The run in a folder.
     *
     * @throws RunException where there is none
     */
    public static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path);
        if (!folder.begun()) {
            throw new RunException(path, "is no run: it has no " + EXPERIMENT, null);
        }
        return folder;
    }

    /** The runs under a folder, newest first; what is no run is passed over. */
    public static List<RunFolder> list(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(EXPERIMENT)))
                    .sorted(Comparator.comparingLong(RunFolder::lastChange).reversed())
                    .map(RunFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new RunException(parent, "cannot be listed: " + FileException.reason(e), e);
        }
    }

    public Path path() {
        return path;
    }

    /** Where pictures of the run go. */
    public Path pictures() {
        return path.resolve("pictures");
    }

    /** When its metrics were last written to. */
    public Instant changed() {
        return Instant.ofEpochMilli(lastChange(path));
    }

    /**
     * The experiment as it stands now.
     *
     * @throws RunException where it cannot be read
     * @throws unroll.engine.setting.SettingsException where it is no experiment
     */
    public Experiment experiment() {
        return readExperiment(path.resolve(EXPERIMENT));
    }

    /**
     * How far it has come, from the end of its metrics.
     *
     * @throws RunException where they cannot be read
     */
    public Standing standing() {
        return MetricsTail.read(metrics());
    }

    /**
     * What its metrics say of every test, and what the updates before it cost.
     *
     * @throws RunException where they cannot be read
     */
    public Expenses expenses() {
        return Expenses.read(metrics());
    }

    /** An experiment from a file of its own. */
    public static Experiment readExperiment(Path file) {
        try {
            return SettingsJson.read(Experiment.class, Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /** Keeps where it left another run. */
    public void save(Origin origin) {
        AtomicFile.write(path.resolve(ORIGIN), SettingsJson.write(origin).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where it left another run; empty for one that began by itself.
     *
     * @throws RunException where that cannot be read
     */
    public Optional<Origin> origin() {
        Path file = path.resolve(ORIGIN);
        try {
            return Files.exists(file)
                    ? Optional.of(SettingsJson.read(Origin.class, Files.readString(file), file.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /**
     * What people wrote about it; empty where they did not.
     *
     * @throws RunException where that cannot be read
     */
    public String notes() {
        return FolderText.read(path.resolve(NOTES));
    }

    /**
     * Keeps what people write about it, and nothing of what they wrote before.
     *
     * @throws FileException where that cannot be written; what was written before is there
     */
    public void note(String text) {
        FolderText.write(path.resolve(NOTES), text);
    }

    /**
     * Why no further update could be made when it was trained last; empty where it could.
     *
     * @throws RunException where that cannot be read
     */
    public String stopped() {
        return FolderText.read(path.resolve(STOPPED));
    }

    /** Keeps why no further update can be made; empty where one can. */
    public void stopped(String why) {
        FolderText.write(path.resolve(STOPPED), why);
    }

    /**
     * The names of its tests' scores, the headline first, as its metrics have them; none before the first.
     *
     * @throws RunException where they cannot be read
     */
    public List<String> scores() {
        return MetricsHead.of(metrics()).tests();
    }

    /** Keeps the experiment. */
    public void save(Experiment experiment) {
        AtomicFile.write(
                path.resolve(EXPERIMENT), SettingsJson.write(experiment).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Keeps a checkpoint, and of those before it only the last. Checkpoints and history beyond it go: they are damaged, or
     * of updates that were taken back.
     */
    public void save(Checkpoint checkpoint) {
        write(checkpoint, checkpoints());
        forget(checkpoints(), checkpoint.update());
        forget(older(), checkpoint.update());
        List<Path> all = numbered(checkpoints());
        all.subList(0, Math.max(0, all.size() - CHECKPOINTS)).forEach(RunFolder::delete);
    }

    private static void write(Checkpoint checkpoint, Path folder) {
        Map<String, String> metadata = Map.of(
                "format", FORMAT,
                "update", Long.toString(checkpoint.update()),
                "from", Long.toString(checkpoint.from()),
                "seconds", Double.toString(checkpoint.seconds()));
        AtomicFile.write(
                folder.resolve(numbered(checkpoint.update())),
                Safetensors.encode(new Safetensors.Content(metadata, checkpoint.tensors())));
    }

    private static void forget(Path folder, long after) {
        numbered(folder).stream().filter(file -> number(file) > after).forEach(RunFolder::delete);
    }

    /** Keeps a checkpoint for later looks and branches; thins out what is kept when it gets much. */
    public void remember(Checkpoint checkpoint) {
        write(checkpoint, older());
        for (List<Path> all = numbered(older()); tooMuch(all); all = numbered(older())) {
            for (int i = 1; i < all.size() - 1; i += 2) {
                delete(all.get(i));
            }
        }
    }

    /** The first and the newest stay, whatever room they take. */
    private static boolean tooMuch(List<Path> history) {
        return history.size() > HISTORY
                || history.size() > 2
                        && history.stream().mapToLong(RunFolder::size).sum() > HISTORY_ROOM;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /** The updates whose checkpoints are kept, ascending. */
    public List<Long> history() {
        return numbered(older()).stream().map(RunFolder::number).toList();
    }

    /**
     * The checkpoint that is kept of an update.
     *
     * @throws RunException where none is, or it cannot be read
     */
    public Checkpoint remembered(long update) {
        Path file = older().resolve(numbered(update));
        return checkpoint(Files.exists(file) ? file : checkpoints().resolve(numbered(update)));
    }

    /**
     * The newest checkpoint that can be read; empty for a run that was never saved.
     *
     * @throws RunException where there are some but none can be read
     */
    public Optional<Checkpoint> checkpoint() {
        List<Path> all = numbered(checkpoints());
        RunException complaint = null;
        for (Path file : all.reversed()) {
            try {
                return Optional.of(checkpoint(file));
            } catch (RunException e) {
                complaint = e;
            }
        }
        if (complaint != null) {
            throw complaint;
        }
        return Optional.empty();
    }

    private static Checkpoint checkpoint(Path file) {
        Safetensors.Content content = read(file);
        if (!FORMAT.equals(content.metadata().get("format"))) {
            throw new RunException(file, "is no checkpoint of this program; use an earlier one", null);
        }
        try {
            String update = content.metadata().getOrDefault("update", "");
            return new Checkpoint(
                    Long.parseLong(update),
                    Long.parseLong(content.metadata().getOrDefault("from", update)),
                    Double.parseDouble(content.metadata().getOrDefault("seconds", "")),
                    content.tensors());
        } catch (NumberFormatException e) {
            throw new RunException(file, "is no checkpoint: it does not say its update and seconds", e);
        }
    }

    private static Safetensors.Content read(Path file) {
        try {
            return Safetensors.read(file);
        } catch (FileException e) {
            throw new RunException(file, e.complaint() + "; use an earlier checkpoint", e);
        }
    }

    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    public Path inner() {
        return path.resolve("inner.csv");
    }

    private Path older() {
        return path.resolve(HISTORY_FOLDER);
    }

    private Path checkpoints() {
        return path.resolve("checkpoints");
    }

    private static String numbered(long update) {
        return String.format(Locale.ROOT, "%010d.safetensors", update);
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(".safetensors", ""));
    }

    private static List<Path> numbered(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().matches("\\d+\\.safetensors"))
                            .sorted(Comparator.comparingLong(RunFolder::number))
                            .toList());
        } catch (IOException e) {
            throw new RunException(folder, "cannot be listed: " + FileException.reason(e), e);
        } catch (UncheckedIOException e) {
            throw new RunException(folder, "cannot be listed: " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RunException(file, "cannot be removed: " + FileException.reason(e), e);
        }
    }

    private static long lastChange(Path run) {
        Path metrics = run.resolve("metrics.csv");
        try {
            Path newest = Files.exists(metrics) ? metrics : run;
            return Files.getLastModifiedTime(newest).toMillis();
        } catch (IOException e) {
            return 0; // it vanished while we looked: the oldest of all
        }
    }
}
