package unroll.engine.sweep;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import unroll.engine.experiment.Experiment;
import unroll.engine.likelihood.TestScores;
import unroll.engine.problem.Problem;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.Task;
import unroll.engine.task.TaskSettings;

/** Makes the runs of a sweep and refuses those that cannot be, before any of them begins. */
final class Cells {
    /** In bytes: that of ext4, NTFS, APFS and others. */
    private static final int LONGEST_NAME = 255;

    private final Sweep sweep;
    private final Map<TaskSettings, Task> tasks = new HashMap<>();

    /** By name, without the letters that file systems do not allow: two labels may become the same name. */
    private final Map<String, SweepCell> cells = new LinkedHashMap<>();

    private Cells(Sweep sweep) {
        this.sweep = sweep;
    }

    static List<SweepCell> of(Sweep sweep) {
        Cells made = new Cells(sweep);
        for (List<Axis> grid : sweep.grids()) {
            made.add(grid, Map.of(), sweep.base());
        }
        return List.copyOf(made.cells.values());
    }

    /** Adds the cells of the remaining {@code axes} to what the ones before chose. */
    private void add(List<Axis> axes, Map<String, String> labels, Experiment experiment) {
        if (axes.isEmpty()) {
            add(labels, experiment);
            return;
        }
        Axis axis = axes.getFirst();
        for (Axis.Value value : axis.values()) {
            Map<String, String> more = new LinkedHashMap<>(labels);
            more.put(axis.name(), value.label());
            add(axes.subList(1, axes.size()), more, changed(experiment, axis, value));
        }
    }

    private Experiment changed(Experiment experiment, Axis axis, Axis.Value value) {
        try {
            return SettingsJson.with(experiment, value.changes(), sweep.folder());
        } catch (SettingsException e) {
            throw new SettingsException(
                    "axis '" + axis.name() + "', value '" + value.label() + "'", String.valueOf(e.getMessage()));
        }
    }

    private void add(Map<String, String> labels, Experiment experiment) {
        String words = labels.entrySet().stream()
                .map(label -> label.getKey() + " " + label.getValue())
                .collect(Collectors.joining(", "));
        String name = words.isEmpty() ? "run" : words.replaceAll("[^\\p{L}\\p{N} .,_-]", "-");
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new SettingsException(
                    "",
                    "the labels of a run, together '" + name.substring(0, 40)
                            + "...', are too long for the name of a folder");
        }
        Problem problem = open(experiment, words);
        SweepCell cell = new SweepCell(
                name,
                labels,
                Schema.of(Experiment.class).with(experiment, "name", words.isEmpty() ? sweep.name() : words),
                TestScores.metrics(problem).stream().map(Metric::title).toList());
        SweepCell other = cells.put(name, cell);
        if (other != null) {
            throw new SettingsException(
                    "", "two runs of the sweep are called '" + name + "'; give their values other labels");
        }
    }

    /** The task of a run, opened once; its model must fit. */
    private Problem open(Experiment experiment, String words) {
        try {
            Task task = tasks.computeIfAbsent(experiment.task(), TaskSettings::open);
            return Problem.of(task, experiment.model());
        } catch (SettingsException e) {
            throw new SettingsException("run '" + words + "'", String.valueOf(e.getMessage()));
        }
    }
}
