package unroll.engine.archive;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.Difference;

/**
 * The settings that set several experiments apart. What is inside a choice counts only among those that chose the same: the learning
 * rates of two methods are not comparable.
 *
 * @param paths of those that are not the same in all that have them; names and seeds are never among them
 * @param places the same, each with the choices it is inside of
 */
public record Contrast(SequencedSet<String> paths, Set<String> places) {
    /** Settings that change no number of a run. */
    private static final Set<String> SILENT = Set.of("name", "about", "backend.threads");

    private static final String SEEDS = "seeds.";

    public Contrast {
        paths = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(paths));
        places = Set.copyOf(places);
    }

    /** What sets these apart, each a list of settings. */
    public static Contrast among(List<? extends Map<String, String>> experiments) {
        Map<String, Set<String>> values = new HashMap<>();
        for (Map<String, String> settings : experiments) {
            settings.forEach((path, value) -> values.computeIfAbsent(within(path, settings), none -> new HashSet<>())
                    .add(value));
        }
        values.values().removeIf(several -> several.size() < 2);
        SequencedSet<String> paths = new LinkedHashSet<>();
        for (Map<String, String> settings : experiments) {
            settings.keySet().stream()
                    .filter(path -> !silent(path) && values.containsKey(within(path, settings)))
                    .forEach(paths::add);
        }
        return new Contrast(paths, values.keySet());
    }

    /** A path with the kinds of the choices it is inside of. */
    private static String within(String path, Map<String, String> settings) {
        StringBuilder place = new StringBuilder(path);
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            place.append(' ').append(settings.getOrDefault(path.substring(0, dot), ""));
        }
        return place.toString();
    }

    private static boolean silent(String path) {
        return SILENT.contains(path) || path.startsWith(SEEDS);
    }

    /** The settings in this list that set it apart: {@code optimiser adam, optimiser.learningRate 0.01}. */
    public String words(Map<String, String> settings) {
        return words(settings, path -> path);
    }

    /** The same with other names for them than their paths. */
    public String words(Map<String, String> settings, UnaryOperator<String> names) {
        return settings.entrySet().stream()
                .filter(setting -> !silent(setting.getKey()) && places.contains(within(setting.getKey(), settings)))
                .map(setting -> names.apply(setting.getKey()) + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The settings in which an experiment differs from a baseline; names and threads do not count. */
    public static List<Difference> from(Experiment baseline, Experiment experiment) {
        return Difference.between(baseline, experiment).stream()
                .filter(difference -> !SILENT.contains(difference.path()))
                .toList();
    }

    /** The same in words. Seeds, for which tables have a column, are named only where nothing else differs. */
    public static String words(Experiment baseline, Experiment experiment) {
        return words(baseline, experiment, path -> path);
    }

    /** The same with other names for the settings than their paths. */
    public static String words(Experiment baseline, Experiment experiment, UnaryOperator<String> names) {
        List<Difference> all = from(baseline, experiment);
        List<Difference> settings = all.stream()
                .filter(difference -> !difference.path().startsWith(SEEDS))
                .toList();
        if (settings.isEmpty()) {
            return all.isEmpty() ? "nothing" : "only the seeds";
        }
        return settings.stream()
                .map(difference -> difference.words(names.apply(difference.path())))
                .collect(Collectors.joining(", "));
    }

    /** Those of the settings in this list in which runs differ whose seeds do not matter. */
    static Map<String, String> apartFromSeeds(Map<String, String> settings) {
        Map<String, String> rest = new HashMap<>(settings);
        rest.keySet().removeIf(Contrast::silent);
        return rest;
    }
}
