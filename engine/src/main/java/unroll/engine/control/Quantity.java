package unroll.engine.control;

/**
 * A number of a plant's state or commands.
 *
 * @param name for people: "elbow"
 * @param unit for people: "rad"
 * @param typical how far it usually is from its middle: a network receives what is as far from it as 1
 */
public record Quantity(String name, String unit, double typical) {}
