package unroll.app.view.netview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.app.view.WeightPlace;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.UnitGroup;
import unroll.engine.anatomy.UnitLayer;
import unroll.engine.model.Layout.Slot;

/**
 * What is drawn of a network.
 *
 * @param bundles the connections
 * @param time the step that is marked, from 0
 * @param unrolled whether steps lie side by side
 * @param errors whether circles have the errors of units, and not their values
 * @param unit the chosen one
 * @param weight the chosen one
 */
record NetworkFrame(
        Anatomy anatomy,
        List<Bundle> bundles,
        int time,
        boolean unrolled,
        boolean errors,
        UnitPlace unit,
        WeightPlace weight) {
    /** Nothing. */
    static final NetworkFrame EMPTY =
            new NetworkFrame(Anatomy.NONE, List.of(), 0, false, false, UnitPlace.NONE, WeightPlace.NONE);

    /** Steps that lie side by side at most. */
    static final int MOST_COPIES = 6;

    /** So many connections have their numbers beside them. */
    static final int NUMBERED = 12;

    /** A network of zeros has a scale too. */
    private static final double FAINTEST = 1e-12;

    /** A single weight of the drawing. */
    record Wire(Bundle bundle, UnitPlace from, UnitPlace to) {
        double weight() {
            return bundle.connection().weights()[to.unit()][from.unit()];
        }

        /** Where it is among the parameters; empty where it is none. */
        Optional<WeightPlace> place() {
            return bundle.connection().slot().map(slot -> new WeightPlace(slot.name(), to.unit(), from.unit()));
        }

        /** "W_hh 2←1". */
        String name() {
            return bundle.connection().slot().map(Slot::title).orElse("") + " " + (to.unit() + 1) + "\u2190"
                    + (from.unit() + 1);
        }
    }

    boolean empty() {
        return anatomy.layers().isEmpty();
    }

    UnitGroup group(int row) {
        return anatomy.units(anatomy.layers().get(row));
    }

    /** Units of each layer that are drawn. */
    List<Integer> sizes() {
        return anatomy.layers().stream()
                .map(layer -> anatomy.units(layer).shown())
                .toList();
    }

    /** Steps side by side. */
    int copies() {
        return unrolled ? Math.clamp(anatomy.steps(), 1, MOST_COPIES) : 1;
    }

    /** The step of the first copy: the marked one moves through the copies, and then all go on together. */
    int first() {
        return unrolled ? Math.clamp(time - time % copies(), 0, Math.max(0, anatomy.steps() - copies())) : time;
    }

    /** Whether a step has been reached: values come from the past, errors from the future. */
    boolean lit(int step) {
        return errors ? step >= time : step <= time;
    }

    /** The number in a circle; NaN where there is none. */
    double number(UnitPlace place, int step) {
        UnitGroup group = group(place.row());
        double[][] numbers = errors ? group.errors() : group.values();
        return step < numbers.length ? numbers[step][place.unit()] : Double.NaN;
    }

    /** The size of a number that has the full colour: errors of all layers have one, so that they are seen to vanish. */
    double limit(int row) {
        return errors
                ? IntStream.range(0, sizes().size())
                        .mapToDouble(each -> largest(group(each).errors()))
                        .reduce(FAINTEST, Math::max)
                : Math.max(1, largest(group(row).values()));
    }

    private static double largest(double[][] rows) {
        return Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** The largest weight of all that are drawn. */
    double largestWeight() {
        return bundles.stream()
                .mapToDouble(bundle -> largest(bundle.connection().weights()))
                .reduce(FAINTEST, Math::max);
    }

    /** Every connection. */
    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (Bundle bundle : bundles) {
            double[][] weights = bundle.connection().weights();
            for (int to = 0; to < weights.length; to++) {
                for (int from = 0; from < weights[to].length; from++) {
                    wires.add(new Wire(bundle, new UnitPlace(bundle.from(), from), new UnitPlace(bundle.to(), to)));
                }
            }
        }
        return wires;
    }

    /** Those into the chosen unit. */
    List<Wire> intoChosen() {
        return wires().stream().filter(wire -> wire.to().equals(unit)).toList();
    }

    /** The chosen connection. */
    Optional<Wire> chosenWire() {
        return wires().stream()
                .filter(wire -> wire.place().filter(weight::equals).isPresent())
                .findFirst();
    }

    /** The bias of a unit; 0 where it has none. */
    double bias(UnitPlace place) {
        UnitLayer layer = anatomy.layers().get(place.row());
        return anatomy.units(layer).formula().biases().stream()
                .filter(bias -> bias.acts(time))
                .mapToDouble(bias -> bias.values()[place.unit()])
                .sum();
    }

    /** The largest bias. */
    double largestBias() {
        double largest = FAINTEST;
        for (int row = 0; row < sizes().size(); row++) {
            for (int unit = 0; unit < sizes().get(row); unit++) {
                largest = Math.max(largest, Math.abs(bias(new UnitPlace(row, unit))));
            }
        }
        return largest;
    }

    /** Which layers have units that are not drawn, as a sentence; empty where all are. */
    String left() {
        StringBuilder words = new StringBuilder();
        for (UnitLayer layer : anatomy.layers()) {
            UnitGroup group = anatomy.units(layer);
            if (group.shown() < group.width()) {
                words.append(words.isEmpty() ? "The first " : ", the first ")
                        .append(group.shown())
                        .append(" of ")
                        .append(group.width())
                        .append(" in ")
                        .append(group.symbol());
            }
        }
        return words.isEmpty() ? "" : words + "; the others count in every sum.";
    }
}
