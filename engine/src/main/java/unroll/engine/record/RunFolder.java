package unroll.engine.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.file.FolderName;
import unroll.engine.setting.SettingsJson;

/**
 * A run on the disk: {@code experiment.json}, {@code metrics.csv}, {@code inner.csv}, the newest checkpoints, a thinned history of
 * older ones, pictures, and remarks. Every file is replaced whole, so that a crash at any moment leaves a run that can go on.
 */
public final class RunFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

    private static final Pattern STAMPED =
            Pattern.compile(" (\\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d)( \\(\\d+\\))?$");

    /** Bytes that are written to see whether there is room: about an experiment and a line of metrics. */
    private static final int TRIAL = 8192;

    private final Path path;
    private final Checkpoints checkpoints;

    /** Whether the folder was not made yet and may get another name. */
    private final boolean planned;

    private RunFolder(Path path, boolean planned) {
        this.path = path;
        this.planned = planned;
        checkpoints = new Checkpoints(path);
    }

    /** A place for a new run of an experiment under {@code parent}; nothing is written, and another run may take it before {@link #make}. */
    public static RunFolder planned(Path parent, Experiment experiment) {
        String name = FolderName.of(experiment.name(), "run") + " "
                + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        Path path = parent.resolve(name);
        for (int i = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
            path = parent.resolve(name + " (" + i + ")");
        }
        return new RunFolder(path, true);
    }

    /**
     * Makes the folder. One that was planned is a new folder, under another name where its place was taken meanwhile.
     *
     * @param experiment for which it was planned
     * @return the run in the folder that was made
     * @throws RunException where it cannot be made
     */
    public RunFolder make(Experiment experiment) {
        try {
            if (!planned) {
                Files.createDirectories(path);
                return this;
            }
            Path parent = Objects.requireNonNull(path.getParent());
            Files.createDirectories(parent);
            RunFolder folder = this;
            while (!created(folder.path)) {
                folder = planned(parent, experiment);
            }
            return at(folder.path);
        } catch (IOException e) {
            throw new RunException(
                    path, "cannot be saved: " + FileException.reason(e) + "; make room, then save again", e);
        }
    }

    /**
     * Makes sure that something can be saved in the folder, or where it will be.
     *
     * @throws RunException where not
     */
    public void requireRoom() {
        Path place =
                begun() ? path : Objects.requireNonNull(path.toAbsolutePath().getParent());
        try {
            Files.createDirectories(place);
            Path trial = Files.createTempFile(place, ".room", ".part");
            try {
                Files.write(trial, new byte[TRIAL]);
            } finally {
                Files.delete(trial);
            }
        } catch (IOException e) {
            throw new RunException(
                    path, "cannot be saved: " + FileException.reason(e) + "; make room, or choose another folder", e);
        }
    }

    private static boolean created(Path place) throws IOException {
        try {
            Files.createDirectory(place);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** The run that is in this folder, or will be once something is saved. */
    public static RunFolder at(Path path) {
        return new RunFolder(path, false);
    }

    /** Whether something of it was saved. */
    public boolean begun() {
        return Files.isRegularFile(path.resolve(RunFiles.EXPERIMENT));
    }

    /**
     * The run in a folder.
     *
     * @throws RunException where there is none
     */
    public static RunFolder open(Path path) {
        RunFolder folder = at(path);
        if (!folder.begun()) {
            throw new RunException(path, "is no run: it has no " + RunFiles.EXPERIMENT, null);
        }
        return folder;
    }

    /** The runs under a folder, newest first; what is no run is passed over. */
    public static List<RunFolder> list(Path parent) {
        return FolderFiles.list(parent).stream()
                .filter(child -> Files.isRegularFile(child.resolve(RunFiles.EXPERIMENT)))
                .sorted(Comparator.comparingLong(RunFolder::lastChange).reversed())
                .map(RunFolder::at)
                .toList();
    }

    public Path path() {
        return path;
    }

    /** Where pictures of the run go. */
    public Path pictures() {
        return path.resolve("pictures");
    }

    /** When the folder was made: its name says so, or else the system. */
    public Instant made() {
        Matcher stamp = STAMPED.matcher(String.valueOf(path.getFileName()));
        try {
            return stamp.find()
                    ? LocalDateTime.parse(stamp.group(1), STAMP)
                            .atZone(ZoneId.systemDefault())
                            .toInstant()
                    : Files.readAttributes(path, BasicFileAttributes.class)
                            .creationTime()
                            .toInstant();
        } catch (IOException | DateTimeException e) {
            return changed(); // it vanished while we looked, or was renamed to no time at all
        }
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
        return ExperimentFile.read(path.resolve(RunFiles.EXPERIMENT));
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
     * Every test in its metrics, and what the updates before it cost.
     *
     * @throws RunException where they cannot be read
     */
    public Expenses expenses() {
        return Expenses.read(metrics());
    }

    /** Keeps where it left another run. */
    public void save(Origin origin) {
        AtomicFile.write(
                path.resolve(RunFiles.ORIGIN), SettingsJson.write(origin).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where it left another run; empty for one that began by itself.
     *
     * @throws RunException where that cannot be read
     */
    public Optional<Origin> origin() {
        Path file = path.resolve(RunFiles.ORIGIN);
        return Files.exists(file)
                ? Optional.of(SettingsJson.read(Origin.class, FolderFiles.text(file), file.toString()))
                : Optional.empty();
    }

    /**
     * What people call it.
     *
     * @throws RunException where that cannot be read
     * @throws unroll.engine.setting.SettingsException where it has none of its own and its experiment is none
     */
    public String name() {
        String given = remarks().name();
        return given.isEmpty() ? experiment().name() : given;
    }

    /**
     * What people wrote about it, with whatever editor.
     *
     * @throws RunException where that cannot be read
     */
    public Remarks remarks() {
        return Remarks.of(
                FolderFiles.words(path.resolve(RunFiles.LABEL)), FolderFiles.words(path.resolve(RunFiles.NOTES)));
    }

    /**
     * Keeps what people write about it, and nothing of what they wrote before.
     *
     * @throws FileException where that cannot be written; what was written before is there
     */
    public void remark(Remarks remarks) {
        FolderFiles.write(path.resolve(RunFiles.LABEL), remarks.label());
        FolderFiles.write(path.resolve(RunFiles.NOTES), remarks.notes());
    }

    /**
     * Why no further update could be made when it was trained last; empty where it could.
     *
     * @throws RunException where that cannot be read
     */
    public String stopped() {
        return FolderFiles.words(path.resolve(RunFiles.STOPPED));
    }

    /** Keeps why no further update can be made; empty where one can. */
    public void stopped(String why) {
        FolderFiles.write(path.resolve(RunFiles.STOPPED), why);
    }

    /**
     * The names of its tests' scores, the headline first, as its metrics have them; none before the first.
     *
     * @throws RunException where they cannot be read
     */
    public List<String> scores() {
        return MetricsHead.of(metrics()).tests();
    }

    /** Keeps the experiment; files in this folder are named from here, so that it can be moved. */
    public void save(Experiment experiment) {
        AtomicFile.write(
                path.resolve(RunFiles.EXPERIMENT),
                SettingsJson.write(experiment, path).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Keeps a checkpoint, and of those before it only the last. Checkpoints and history beyond it go: they are damaged, or
     * of updates that were taken back.
     */
    public void save(Checkpoint checkpoint) {
        checkpoints.save(checkpoint);
    }

    /** Keeps a checkpoint for later looks and branches; thins out what is kept when it gets much. */
    public void remember(Checkpoint checkpoint) {
        checkpoints.remember(checkpoint);
    }

    /** The updates whose checkpoints are kept, ascending. */
    public List<Long> history() {
        return checkpoints.history();
    }

    /**
     * The checkpoint that is kept of an update.
     *
     * @throws RunException where none is, or it cannot be read
     */
    public Checkpoint remembered(long update) {
        return checkpoints.remembered(update);
    }

    /**
     * The newest checkpoint that can be read; empty for a run that was never saved.
     *
     * @throws RunException where there are some but none can be read
     */
    public Optional<Checkpoint> checkpoint() {
        return checkpoints.newest();
    }

    public Path metrics() {
        return path.resolve(RunFiles.METRICS);
    }

    public Path inner() {
        return path.resolve(RunFiles.INNER);
    }

    private static long lastChange(Path run) {
        Path metrics = run.resolve(RunFiles.METRICS);
        try {
            Path newest = Files.exists(metrics) ? metrics : run;
            return Files.getLastModifiedTime(newest).toMillis();
        } catch (IOException e) {
            return 0; // it vanished while we looked: the oldest of all
        }
    }
}
