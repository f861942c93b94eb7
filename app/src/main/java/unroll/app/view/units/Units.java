package unroll.app.view.units;

import java.util.List;
import unroll.app.view.LiveAnswer;
import unroll.engine.analysis.UnitProfile;

/**
 * What the hidden units of a network do.
 *
 * @param update whose network it is
 * @param sequences how many test sequences it received
 * @param rows the units in their order
 */
public record Units(long update, int sequences, List<Row> rows) implements LiveAnswer {
    /** Of no network. */
    public static final Units NONE = new Units(0, 0, List.of());

    /**
     * One unit.
     *
     * @param number from 1
     * @param follows what it follows, in words; empty for nothing
     */
    public record Row(int number, UnitProfile profile, String follows) {}

    public Units {
        rows = List.copyOf(rows);
    }
}
