package unroll.app.parallel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.app.control.Table;

/**
 * What a chart of parallel coordinates shows: upright axes side by side, and lines that cross each at their value.
 *
 * @param axes from the left
 * @param lines in the order in which the axes have their values
 * @param colouring the axis by which lines have their colours, the last one; empty for none
 * @param spans by the keys of their axes: what lies within is drawn in full
 */
public record ParallelData(
        List<ParallelAxis> axes, List<Entry> lines, Optional<ParallelAxis> colouring, Map<String, AxisSpan> spans) {
    /** Of no lines. */
    public static final ParallelData EMPTY = new ParallelData(List.of(), List.of(), Optional.empty(), Map.of());

    /** A line: its id, its name for people, and whether it lies within all spans. */
    public record Entry(String id, String name, boolean within) {}

    public ParallelData {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
        spans = Map.copyOf(spans);
    }

    /** At most so many of the axes, in their order: the one that colours, and of the others those on which most lines have a value. */
    List<ParallelAxis> fitting(int most) {
        List<ParallelAxis> ranked = new ArrayList<>(axes);
        ranked.sort(Comparator.<ParallelAxis, Boolean>comparing(
                        axis -> colouring.filter(axis::equals).isEmpty())
                .thenComparing(Comparator.comparingLong(ParallelAxis::filled).reversed()));
        List<ParallelAxis> best = ranked.subList(0, Math.clamp(most, 0, ranked.size()));
        return axes.stream().filter(best::contains).toList();
    }

    /** A row for each line, with all its values. */
    Table table() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.of("run", lines.stream().map(Entry::name).toList()));
        for (ParallelAxis axis : axes) {
            columns.add(Table.Column.of(
                    axis.name(),
                    IntStream.range(0, lines.size()).mapToObj(axis::value).toList()));
        }
        return new Table("", columns);
    }
}
