package unroll.engine.setting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A setting in which two records differ.
 *
 * @param path as {@code --set} takes it: {@code optimiser.learningRate}
 * @param before its value in the first; empty where that has no such setting
 * @param after its value in the second; empty where that has no such setting
 */
public record Difference(String path, String before, String after) {
    /**
     * In what two records of one type differ, in the order of their settings. Where a choice differs, settings that only
     * one of its kinds has are among them unless they have their first value.
     */
    public static <R> List<Difference> between(R first, R second) {
        SequencedMap<String, String> before = SettingsList.of(first);
        SequencedMap<String, String> after = SettingsList.of(second);
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : ordered(paths, before, after)) {
            String one = before.getOrDefault(path, "");
            String other = after.getOrDefault(path, "");
            boolean both = before.containsKey(path) && after.containsKey(path);
            boolean listed = both
                    ? !one.equals(other)
                    : before.containsKey(path) ? !isFirst(first, path, one) : !isFirst(second, path, other);
            if (listed) {
                differences.add(new Difference(path, one, other));
            }
        }
        return differences;
    }

    /** Those that only the second has stand behind the choice they belong to. */
    private static List<String> ordered(Set<String> paths, Map<String, String> before, Map<String, String> after) {
        List<String> ordered = new ArrayList<>();
        for (String path : paths) {
            if (before.containsKey(path)) {
                ordered.add(path);
            }
        }
        String last = "";
        for (String path : after.keySet()) {
            if (!before.containsKey(path)) {
                ordered.add(ordered.indexOf(last) + 1, path);
            }
            last = path;
        }
        return ordered;
    }

    /** Whether a setting has the value that a new one of its kind has. */
    private static boolean isFirst(Object record, String path, String value) {
        Object owner = record;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            owner = Schema.of(owner).field(rest.substring(0, dot)).of(owner);
            rest = rest.substring(dot + 1);
        }
        return value.equals(
                SettingsList.of(SettingsJson.initial(owner.getClass())).get(rest));
    }

    /** For people: {@code optimiser.learningRate 0.001 → 0.01}. */
    public String words() {
        return words(path);
    }

    /** The same under another name than its path. */
    public String words(String name) {
        return name + " " + (before.isEmpty() ? "–" : before) + " → " + (after.isEmpty() ? "–" : after);
    }
}
