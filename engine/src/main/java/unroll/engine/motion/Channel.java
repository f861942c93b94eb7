package unroll.engine.motion;

import java.util.Locale;
import java.util.Optional;

/**
 * A number that a file gives of a joint in each frame.
 *
 * @param axis along which it moves the joint, or about which it turns it
 * @param turn whether it turns the joint
 */
record Channel(Direction axis, boolean turn) {
    /** The channel that BVH calls so, in whatever letters: "Zrotation"; empty where it is none. */
    static Optional<Channel> ofBvh(String name) {
        return of(name, "%sposition", "%srotation");
    }

    /** The channel that Acclaim's files call so, in whatever letters: "rz"; empty where it is none. */
    static Optional<Channel> ofAcclaim(String name) {
        return of(name, "t%s", "r%s");
    }

    private static Optional<Channel> of(String name, String move, String turn) {
        String small = name.toLowerCase(Locale.ROOT);
        for (Direction axis : Direction.values()) {
            String letter = axis.name().toLowerCase(Locale.ROOT);
            if (small.equals(String.format(move, letter))) {
                return Optional.of(new Channel(axis, false));
            }
            if (small.equals(String.format(turn, letter))) {
                return Optional.of(new Channel(axis, true));
            }
        }
        return Optional.empty();
    }
}
