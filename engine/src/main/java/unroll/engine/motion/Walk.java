package unroll.engine.motion;

import java.util.List;
import unroll.engine.random.Philox;

/**
 * Where somebody goes: at each time the gait, how many strides were made, and the place on the floor; times are seconds, and may lie some
 * seconds before the beginning, 0, and after the end.
 */
final class Walk {
    /** Seconds before the beginning and after the end that are known: a foot that stands there came from somewhere and goes somewhere. */
    private static final double MARGIN = 4;

    private static final double STEP = 1.0 / 240;

    /** Seconds in which a gait becomes another one. */
    private static final double CHANGE = 1.5;

    /** Half the angle a second by which the way turns, of a slow walker. */
    private static final double TURN = 0.35;

    private final List<Gait> gaits;
    private final double each;
    /** {@code [n]}, at the times {@code n STEP - MARGIN}. */
    private final double[] strides;

    private final double[] xs;
    private final double[] zs;
    private final double[] headings;

    /**
     * A walk that is drawn at random.
     *
     * @param gaits one after the other, at least one
     * @param each seconds of each
     */
    Walk(Philox random, List<Gait> gaits, double each) {
        this.gaits = List.copyOf(gaits);
        this.each = each;
        Sway turning = new Sway(random, 6, 17);
        int count = (int) Math.ceil((each * gaits.size() + 2 * MARGIN) / STEP) + 2;
        strides = new double[count];
        xs = new double[count];
        zs = new double[count];
        headings = new double[count];
        strides[0] = random.nextDouble();
        for (int n = 1; n < count; n++) {
            double time = (n - 0.5) * STEP - MARGIN;
            Gait gait = gait(time);
            double heading = headings[n - 1];
            strides[n] = strides[n - 1] + gait.cadence() * STEP;
            xs[n] = xs[n - 1] + gait.speed() * Math.sin(heading) * STEP;
            zs[n] = zs[n - 1] + gait.speed() * Math.cos(heading) * STEP;
            headings[n] = heading + TURN / Math.max(1, gait.speed()) * turning.at(time) * STEP;
        }
    }

    /** The gait at a time, which becomes the next one around the time where that begins. */
    Gait gait(double time) {
        int here = (int) Math.clamp(Math.rint(time / each), 0, gaits.size());
        Gait before = gaits.get(Math.max(0, here - 1));
        Gait after = gaits.get(Math.min(here, gaits.size() - 1));
        return before.mixed(after, smooth((time - here * each) / CHANGE + 0.5));
    }

    double strides(double time) {
        return at(strides, time);
    }

    /** When so many strides were made. */
    double time(double made) {
        int low = 0;
        int high = strides.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (strides[middle] <= made) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + (made - strides[low]) / (strides[high] - strides[low])) * STEP - MARGIN;
    }

    GroundPlace place(double time) {
        return new GroundPlace(at(xs, time), at(zs, time), at(headings, time));
    }

    /** Between two values on the line through them; beyond the ends on the last such line. */
    private static double at(double[] values, double time) {
        double n = (time + MARGIN) / STEP;
        int low = Math.clamp((long) Math.floor(n), 0, values.length - 2);
        return values[low] + (n - low) * (values[low + 1] - values[low]);
    }

    /** From 0 to 1 without a jump of the slope. */
    static double smooth(double share) {
        double s = Math.clamp(share, 0, 1);
        return s * s * (3 - 2 * s);
    }
}
