package unroll.app.design;

import unroll.engine.model.Cell;

/** What can be added to a drawing. */
public enum PaletteItem {
    RECURRENT(1, "recurrent", "Units of tanh that receive their own state of one step before", Cell.TANH, true),
    LSTM(2, "LSTM", "Cells that keep their state until a gate changes it", Cell.LSTM, true),
    GRU(3, "GRU", "Gated units: a gate decides how much of the old state to keep", Cell.GRU, true),
    UNITS(4, "tanh", "Units of tanh that receive the present step alone", Cell.TANH, false),
    LOGISTIC(5, "logistic", "Units between 0 and 1 that receive the present step alone", Cell.LOGISTIC, false),
    LINEAR(6, "linear", "Units that add up what they receive, with no non-linearity", Cell.LINEAR, false),
    RELU(7, "ReLU", "Units that are 0 below 0 and linear above", Cell.RELU, false);

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

    /** Whether a new one receives its own state of one step before. */
    boolean hearsItself() {
        return hearsItself;
    }

    /** The digit whose key adds it. */
    public int key() {
        return key;
    }
}
