package unroll.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/** An experiment that trains in milliseconds, with all that a real one has, and looks at what it left behind. */
public final class SmallRun {
    private SmallRun() {}

    public static Experiment experiment(String precision, long updates) {
        return SettingsJson.read(Experiment.class, """
            {
              "name": "small",
              "task": {"kind": "addition", "length": 10},
              "model": {"kind": "rnn", "hidden": 6},
              "optimiser": {"kind": "nesterov", "learningRate": [[0, 0.01], [9, 0.02]], "clip": 1},
              "training": {"batch": 30, "updates": %d, "testSequences": 20, "testEvery": 7},
              "backend": {"precision": "%s", "threads": 2}
            }
            """.formatted(updates, precision), "small.json");
    }

    public static Experiment with(Experiment experiment, String path, String value) {
        return SettingsJson.with(experiment, path, value);
    }

    /** A trainer in a new folder under {@code parent}. */
    static Trainer trainer(Experiment experiment, Path parent, SnapshotLog log) {
        return new Trainer(experiment, RunFolder.planned(parent, experiment), log);
    }

    /** Goes on with the run in a folder. */
    static Trainer reopened(Path folder, SnapshotLog log) {
        RunFolder run = RunFolder.open(folder);
        return new Trainer(run.experiment(), run, log);
    }

    /** Makes so many updates and waits until they are made. */
    static void step(Trainer trainer, SnapshotLog log, long updates) {
        long target = log.last().update() + updates;
        trainer.step(updates);
        log.await(s -> s.update() == target && (s.state() == State.PAUSED || s.state() == State.FINISHED));
    }

    /** Trains in a new folder without a pause, and returns the folder. */
    static Path trained(Experiment experiment, Path parent, long updates) {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = trainer(experiment, parent, log)) {
            step(trainer, log, updates);
            return trainer.folder().path();
        }
    }

    /** Every number of the newest checkpoint by name. */
    static List<String> numbers(Path folder) {
        Checkpoint checkpoint = RunFolder.open(folder).checkpoint().orElseThrow();
        Stream<String> tensors = checkpoint.tensors().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().shape() + " "
                        + java.util.Arrays.toString(entry.getValue().numbers()));
        return Stream.concat(Stream.of("update " + checkpoint.update()), tensors)
                .toList();
    }

    /** The lines of metrics.csv without the column of seconds. */
    static List<String> metrics(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("metrics.csv")).stream()
                .map(line -> line.replaceFirst("^([^,]*),[^,]*", "$1"))
                .toList();
    }

    /** A copy of a run folder. */
    static Path copy(Path folder, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(folder.relativize(path).toString()));
            }
        }
        return to;
    }

    /** The checkpoints' files, oldest first. */
    static List<Path> checkpoints(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("checkpoints"))) {
            return all.sorted().toList();
        }
    }
}
