package unroll.app.sequence;

import javafx.geometry.Point2D;
import unroll.engine.motion.Vector;

/**
 * From where a floor and who moves on it are seen: far away, so that parallels stay so.
 *
 * @param turn about the vertical, in radians: at 0 somebody who goes along z comes towards the eye
 * @param above the angle from which one looks down, in radians
 */
record Eye(double turn, double above) {
    /** From the side, a little from the front and from above. */
    static final Eye FIRST = new Eye(1.05, 0.2);

    private static final double HIGHEST = Math.PI / 2;

    /** The eye after it went around and up by so much; not over the top, and not below the floor. */
    Eye moved(double around, double up) {
        return new Eye(Math.IEEEremainder(turn + around, 2 * Math.PI), Math.clamp(above + up, 0, HIGHEST));
    }

    /** Where a point is seen from a centre: x to the right, y down, in the unit of the world. */
    Point2D seen(Vector point, Vector centre) {
        double x = point.x() - centre.x();
        double y = point.y() - centre.y();
        double z = point.z() - centre.z();
        double right = Math.cos(turn) * x + Math.sin(turn) * z;
        double near = Math.cos(turn) * z - Math.sin(turn) * x;
        return new Point2D(right, near * Math.sin(above) - y * Math.cos(above));
    }
}
