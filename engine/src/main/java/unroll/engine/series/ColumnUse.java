package unroll.engine.series;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.table.ColumnKind;

/**
 * What a person can say that a column is for.
 *
 * @param role its part in the series
 * @param classes whether each word of it is a number of its own that is 0 or 1; of columns of words alone, which have no other numbers
 */
public record ColumnUse(ColumnRole role, boolean classes) {
    private static final List<ColumnRole> USED = List.of(ColumnRole.BOTH, ColumnRole.INPUT, ColumnRole.TARGET);

    /** As people call it: "input and target", "input, as classes". */
    public String words() {
        return classes ? role.words() + ", as classes" : role.words();
    }

    /** All that a column of a kind can be for. */
    public static List<ColumnUse> of(ColumnKind kind) {
        List<ColumnUse> uses = new ArrayList<>();
        if (kind == ColumnKind.NUMBER || kind == ColumnKind.WORD) {
            USED.forEach(role -> uses.add(new ColumnUse(role, kind == ColumnKind.WORD)));
        }
        if (kind == ColumnKind.NUMBER || kind == ColumnKind.TIME) {
            uses.add(new ColumnUse(ColumnRole.TIME, false));
        }
        if (kind == ColumnKind.NUMBER || kind == ColumnKind.WORD) {
            uses.add(new ColumnUse(ColumnRole.NAME, false));
        }
        uses.add(new ColumnUse(ColumnRole.LEFT_OUT, false));
        return List.copyOf(uses);
    }
}
