package unroll.app.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import unroll.app.parallel.ParallelData;
import unroll.engine.archive.Contrast;
import unroll.engine.archive.RunRecord;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Remarks;

/**
 * The rows of the table and what sets them apart.
 *
 * @param rows those that the filter lets through, the newest first
 * @param all how many there are without the filter
 * @param baseline the run that the others are compared with; empty for none
 * @param paths of the settings that have a column each
 * @param words whether what sets a run apart stands in one column of words
 * @param limited what the runs are limited by, in words; empty for nothing
 * @param settings the same runs over their settings, and faintly those that are beyond a span of these
 */
record RunsTable(
        List<RunRow> rows,
        int all,
        Optional<Whole> baseline,
        List<String> paths,
        boolean words,
        String limited,
        ParallelData settings) {
    /** Before anything was read. */
    static final RunsTable EMPTY =
            new RunsTable(List.of(), 0, Optional.empty(), List.of(), false, "", ParallelData.EMPTY);

    /** So many settings have a column each; more are listed in words. */
    private static final int COLUMNS = 4;

    RunsTable {
        rows = List.copyOf(rows);
        paths = List.copyOf(paths);
    }

    /**
     * What is to be shown.
     *
     * @param records as they were read, the newest first
     * @param hidden the names of those that are deleted
     * @param training the folders of those that train now
     * @param filter what was typed
     */
    record Question(
            List<RunRecord> records,
            RunChanges shelf,
            Set<String> hidden,
            Set<Path> training,
            String filter,
            Instant now) {}

    /** The answer; takes a moment where there are many runs. */
    static RunsTable of(Question question) {
        List<RunRecord> there = question.records().stream()
                .filter(run -> !question.hidden().contains(run.id()))
                .toList();
        Optional<Whole> baseline = there.stream()
                .filter(run -> run.id().equals(question.shelf().baseline()))
                .flatMap(RunsTable::whole)
                .findFirst();
        RunLimits limits = question.shelf().limits();
        List<RunRow> offered = there.stream()
                .filter(run -> limits.keeps(run.id()))
                .map(run -> row(run, baseline, question))
                .filter(row -> question.filter().isBlank() || row.matches(question.filter()))
                .toList();
        List<RunRow> shown = offered.stream()
                .filter(row -> limits.spans().isEmpty()
                        || row.whole().filter(limits::contain).isPresent())
                .toList();
        ParallelData settings = SettingAxes.of(offered, limits);
        if (baseline.isPresent()) {
            return new RunsTable(shown, there.size(), baseline, List.of(), true, limits.words(settings), settings);
        }
        Contrast contrast = Contrast.among(shown.stream()
                .flatMap(row -> row.whole().stream())
                .map(Whole::settings)
                .toList());
        boolean words = contrast.paths().size() > COLUMNS;
        List<RunRow> apart = shown.stream().map(row -> apart(row, contrast)).toList();
        return new RunsTable(
                apart,
                there.size(),
                baseline,
                words ? List.of() : List.copyOf(contrast.paths()),
                words,
                limits.words(settings),
                settings);
    }

    private static Stream<Whole> whole(RunRecord run) {
        return run instanceof Whole whole ? Stream.of(whole) : Stream.empty();
    }

    private static RunRow row(RunRecord run, Optional<Whole> baseline, Question question) {
        Optional<Whole> other = baseline.filter(base -> !base.id().equals(run.id()));
        Optional<Experiment> own = whole(run).map(Whole::experiment).findFirst();
        String differs = other.flatMap(base -> own.map(experiment -> Contrast.words(
                        base.experiment(),
                        experiment,
                        path -> RunRow.label(List.of(experiment, base.experiment()), path))))
                .orElse("");
        String paths = other.flatMap(base -> own.map(experiment -> Contrast.words(base.experiment(), experiment)))
                .orElse("");
        Remarks remarks = Optional.ofNullable(question.shelf().remarks().get(run.id()))
                .or(() -> whole(run).map(Whole::remarks).findFirst())
                .orElse(Remarks.NONE);
        return new RunRow(
                run,
                RunRow.state(run, question.training().contains(run.folder().path())),
                differs,
                paths,
                Map.of(),
                baseline.filter(base -> base.id().equals(run.id())).isPresent(),
                remarks,
                run.folder().made(),
                RunRow.ago(run, question.now()));
    }

    private static RunRow apart(RunRow row, Contrast contrast) {
        Map<String, String> own = new LinkedHashMap<>();
        row.whole()
                .ifPresent(whole -> contrast.paths().forEach(path -> {
                    String value = whole.settings().get(path);
                    if (value != null) {
                        own.put(path, value);
                    }
                }));
        String words = row.whole()
                .map(whole -> contrast.words(whole.settings(), row::label))
                .orElse("");
        String paths =
                row.whole().map(whole -> contrast.words(whole.settings())).orElse("");
        return new RunRow(
                row.run(), row.state(), words, paths, own, row.baseline(), row.remarks(), row.made(), row.when());
    }

    /** The rows of these names, in the order of the table. */
    List<RunRow> named(Set<String> names) {
        List<RunRow> named = new ArrayList<>(rows);
        named.removeIf(row -> !names.contains(row.id()));
        return named;
    }
}
