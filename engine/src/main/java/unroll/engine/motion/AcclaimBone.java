package unroll.engine.motion;

import java.util.List;

/**
 * A bone of Acclaim's skeleton, or its root: what of it moves, and about which axes.
 *
 * @param axes how its own axes lie in the world while the body is in its base pose
 * @param channels what it moves by, in the order in which a motion lists the numbers
 */
record AcclaimBone(Rotation axes, List<Channel> channels) {
    AcclaimBone {
        channels = List.copyOf(channels);
    }

    /**
     * The turn of a bone in its parent's frame, whose axes are the world's in the base pose: the first channel turns it first, each about the
     * bone's own axes as the base pose has them.
     *
     * @param numbers one for each channel
     * @param angle radians of a unit of an angle
     */
    Rotation turn(double[] numbers, double angle) {
        Rotation turn = Rotation.NONE;
        for (int c = 0; c < numbers.length; c++) {
            if (channels.get(c).turn()) {
                Vector axis = channels.get(c).axis().direction();
                turn = Rotation.about(axis, angle * numbers[c]).after(turn);
            }
        }
        return axes.after(turn).after(axes.inverse());
    }

    /** How far the channels move the bone, in its parent's frame. */
    Vector moved(double[] numbers) {
        Vector moved = Vector.ZERO;
        for (int c = 0; c < numbers.length; c++) {
            if (!channels.get(c).turn()) {
                moved = moved.plus(channels.get(c).axis().direction().times(numbers[c]));
            }
        }
        return axes.of(moved);
    }
}
