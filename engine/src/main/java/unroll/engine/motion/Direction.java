package unroll.engine.motion;

/** A direction of the coordinates in which a recording is made. */
public enum Direction {
    X(new Vector(1, 0, 0)),
    Y(new Vector(0, 1, 0)),
    Z(new Vector(0, 0, 1));

    private final Vector direction;

    Direction(Vector direction) {
        this.direction = direction;
    }

    Vector direction() {
        return direction;
    }

    /** The turn that brings this axis to Y, and the three around in their order. */
    Rotation toY() {
        return switch (this) {
            case X -> Rotation.about(new Vector(1, 1, 1).unit(), 2 * Math.PI / 3);
            case Y -> Rotation.NONE;
            case Z -> Rotation.about(X.direction, -Math.PI / 2);
        };
    }
}
