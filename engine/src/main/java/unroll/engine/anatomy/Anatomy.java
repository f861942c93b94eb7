package unroll.engine.anatomy;

import java.util.List;

/**
 * A network over one sequence of T steps, taken apart into units, each with the numbers that it sums.
 *
 * @param steps up to the last that counts, T
 * @param parts all numbers that it computes, by which {@link Connection#part} and {@link Reading#part} count
 * @param layers from the inputs up to the outputs
 * @param hidden which of the parts are the hidden units that other views show
 */
public record Anatomy(int steps, List<UnitGroup> parts, List<UnitLayer> layers, int hidden) {
    /** Of no network. */
    public static final Anatomy NONE = new Anatomy(0, List.of(), List.of(), -1);

    public Anatomy {
        parts = List.copyOf(parts);
        layers = List.copyOf(layers);
    }

    /** The numbers of a layer's units. */
    public UnitGroup units(UnitLayer layer) {
        return parts.get(layer.units());
    }
}
