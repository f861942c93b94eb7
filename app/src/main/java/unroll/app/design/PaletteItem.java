package unroll.app.design;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.model.Cell;

/**
 * What can be added to a drawing.
 *
 * @param key the digit whose key adds it
 * @param label as it is offered: "LSTM"
 * @param help what it is, and its key
 * @param cell of the new layer
 * @param recurrent whether the new layer receives its own output of the step before
 */
public record PaletteItem(int key, String label, String help, Cell cell, boolean recurrent) {
    /** All that there are: layers with memory first. */
    public static List<PaletteItem> all() {
        List<PaletteItem> all = new ArrayList<>();
        all.add(new PaletteItem(
                1,
                "recurrent",
                "Units of tanh that receive their own output of the step before (1)",
                Cell.Ungated.TANH,
                true));
        Cell.all().stream().filter(Cell.Gated.class::isInstance).forEach(cell -> all.add(of(all.size() + 1, cell)));
        Cell.all().stream().filter(Cell.Ungated.class::isInstance).forEach(cell -> all.add(of(all.size() + 1, cell)));
        return List.copyOf(all);
    }

    private static PaletteItem of(int key, Cell cell) {
        return new PaletteItem(key, cell.label(), cell.help() + " (" + key + ")", cell, cell instanceof Cell.Gated);
    }
}
