package unroll.app.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import unroll.app.parallel.ParallelAxis;
import unroll.app.parallel.ParallelData;
import unroll.engine.archive.Contrast;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.archive.ScoreLabel;
import unroll.engine.experiment.Experiment;

/** Runs as parallel coordinates: an axis for each setting in which they differ, and behind these one for each score of their last tests. */
final class SettingAxes {
    /** Before the words of a score in its key, which is no path of a setting. */
    private static final String SCORE = "score ";

    private SettingAxes() {}

    /** The runs among these rows; those beyond a limit are not within. Lines have the colours of the measure by which most are judged. */
    static ParallelData of(List<RunRow> rows, RunLimits limits) {
        List<RunRow> read = rows.stream().filter(row -> row.whole().isPresent()).toList();
        List<Whole> runs = read.stream().flatMap(row -> row.whole().stream()).toList();
        List<ParallelAxis> axes = new ArrayList<>();
        names(runs).forEach((path, name) -> axes.add(axis(path, name, runs)));
        Optional<ScoreLabel> judging = judging(runs);
        List<ScoreLabel> scores = new ArrayList<>(runs.stream()
                .flatMap(run -> run.measures().stream())
                .distinct()
                .filter(score -> !judging.equals(Optional.of(score)))
                .toList());
        judging.ifPresent(scores::addLast);
        scores.forEach(score -> axes.add(axis(SCORE + score.words(), score.words(), runs)));
        return new ParallelData(
                axes,
                read.stream()
                        .map(row -> new ParallelData.Entry(
                                row.id(),
                                row.name(),
                                row.whole().filter(limits::contain).isPresent()))
                        .toList(),
                judging.map(score -> axes.getLast()),
                limits.spans());
    }

    /** The value of a run on the axis of a key; empty where it has none. */
    static String value(Whole run, String key) {
        if (!key.startsWith(SCORE)) {
            return run.settings().getOrDefault(key, "");
        }
        for (int i = 0; i < run.measures().size() && !run.spent().tests().isEmpty(); i++) {
            double score = run.spent().tests().getLast().scores().get(i);
            if (key.equals(SCORE + run.measures().get(i).words()) && Double.isFinite(score)) {
                return Double.toString(score);
            }
        }
        return "";
    }

    private static ParallelAxis axis(String key, String name, List<Whole> runs) {
        return new ParallelAxis(
                key, name, runs.stream().map(run -> value(run, key)).toList());
    }

    /** The paths of the settings in which runs differ, and what people call these; with the path where two are called the same. */
    private static SequencedMap<String, String> names(List<Whole> runs) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        List<Experiment> experiments = runs.stream().map(Whole::experiment).toList();
        Contrast.among(runs.stream().map(Whole::settings).toList())
                .paths()
                .forEach(path -> names.put(path, RunRow.label(experiments, path)));
        Map<String, Long> often =
                names.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        names.replaceAll((path, name) -> often.getOrDefault(name, 1L) > 1 ? name + " (" + path + ")" : name);
        return names;
    }

    private static Optional<ScoreLabel> judging(List<Whole> runs) {
        Map<ScoreLabel, Long> often = runs.stream()
                .filter(run -> !run.spent().tests().isEmpty())
                .flatMap(run -> run.headline().stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return often.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }
}
