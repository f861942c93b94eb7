package unroll.app.design;

import unroll.engine.model.Plan;

/** What of a drawing a person has in hand. */
public sealed interface Selection {
    /** Nothing. */
    record Nothing() implements Selection {}

    /** A layer, or the input or the output. */
    record OfLayer(String name) implements Selection {}

    /** A connection. */
    record OfLink(Plan.Link link) implements Selection {}

    /** The same if the plan still has it, or else nothing. */
    default Selection in(Plan plan) {
        return switch (this) {
            case OfLayer(String name)
            when plan.layer(name).isEmpty() && !name.equals(Plan.INPUT) && !name.equals(Plan.OUTPUT) -> new Nothing();
            case OfLink(Plan.Link link) when !plan.links().contains(link) -> new Nothing();
            default -> this;
        };
    }
}
