package unroll.engine.archive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import unroll.engine.run.Experiment;
import unroll.engine.setting.Difference;
import unroll.engine.setting.SettingsList;

/**
 * The settings that set several experiments apart.
 *
 * @param paths of those that are not the same in all that have them; names and seeds are never among them
 */
public record Contrast(Set<String> paths) {
    /** Settings that change no number of a run. */
    private static final Set<String> SILENT = Set.of("name", "about", "backend.threads");

    private static final String SEEDS = "seeds.";

    /** What sets these apart. */
    public static Contrast among(List<Experiment> experiments) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Experiment experiment : experiments) {
            SettingsList.of(experiment)
                    .forEach((path, value) -> values.computeIfAbsent(path, none -> new LinkedHashSet<>())
                            .add(value));
        }
        values.values().removeIf(several -> several.size() < 2);
        values.keySet().removeIf(path -> SILENT.contains(path) || path.startsWith(SEEDS));
        return new Contrast(new LinkedHashSet<>(values.keySet()));
    }

    /** The values of an experiment that set it apart: {@code optimiser adam, optimiser.learningRate 0.01}. */
    public String words(Experiment experiment) {
        return SettingsList.of(experiment).entrySet().stream()
                .filter(setting -> paths.contains(setting.getKey()))
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    /** In what an experiment differs from a baseline, but for names and threads. */
    public static List<Difference> from(Experiment baseline, Experiment experiment) {
        return Difference.between(baseline, experiment).stream()
                .filter(difference -> !SILENT.contains(difference.path()))
                .toList();
    }

    /** The same in words; seeds, which tables tell by themselves, only where there is nothing else. */
    public static String words(Experiment baseline, Experiment experiment) {
        List<Difference> all = from(baseline, experiment);
        List<Difference> settings = all.stream()
                .filter(difference -> !difference.path().startsWith(SEEDS))
                .toList();
        if (settings.isEmpty()) {
            return all.isEmpty() ? "nothing" : "only the seeds";
        }
        return settings.stream().map(Difference::words).collect(Collectors.joining(", "));
    }

    /** Whether two experiments differ in nothing but seeds, names and threads. */
    public static boolean onlySeeds(Experiment one, Experiment other) {
        return settings(one).equals(settings(other));
    }

    /** All settings by which runs are told apart where their seeds do not matter. */
    static Map<String, String> settings(Experiment experiment) {
        Map<String, String> settings = new TreeMap<>(SettingsList.of(experiment));
        settings.keySet().removeIf(path -> SILENT.contains(path) || path.startsWith(SEEDS));
        return settings;
    }
}
