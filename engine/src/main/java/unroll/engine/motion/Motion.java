package unroll.engine.motion;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A recorded movement: a skeleton, and how it stands at each of F moments that are equally far apart. */
public final class Motion {
    /** The words by which the joints at the two ends of a body are known. */
    private static final List<String> ABOVE = List.of("head", "neck");

    private static final List<String> BELOW = List.of("foot", "toe", "ankle");

    private final Skeleton skeleton;
    private final double frameTime;
    private final List<Posture> postures;

    /**
     * A whole movement.
     *
     * @param frameTime seconds from a frame to the next, positive
     * @param postures one for each frame, at least one
     */
    Motion(Skeleton skeleton, double frameTime, List<Posture> postures) {
        this.skeleton = skeleton;
        this.frameTime = frameTime;
        this.postures = List.copyOf(postures);
        if (this.postures.isEmpty() || !(frameTime > 0)) {
            throw new IllegalArgumentException(postures.size() + " frames, each of " + frameTime + " s, are no motion");
        }
    }

    public Skeleton skeleton() {
        return skeleton;
    }

    /** Seconds from a frame to the next. */
    public double frameTime() {
        return frameTime;
    }

    /** F. */
    public int frames() {
        return postures.size();
    }

    Posture posture(int frame) {
        return postures.get(frame);
    }

    /** Where all joints are in the world at a frame, {@code [J]}. */
    public Vector[] positions(int frame) {
        return postures.get(frame).positions(skeleton);
    }

    /** The frames {@code first} (included) to {@code end} (excluded). */
    Motion part(int first, int end) {
        return new Motion(skeleton, frameTime, postures.subList(first, end));
    }

    /** Every frame whose number is a multiple of {@code step}. */
    public Motion every(int step) {
        return new Motion(
                skeleton,
                step * frameTime,
                IntStream.iterate(0, frame -> frame < postures.size(), frame -> frame + step)
                        .mapToObj(postures::get)
                        .toList());
    }

    /** The same with y up, where another axis was. */
    public Motion upright(Direction up) {
        Rotation turn = up.toY();
        return new Motion(
                skeleton,
                frameTime,
                postures.stream()
                        .map(posture -> posture.withRoot(turn.of(posture.places()[0]), turn.after(posture.turns()[0])))
                        .toList());
    }

    /**
     * The axis along which the body stands: along which head and feet are farthest apart in the mean over the frames, or where no joint is
     * called so, along which the joints are.
     */
    public Direction up() {
        double[] apart = new double[Direction.values().length];
        for (int frame = 0; frame < frames(); frame++) {
            Vector[] positions = positions(frame);
            Vector above = mean(positions, ABOVE);
            Vector below = mean(positions, BELOW);
            for (Direction axis : Direction.values()) {
                apart[axis.ordinal()] += above.minus(below).dot(axis.direction());
            }
        }
        Direction up = Direction.Y;
        for (Direction axis : Direction.values()) {
            up = apart[axis.ordinal()] > apart[up.ordinal()] ? axis : up;
        }
        return up;
    }

    /** The centre of the joints that have one of these words in their names; of all where none has. */
    private Vector mean(Vector[] positions, List<String> words) {
        Vector sum = Vector.ZERO;
        int count = 0;
        for (int j = 0; j < positions.length; j++) {
            String name = skeleton.joints().get(j).name().toLowerCase(Locale.ROOT);
            if (words.stream().anyMatch(name::contains)) {
                sum = sum.plus(positions[j]);
                count++;
            }
        }
        return count == 0 ? positions[0] : sum.times(1.0 / count);
    }
}
