package unroll.engine.init;

import java.util.List;
import java.util.stream.Stream;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;
import unroll.engine.model.ModelSettings;
import unroll.engine.random.Philox;
import unroll.engine.setting.EditDistance;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Matrices;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Parameters that a person wrote down; nothing is drawn but what the model draws itself and nobody wrote.
 *
 * @param values by the parameter's name, or of a gate by that of its part, {@code W_x[1]}; rows are units that receive, biases may
 *     stand in a row or a column
 */
@Kind(
        name = "values",
        label = "Written values",
        help = "Begin with weights written here, as for a network set by hand; what is left out is 0.")
public record GivenValues(
        @Setting(
                label = "Values",
                help = "The rows of each parameter, units that receive from the top, a space between numbers:"
                        + " W_hh: 0 1; 1 0, b_h: -10 -30. In a file of settings each parameter is a text of its own.",
                empty = "all are 0")
        Matrices values)
        implements InitialisationSettings {
    private static final String PLACE = "initialisation.values.";

    /** @throws SettingsException where the layout has no such parameter, or one of another shape */
    @Override
    public double[] draw(Layout layout, DataFigures data, Philox random) {
        double[] theta = new double[layout.size()];
        write(layout, theta);
        return theta;
    }

    /** @throws SettingsException where the layout has no such parameter, or one of another shape */
    @Override
    public double[] first(ModelSettings model, Layout layout, GateSettings gates, DataFigures data, long seed) {
        double[] theta = new double[layout.size()];
        FixedParameters.draw(model, layout, seed, theta);
        write(layout, theta);
        return theta;
    }

    private void write(Layout layout, double[] theta) {
        List<Slot> slots = Stream.concat(layout.slots().stream(), layout.parts().stream())
                .distinct()
                .toList();
        values.rows().forEach((name, rows) -> write(slot(slots, name), rows, theta));
    }

    private static Slot slot(List<Slot> slots, String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known = slots.stream().map(Slot::name).toList();
                    return new SettingsException(
                            PLACE + name,
                            "the network has no such parameter; "
                                    + EditDistance.meant(name, known)
                                            .map(near -> "did you mean '" + near + "'?")
                                            .orElseGet(() -> "it has " + String.join(", ", known)));
                });
    }

    private static void write(Slot slot, List<List<Double>> rows, double[] theta) {
        int columns = rows.getFirst().size();
        boolean column = slot.rows() == 1 && columns == 1 && rows.size() == slot.columns();
        if (!column && (rows.size() != slot.rows() || columns != slot.columns())) {
            throw new SettingsException(
                    PLACE + slot.name(),
                    "has " + shape(rows.size(), columns) + ", but the network needs "
                            + shape(slot.rows(), slot.columns()));
        }
        int at = slot.offset();
        for (List<Double> row : rows) {
            for (double value : row) {
                theta[at++] = value;
            }
        }
    }

    private static String shape(int rows, int columns) {
        return rows + (rows == 1 ? " row of " : " rows of ") + columns + (columns == 1 ? " number" : " numbers");
    }
}
