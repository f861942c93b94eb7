package unroll.engine.series;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import unroll.engine.table.Table;

/** Writes what columns are for as settings, which leave open what is found anyway. */
final class RoleSettings {
    private final Table table;
    private final Roles roles;

    RoleSettings(Table table, Roles roles) {
        this.table = table;
        this.roles = roles;
    }

    /** The shorter settings where they lead to the same roles; else those that name all columns. */
    ColumnSettings write() {
        ColumnSettings brief = brief(Roles.ofSome(table, ColumnSettings.FOUND));
        return uses(Roles.ofSome(table, brief)).equals(uses(roles)) ? brief : whole();
    }

    private List<Object> uses(Roles of) {
        return List.of(
                of.times(), IntStream.range(0, of.of().size()).mapToObj(of::use).toList());
    }

    private ColumnSettings whole() {
        return new ColumnSettings(
                time(),
                name(),
                names(c -> roles.of().get(c) == ColumnRole.INPUT),
                names(c -> roles.of().get(c) == ColumnRole.TARGET),
                names(c -> roles.of().get(c) == ColumnRole.BOTH),
                names(c -> roles.use(c).role() == ColumnRole.LEFT_OUT),
                names(roles.classes()::get));
    }

    /** @param found what is found where nothing is said */
    private ColumnSettings brief(Roles found) {
        ColumnSettings whole = whole();
        boolean sameTime = found.times().equals(roles.times());
        boolean otherBoth =
                roles.columns(ColumnRole.BOTH).stream().anyMatch(c -> found.of().get(c) != ColumnRole.BOTH);
        ColumnSettings open = new ColumnSettings(
                sameTime ? "" : whole.time(),
                sameTime && found.names().equals(roles.names()) ? "" : whole.name(),
                names(c -> roles.of().get(c) == ColumnRole.INPUT
                        && !roles.classes().get(c)),
                whole.targets(),
                otherBoth ? whole.both() : "",
                "",
                whole.classes());
        Roles then = Roles.ofSome(table, open);
        return new ColumnSettings(
                open.time(),
                open.name(),
                open.inputs(),
                open.targets(),
                open.both(),
                names(c -> roles.use(c).role() == ColumnRole.LEFT_OUT
                        && then.use(c).role() != ColumnRole.LEFT_OUT),
                open.classes());
    }

    private String time() {
        return orNone(roles.times());
    }

    private String name() {
        return orNone(roles.names());
    }

    private String orNone(List<Integer> these) {
        return these.isEmpty()
                ? ColumnSettings.NONE
                : Roles.written(these.stream().map(this::nameOf).toList());
    }

    private String names(IntPredicate which) {
        return Roles.written(IntStream.range(0, roles.of().size())
                .filter(which)
                .mapToObj(this::nameOf)
                .toList());
    }

    private String nameOf(int c) {
        return table.columns().get(c).name();
    }
}
