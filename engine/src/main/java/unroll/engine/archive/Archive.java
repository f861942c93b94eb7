package unroll.engine.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Failures;
import unroll.engine.record.FolderFiles;
import unroll.engine.record.Remarks;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsList;
import unroll.engine.task.TaskSettings;

/** The runs under a folder; each is read again only after one of its files changed. Any thread that may wait can ask it. */
public final class Archive {
    /** A folder with any of these was meant to be a run. */
    private static final List<String> TRACES = List.of("experiment.json", "metrics.csv", "checkpoints");

    private final Path folder;
    private final Map<Path, CachedRun> readings = new ConcurrentHashMap<>();
    private final Map<TaskSettings, List<ScoreLabel>> measures = new ConcurrentHashMap<>();

    /** A run, and its files as they were when it was read. */
    private record CachedRun(List<String> files, RunRecord run) {}

    /** @param folder where the runs are kept; there is none where it is missing */
    public Archive(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /**
     * The folders that hold a run or what is left of one, those that changed last first.
     *
     * @throws RunException where they cannot be listed
     */
    public List<RunFolder> folders() {
        return FolderFiles.list(folder).stream()
                .filter(Archive::meansARun)
                .map(RunFolder::at)
                .sorted(Comparator.comparing(RunFolder::changed).reversed())
                .toList();
    }

    private static boolean meansARun(Path child) {
        return Files.isDirectory(child) && TRACES.stream().anyMatch(trace -> Files.exists(child.resolve(trace)));
    }

    /** The run in a folder as it is now; one that cannot be read says why. */
    public RunRecord read(RunFolder run) {
        List<String> files = files(run.path());
        CachedRun before = readings.get(run.path());
        if (before != null && before.files().equals(files)) {
            return before.run();
        }
        RunRecord now = readAnew(run);
        readings.put(run.path(), new CachedRun(files, now));
        return now;
    }

    /** Every file of the folder itself with its size and time: when those are the same, so are the contents. */
    private static List<String> files(Path run) {
        try (Stream<Path> children = Files.list(run)) {
            List<String> files = new ArrayList<>();
            for (Path file : children.sorted().toList()) {
                files.add(file.getFileName() + " "
                        + (Files.isRegularFile(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : ""));
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // reading it will complain
        }
    }

    private RunRecord readAnew(RunFolder run) {
        Instant changed = run.changed();
        if (!run.begun()) {
            return new RunRecord.Damaged(
                    run, changed, "It has no experiment.json, so nobody knows what was trained; delete it.");
        }
        try {
            Experiment experiment = run.experiment();
            return new RunRecord.Whole(
                    run,
                    changed,
                    experiment,
                    SettingsList.of(experiment),
                    measures(run.scores(), experiment.task()),
                    run.expenses(),
                    optional(run::origin, Optional.empty()),
                    optional(run::stopped, ""),
                    optional(run::remarks, Remarks.NONE));
        } catch (RuntimeException e) {
            return new RunRecord.Damaged(run, changed, Failures.sentence(e));
        }
    }

    /** What a run has besides its numbers; where it cannot be read these are shown all the same, without it. */
    private static <A> A optional(Supplier<A> part, A none) {
        try {
            return part.get();
        } catch (RunException | SettingsException damaged) {
            return none;
        }
    }

    /** What the columns of its metrics are; those without a unit have that of the task's score at their place and of their name. */
    private List<ScoreLabel> measures(List<String> titles, TaskSettings task) {
        List<ScoreLabel> known = titles.isEmpty() ? List.of() : measures.computeIfAbsent(task, Archive::ofTask);
        List<ScoreLabel> labels = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            ScoreLabel label = ScoreLabel.of(titles.get(i));
            boolean same = i < known.size() && known.get(i).name().equals(label.name());
            labels.add(same ? known.get(i) : label);
        }
        return List.copyOf(labels);
    }

    private static List<ScoreLabel> ofTask(TaskSettings task) {
        try {
            return task.open().metrics().stream()
                    .map(metric -> new ScoreLabel(metric.name(), metric.unit()))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(); // a user's own files may be gone; the numbers are there all the same
        }
    }
}
