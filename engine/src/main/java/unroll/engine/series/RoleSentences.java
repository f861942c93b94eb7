package unroll.engine.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;

/** Says what the columns of tables were taken for. */
final class RoleSentences {
    /** More names than these are counted. */
    private static final int MOST_NAMES = 8;

    private final List<Table> tables;
    private final List<Column> columns;
    private final Roles roles;
    private final MissingValues missing;

    RoleSentences(List<Table> tables, Roles roles, MissingValues missing) {
        this.tables = tables;
        this.roles = roles;
        this.missing = missing;
        columns = tables.getFirst().columns();
    }

    List<String> all() {
        List<String> sentences = new ArrayList<>();
        add(sentences, "Given and predicted", ColumnRole.BOTH);
        add(sentences, "Given only", ColumnRole.INPUT);
        add(sentences, "Predicted only", ColumnRole.TARGET);
        List<String> out = roles.columns(ColumnRole.LEFT_OUT).stream()
                .filter(c -> columns.get(c).kind() != ColumnKind.EMPTY)
                .map(c -> columns.get(c).name()
                        + (columns.get(c).kind() == ColumnKind.NUMBER
                                ? ""
                                : " (" + columns.get(c).kind().words() + ")"))
                .toList();
        List<String> counters = roles.columns(ColumnRole.TIME).stream()
                .filter(c -> !roles.times().contains(c))
                .map(c -> columns.get(c).name() + " (counts the rows)")
                .toList();
        List<String> both = new ArrayList<>(counters);
        both.addAll(out);
        if (!both.isEmpty()) {
            sentences.add("Left out: " + list(both) + ".");
        }
        List<String> constant = IntStream.range(0, columns.size())
                .filter(c -> roles.of().get(c).isUsed() && tables.size() == 1)
                .mapToObj(columns::get)
                .filter(column -> column.smallest() == column.largest())
                .map(Column::name)
                .toList();
        if (!constant.isEmpty()) {
            sentences.add("The same in all rows: " + list(constant) + ".");
        }
        missing(sentences);
        return sentences;
    }

    private void add(List<String> sentences, String words, ColumnRole role) {
        List<String> names =
                roles.columns(role).stream().map(c -> columns.get(c).name()).toList();
        if (!names.isEmpty()) {
            sentences.add(words + ": " + list(names) + ".");
        }
    }

    private void missing(List<String> sentences) {
        List<String> with = new ArrayList<>();
        long all = 0;
        for (int c : IntStream.range(0, columns.size())
                .filter(c -> roles.of().get(c).isUsed())
                .toArray()) {
            long count = tables.stream()
                    .mapToLong(table -> table.columns().get(c).missing())
                    .sum();
            all += count;
            if (count > 0) {
                with.add(columns.get(c).name());
            }
        }
        if (all > 0) {
            sentences.add((all == 1 ? "One value is missing in " : all + " values are missing in ")
                    + list(with)
                    + switch (missing) {
                        case CARRY_ON -> "; the value before stands for " + (all == 1 ? "it." : "each.");
                        case INTERPOLATE ->
                            "; the line between the values round it stands for " + (all == 1 ? "it." : "each.");
                        case MASK -> "; an input says so, and they do not count as targets.";
                        case REFUSE -> ".";
                    });
        }
    }

    private static String list(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES - 1)) + " and " + (names.size() - MOST_NAMES + 1)
                        + " more";
    }
}
