package unroll.app.view.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;

/**
 * Weights between a picture and units, of which each has one weight for each pixel.
 *
 * @param weights of the network
 * @param sent whether the units are those that send, across, and not those that receive, down
 * @param between the weights from these units to themselves a step later; none where the network has none
 * @param shown whether these are the units that other views show
 */
record FieldPart(Slot weights, boolean sent, Optional<Slot> between, boolean shown) {
    /** How many units there are. */
    int units() {
        return sent ? weights.columns() : weights.rows();
    }

    /** Whether a network has such weights. */
    static boolean any(List<Slot> parts, int pixels) {
        return parts.stream().anyMatch(slot -> received(slot, pixels));
    }

    private static boolean received(Slot slot, int pixels) {
        return slot.role() == Role.INPUT_WEIGHT && slot.columns() == pixels;
    }

    /**
     * All such weights of a network. Where its Boltzmann machines have as many hidden units as there are pixels, weights that lead to
     * those and weights that lead to the picture cannot be told apart, and neither are among them.
     *
     * @param machine the weights of its Boltzmann machines, if it has such
     * @param hidden the hidden units that other views show; 0 where they show none
     */
    static List<FieldPart> of(List<Slot> parts, int pixels, Optional<Slot> machine, int hidden) {
        boolean aloft =
                machine.filter(slot -> slot.role() == Role.OUTPUT_WEIGHT).isPresent();
        boolean alike = aloft && machine.filter(slot -> slot.rows() == pixels).isPresent();
        boolean layered = !aloft && parts.stream().anyMatch(slot -> betweenLayers(slot, pixels));
        List<FieldPart> all = new ArrayList<>();
        for (Slot slot : parts) {
            boolean own = aloft && machine.filter(slot::equals).isPresent();
            boolean sent =
                    slot.role() == Role.OUTPUT_WEIGHT && slot.rows() == pixels && slot.columns() == hidden && !alike;
            if (own) {
                all.add(new FieldPart(slot, false, Optional.empty(), false));
            } else if (sent || received(slot, pixels)) {
                int units = sent ? slot.columns() : slot.rows();
                all.add(new FieldPart(slot, sent, between(parts, slot, units), units == hidden && !layered));
            }
        }
        return all;
    }

    private static boolean betweenLayers(Slot slot, int pixels) {
        return slot.role() == Role.OUTPUT_WEIGHT && slot.rows() != pixels && slot.columns() != pixels;
    }

    /** Of the same gate or the same number of steps ago, and of several the one that stands nearest. */
    private static Optional<Slot> between(List<Slot> parts, Slot slot, int units) {
        int at = parts.indexOf(slot);
        return parts.stream()
                .filter(other ->
                        other.role() == Role.RECURRENT_WEIGHT && other.rows() == units && other.columns() == units)
                .min(Comparator.<Slot>comparingInt(other -> index(other).equals(index(slot)) ? 0 : 1)
                        .thenComparingInt(other -> Math.abs(parts.indexOf(other) - at)));
    }

    /** Which of several stacked matrices it is: {@code [1]}; empty where it stands by itself. */
    private static String index(Slot slot) {
        int bracket = slot.name().indexOf('[');
        return bracket < 0 ? "" : slot.name().substring(bracket);
    }
}
