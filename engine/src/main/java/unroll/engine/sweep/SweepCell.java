package unroll.engine.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.experiment.Experiment;

/**
 * One run of a sweep.
 *
 * @param name of its folder: the labels of its values
 * @param labels the label of its value on each axis
 * @param experiment what it runs
 * @param metrics the names of its test scores with their units, the headline first
 */
public record SweepCell(String name, Map<String, String> labels, Experiment experiment, List<String> metrics) {
    public SweepCell {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels)); // in the order of the axes
        metrics = List.copyOf(metrics);
    }

    /** Its label on an axis; empty where its grid has no such axis. */
    public String label(String axis) {
        return labels.getOrDefault(axis, "");
    }
}
