package unroll.app.chart;

import java.util.List;
import unroll.app.control.Table;

/**
 * A named height in a plot, such as what a baseline reaches.
 *
 * @param name what reaches it
 * @param value how high
 */
public record Level(String name, double value) {
    /** Named heights, a row each. */
    static Table table(String name, String head, List<Level> levels) {
        return new Table(
                name,
                List.of(
                        Table.Column.of("name", levels.stream().map(Level::name).toList()),
                        Table.Column.of(
                                head, levels.stream().mapToDouble(Level::value).toArray())));
    }
}
