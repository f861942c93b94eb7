package unroll.engine.motion;

/**
 * A turn in space as a quaternion of length 1: {@code w} is the cosine of half its angle, (x, y, z) its axis times the sine; the opposite
 * quaternion is the same turn.
 */
record Rotation(double w, double x, double y, double z) {
    static final Rotation NONE = new Rotation(1, 0, 0, 0);

    /** Below this half angle sin(a) / a is 1 in double precision. */
    private static final double TINY = 1e-9;

    /** A turn about an axis of length 1 by an angle in radians. */
    static Rotation about(Vector axis, double angle) {
        double sine = Math.sin(angle / 2);
        return new Rotation(Math.cos(angle / 2), sine * axis.x(), sine * axis.y(), sine * axis.z());
    }

    /** The turn of a rotation vector, whose direction is the axis and whose length the angle in radians: the exponential map. */
    static Rotation exp(Vector turn) {
        double half = turn.length() / 2;
        double scale = half < TINY ? 0.5 : Math.sin(half) / (2 * half);
        return new Rotation(Math.cos(half), scale * turn.x(), scale * turn.y(), scale * turn.z());
    }

    /** The turn that brings the axes of the coordinates to these three, which are of length 1 and at right angles. */
    static Rotation ofAxes(Vector x, Vector y, Vector z) {
        double trace = x.x() + y.y() + z.z();
        Rotation turn;
        if (trace > 0) {
            turn = new Rotation(1 + trace, y.z() - z.y(), z.x() - x.z(), x.y() - y.x());
        } else if (x.x() >= y.y() && x.x() >= z.z()) {
            turn = new Rotation(y.z() - z.y(), 1 + x.x() - y.y() - z.z(), y.x() + x.y(), z.x() + x.z());
        } else if (y.y() >= z.z()) {
            turn = new Rotation(z.x() - x.z(), y.x() + x.y(), 1 + y.y() - x.x() - z.z(), z.y() + y.z());
        } else {
            turn = new Rotation(x.y() - y.x(), z.x() + x.z(), z.y() + y.z(), 1 + z.z() - x.x() - y.y());
        }
        double length = Math.sqrt(turn.w * turn.w + turn.x * turn.x + turn.y * turn.y + turn.z * turn.z);
        return new Rotation(turn.w / length, turn.x / length, turn.y / length, turn.z / length);
    }

    /** The rotation vector of the smaller of its two angles, at most pi. */
    Vector log() {
        double sine = Math.sqrt(x * x + y * y + z * z);
        if (sine < TINY) {
            return new Vector(x, y, z).times(w < 0 ? -2 : 2);
        }
        double half = w < 0 ? Math.atan2(-sine, -w) : Math.atan2(sine, w);
        return new Vector(x, y, z).times(2 * half / sine);
    }

    /** First {@code first}, then this. */
    Rotation after(Rotation first) {
        return new Rotation(
                w * first.w - x * first.x - y * first.y - z * first.z,
                w * first.x + x * first.w + y * first.z - z * first.y,
                w * first.y - x * first.z + y * first.w + z * first.x,
                w * first.z + x * first.y - y * first.x + z * first.w);
    }

    Rotation inverse() {
        return new Rotation(w, -x, -y, -z);
    }

    Vector of(Vector point) {
        Vector axis = new Vector(x, y, z);
        Vector across = axis.cross(point).times(2);
        return point.plus(across.times(w)).plus(axis.cross(across));
    }

    /** The part of it about the vertical, in radians, where it is taken apart into a turn about a level axis and then one about the vertical. */
    double heading() {
        return 2 * Math.atan2(w < 0 ? -y : y, Math.abs(w));
    }
}
