package unroll.engine.dynamics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.engine.model.Layout;

/** One number of a network that is turned while its dynamics are watched. */
public sealed interface Knob {
    /**
     * A weight, a bias or a first state.
     *
     * @param parameter as in the layout: {@code W_hh}
     * @param row the unit that receives, from 0; 0 for a bias
     * @param column the unit that sends, or to which the bias belongs
     */
    record Weight(String parameter, int row, int column) implements Knob {
        @Override
        public NetworkMap turned(NetworkMap map, double value) {
            Layout.Slot slot = map.predictor().layout().slot(parameter);
            if (row < 0 || row >= slot.rows() || column < 0 || column >= slot.columns()) {
                throw new IllegalArgumentException(parameter + " has " + slot.rows() + " x " + slot.columns()
                        + " numbers, none at row " + (row + 1) + ", column " + (column + 1));
            }
            double[] theta = map.theta();
            theta[slot.offset() + row * slot.columns() + column] = value;
            return map.with(theta);
        }

        @Override
        public double now(NetworkMap map) {
            Layout.Slot slot = map.predictor().layout().slot(parameter);
            return map.theta()[slot.offset() + row * slot.columns() + column];
        }
    }

    /** What all recurrent weights are multiplied by. */
    record Gain() implements Knob {
        @Override
        public NetworkMap turned(NetworkMap map, double value) {
            double[] theta = map.theta();
            for (Layout.Slot slot : map.predictor().layout().parts()) {
                if (slot.role() == Layout.Role.RECURRENT_WEIGHT) {
                    for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
                        theta[i] *= value;
                    }
                }
            }
            return map.with(theta);
        }

        @Override
        public double now(NetworkMap map) {
            return 1;
        }
    }

    /**
     * An input that is held.
     *
     * @param index from 0
     */
    record Input(int index) implements Knob {
        @Override
        public NetworkMap turned(NetworkMap map, double value) {
            double[] row = held(map);
            row[index] = value;
            return map.receiving(new InputMode.Held(row));
        }

        @Override
        public double now(NetworkMap map) {
            return held(map)[index];
        }

        private double[] held(NetworkMap map) {
            if (!(map.input() instanceof InputMode.Held(double[] row)) || index < 0 || index >= row.length) {
                throw new IllegalArgumentException("no input " + (index + 1)
                        + " is held; inputs are turned while all of them are held, and counted from 1");
            }
            return row.clone();
        }
    }

    /** The map with the knob at a value. */
    NetworkMap turned(NetworkMap map, double value);

    /** Where the knob stands. */
    double now(NetworkMap map);

    /**
     * A knob as it is written: {@code gain}, {@code input[1]}, {@code b_h[3]} or {@code W_hh[2,1]}, counted from 1.
     *
     * @throws IllegalArgumentException where that is no knob
     */
    static Knob parse(String text) {
        if (text.equals("gain")) {
            return new Gain();
        }
        Matcher place = Pattern.compile("(.+)\\[(\\d+)(?:,\\s*(\\d+))?]").matcher(text);
        if (!place.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is nothing to turn; write gain, input[1], a bias as b_h[3] or a weight as W_hh[2,1]");
        }
        int first = Integer.parseInt(place.group(2)) - 1;
        if (place.group(1).equals("input")) {
            return new Input(first);
        }
        return place.group(3) == null
                ? new Weight(place.group(1), 0, first)
                : new Weight(place.group(1), first, Integer.parseInt(place.group(3)) - 1);
    }
}
