package unroll.engine.sweep;

import com.google.gson.JsonElement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.engine.setting.SettingsException;

/**
 * Something in which the runs of a sweep differ, and the values it takes.
 *
 * @param name the head of its column: "T"
 * @param values in the order in which they run
 */
public record Axis(String name, List<Value> values) {
    /** Settings under this path are where random numbers begin. */
    private static final String SEEDS = "seeds.";

    public Axis {
        values = List.copyOf(values);
        plain(name, "an axis");
        if (values.isEmpty()) {
            throw new SettingsException("axis '" + name + "'", "needs at least one value");
        }
        Set<String> labels = new HashSet<>();
        for (Value value : values) {
            if (!labels.add(value.label())) {
                throw new SettingsException(
                        "axis '" + name + "'", "has two values '" + value.label() + "'; give each a label of its own");
            }
        }
    }

    /**
     * A value of an axis.
     *
     * @param label what it is called in tables and file names
     * @param changes the settings that it changes, by their dotted paths, in their order
     */
    public record Value(String label, Map<String, JsonElement> changes) {
        public Value {
            plain(label, "a label");
        }
    }

    /** Whether it changes seeds alone, so that results count all its values together. */
    public boolean seeds() {
        return values.stream()
                .allMatch(value -> !value.changes().isEmpty()
                        && value.changes().keySet().stream().allMatch(path -> path.startsWith(SEEDS)));
    }

    private static void plain(String words, String what) {
        if (words.isBlank() || words.matches("(?s).*[,|\n\r\"].*")) {
            throw new SettingsException(
                    "", what + " of a sweep is some words without commas, quotes and bars, not '" + words + "'");
        }
    }
}
