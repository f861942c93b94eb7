package unroll.engine.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.engine.table.Column;

/** A table in which most times come in several rows, each of another series: what is sold of each product in each shop every day. */
final class Panel {
    /** More columns do not name series together. */
    private static final int MOST_NAMES = 3;

    /** More columns are not tried. */
    private static final int MOST_CANDIDATES = 8;

    private final List<Column> columns;
    private final double[] when;
    private final long times;

    /** @param when the time of each row */
    Panel(List<Column> columns, double[] when) {
        this.columns = columns;
        this.when = when;
        times = Arrays.stream(when).distinct().count();
    }

    /** The fewest of these columns that together name the series, the first such; none where the table is no panel, or nothing names them. */
    List<Integer> names(List<Integer> candidates) {
        boolean panel = 2L * when.length >= 3 * times;
        List<Integer> some = candidates.stream()
                .filter(c -> panel
                        && fits(Arrays.stream(columns.get(c).values())
                                .distinct()
                                .count()))
                .limit(MOST_CANDIDATES)
                .toList();
        List<List<Integer>> sets = List.of(List.of());
        for (int n = 1; n <= MOST_NAMES; n++) {
            sets = sets.stream()
                    .flatMap(set -> some.stream()
                            .filter(c -> set.isEmpty() || c > set.getLast())
                            .map(c -> with(set, c)))
                    .toList();
            Optional<List<Integer>> names = sets.stream().filter(this::parted).findFirst();
            if (names.isPresent()) {
                return names.get();
            }
        }
        return List.of();
    }

    private static List<Integer> with(List<Integer> set, int column) {
        List<Integer> more = new ArrayList<>(set);
        more.add(column);
        return more;
    }

    /** Whether so many series have at least half of all times that there are, all together. */
    private boolean fits(long series) {
        return series > 1 && 2L * when.length >= series * times;
    }

    /** Whether columns name so few series, and each has each time once at most. */
    private boolean parted(List<Integer> names) {
        int[] series = new int[when.length];
        int count = 1;
        for (int c : names) {
            Map<List<Double>, Integer> places = new HashMap<>();
            for (int r = 0; r < series.length; r++) {
                List<Double> key = List.of((double) series[r], columns.get(c).values()[r]);
                series[r] = places.computeIfAbsent(key, any -> places.size());
            }
            count = places.size();
        }
        boolean once = fits(count);
        Set<List<Double>> seen = new HashSet<>();
        for (int r = 0; r < series.length && once; r++) {
            once = seen.add(List.of((double) series[r], when[r]));
        }
        return once;
    }
}
