package unroll.app.design;

import unroll.engine.model.Cell;

/** What can be added to a drawing. */
public enum PaletteItem {
    RECURRENT(1, "recurrent", "Units of tanh that hear themselves one step before", Cell.TANH, true),
    LSTM(2, "LSTM", "Cells that keep what they hold until a gate says otherwise", Cell.LSTM, true),
    GRU(3, "GRU", "Gated units: a gate says how much of the old state to keep", Cell.GRU, true),
    UNITS(4, "tanh", "Units of tanh that hear the present alone", Cell.TANH, false),
    LOGISTIC(5, "logistic", "Units between 0 and 1 that hear the present alone", Cell.LOGISTIC, false),
    LINEAR(6, "linear", "Units that add what they hear, with no non-linearity", Cell.LINEAR, false),
    RELU(7, "ReLU", "Units that are silent below 0 and linear above", Cell.RELU, false);

    private final int key;
    private final String label;
    private final String help;
    private final Cell cell;
    private final boolean hearsItself;

    PaletteItem(int key, String label, String help, Cell cell, boolean hearsItself) {
        this.key = key;
        this.label = label;
        this.help = help;
        this.cell = cell;
        this.hearsItself = hearsItself;
    }

    /** As it is offered: "LSTM". */
    public String label() {
        return label;
    }

    /** What it is, and its key. */
    public String help() {
        return help + " (" + key + ")";
    }

    Cell cell() {
        return cell;
    }

    /** Whether a new one hears itself one step before. */
    boolean hearsItself() {
        return hearsItself;
    }

    /** The digit whose key adds it. */
    public int key() {
        return key;
    }
}
