package unroll.engine.motion;

/**
 * Where on the floor a body is, and which way it is turned: what the rows of a {@link MotionCode} do not tell.
 *
 * @param x on the floor
 * @param z on the floor
 * @param heading turn about the vertical, in radians
 */
public record GroundPlace(double x, double z, double heading) {
    /** In the middle, as the skeleton was drawn. */
    public static final GroundPlace ORIGIN = new GroundPlace(0, 0, 0);

    /** Where a body is that goes by (dx, dz), as it sees it before, and then turns. */
    GroundPlace moved(double dx, double dz, double turn) {
        double cosine = Math.cos(heading);
        double sine = Math.sin(heading);
        return new GroundPlace(x + cosine * dx + sine * dz, z - sine * dx + cosine * dz, heading + turn);
    }

    /** Where another place is, as a body sees it that is here; its heading is the turn to it, from -pi to pi. */
    GroundPlace seen(GroundPlace other) {
        double dx = other.x - x;
        double dz = other.z - z;
        double cosine = Math.cos(heading);
        double sine = Math.sin(heading);
        return new GroundPlace(
                cosine * dx - sine * dz,
                sine * dx + cosine * dz,
                Math.IEEEremainder(other.heading - heading, 2 * Math.PI));
    }
}
