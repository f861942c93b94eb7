package unroll.engine.motion;

/** Which axis of a recording is up. */
public enum Upright {
    /** That along which head and feet are farthest apart. */
    FOUND,
    /** As in most recordings. */
    Y,
    /** As in recordings for Blender and 3ds Max. */
    Z;

    Direction of(Motion motion) {
        return switch (this) {
            case FOUND -> motion.up();
            case Y -> Direction.Y;
            case Z -> Direction.Z;
        };
    }
}
