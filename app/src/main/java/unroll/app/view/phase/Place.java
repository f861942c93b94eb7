package unroll.app.view.phase;

/** A point of a plane of states. */
public record Place(double x, double y) {}
