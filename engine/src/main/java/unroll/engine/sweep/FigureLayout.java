package unroll.engine.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays out the pictures of a sweep: which axis goes across, which makes curves, and which makes pictures of their own. */
final class FigureLayout {
    /** The thesis calls the length of a problem so; where there is such an axis, it goes across. */
    private static final String LENGTH = "T";

    private final List<Group> groups;
    private final Map<String, Set<String>> axes = new LinkedHashMap<>();

    FigureLayout(List<Group> groups) {
        this.groups = groups;
        for (Group group : groups) {
            group.labels()
                    .forEach((axis, label) -> axes.computeIfAbsent(axis, none -> new LinkedHashSet<>())
                            .add(label));
        }
    }

    /** The pictures that have at least one point; none where no axis of several numbers is there. */
    List<Figure> all() {
        Optional<String> across = across();
        if (across.isEmpty()) {
            return List.of();
        }
        Optional<String> curves = axes.keySet().stream()
                .filter(axis -> !axis.equals(across.get()))
                .filter(axis -> several(axis) && labels(axis).size() <= Figure.MOST)
                .reduce((earlier, later) -> later);
        Map<List<String>, List<Group>> pictures = new LinkedHashMap<>();
        for (Group group : groups) {
            if (group.tried() > 0 && !group.label(across.get()).isEmpty()) {
                Map<String, String> shared = new LinkedHashMap<>(group.labels());
                shared.remove(across.get());
                curves.ifPresent(shared::remove);
                pictures.computeIfAbsent(List.copyOf(shared.values()), none -> new ArrayList<>())
                        .add(group);
            }
        }
        List<Figure> figures = new ArrayList<>();
        pictures.forEach((shared, there) -> {
            String title = String.join(" · ", shared);
            String name = "minibatches" + (title.isEmpty() ? "" : " " + String.join(" ", shared));
            figures.add(new Figure(
                    name.replaceAll("[^\\p{L}\\p{N}._-]", "-"),
                    title,
                    across.get(),
                    curves(there, across.get(), curves)));
        });
        return figures;
    }

    private Optional<String> across() {
        List<String> numeric = axes.keySet().stream()
                .filter(axis -> several(axis) && labels(axis).stream().allMatch(FigureLayout::isNumber))
                .toList();
        return numeric.contains(LENGTH) ? Optional.of(LENGTH) : numeric.stream().findFirst();
    }

    private Set<String> labels(String axis) {
        return axes.getOrDefault(axis, Set.of());
    }

    private boolean several(String axis) {
        return labels(axis).size() > 1;
    }

    private static List<Figure.Curve> curves(List<Group> groups, String across, Optional<String> axis) {
        Map<String, List<Group>> curves = groups.stream()
                .collect(Collectors.groupingBy(
                        group -> axis.map(group::label).orElse(""), LinkedHashMap::new, Collectors.toList()));
        return curves.entrySet().stream()
                .map(curve -> new Figure.Curve(
                        curve.getKey(),
                        curve.getValue().stream()
                                .map(group -> new Figure.Point(
                                        Double.parseDouble(group.label(across)), group.minibatches(), group.tried()))
                                .sorted(Comparator.comparingDouble(Figure.Point::x))
                                .toList()))
                .toList();
    }

    private static boolean isNumber(String label) {
        return label.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");
    }
}
