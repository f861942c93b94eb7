package unroll.engine.motion;

import java.util.List;

/**
 * Joints that hang on each other: each joint but the first on one that stands before it.
 *
 * @param joints the root first
 */
public record Skeleton(List<Joint> joints) {
    /** What the first joint hangs on: nothing. */
    public static final int NOTHING = -1;

    /** Of joints that are read from a file: bodies have tens, with all fingers and the face some hundreds. */
    static final int MOST = 5_000;

    /**
     * A place where a body bends, or where it ends.
     *
     * @param name as the recording has it
     * @param parent the joint that it hangs on, or {@link #NOTHING}
     * @param offset where it lies in the parent's frame
     */
    public record Joint(String name, int parent, Vector offset) {}

    public Skeleton {
        joints = List.copyOf(joints);
        if (joints.isEmpty()) {
            throw new IllegalArgumentException("a skeleton needs a joint");
        }
        for (int j = 0; j < joints.size(); j++) {
            int parent = joints.get(j).parent();
            if (parent >= j || (parent == NOTHING) != (j == 0) || parent < NOTHING) {
                throw new IllegalArgumentException("joint " + j + " cannot hang on joint " + parent);
            }
        }
    }

    /** How many joints it has. */
    public int size() {
        return joints.size();
    }

    /** The joint that one hangs on; {@link #NOTHING} for the root. */
    public int parent(int joint) {
        return joints.get(joint).parent();
    }
}
