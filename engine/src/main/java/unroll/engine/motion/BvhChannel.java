package unroll.engine.motion;

import java.util.Locale;
import java.util.Optional;

/**
 * A number that a BVH file gives of a joint in each frame.
 *
 * @param joint whose it is
 * @param axis along which it moves the joint, or about which it turns it
 * @param turn whether it turns the joint, by degrees
 */
record BvhChannel(int joint, Direction axis, boolean turn) {
    /** The channel of such a name, in whatever letters: "Zrotation"; empty where it is none. */
    static Optional<BvhChannel> of(int joint, String name) {
        String small = name.toLowerCase(Locale.ROOT);
        for (Direction axis : Direction.values()) {
            String letter = axis.name().toLowerCase(Locale.ROOT);
            if (small.equals(letter + "position") || small.equals(letter + "rotation")) {
                return Optional.of(new BvhChannel(joint, axis, small.endsWith("rotation")));
            }
        }
        return Optional.empty();
    }
}
