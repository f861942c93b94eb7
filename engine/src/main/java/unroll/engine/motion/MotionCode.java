package unroll.engine.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Motions as rows of numbers that do not tell where on the floor and in which direction somebody moves, and back (Taylor, Hinton and Roweis
 * 2007; thesis sec. 3.11.2).
 *
 * <p>A row has of the root the step over the floor since the frame before, as the body saw it then, the turn about the vertical since then,
 * the height, and the tilt; of each other joint its turn as a rotation vector (the exponential map), by the angle nearest to that of the frame
 * before; and how far it lies from its offset. Numbers that are the same in all rows are left out: K are left. Angles are radians, y is up.
 */
public final class MotionCode {
    private static final List<String> ROOT = List.of("step x", "step z", "turn", "height", "tilt x", "tilt z");

    /** Of each joint but the root: a turn and a place. */
    private static final int OF_A_JOINT = 6;

    /** Numbers that vary by less are one number, rounded: a turn of so many radians is seen by nobody. */
    private static final double CONSTANT = 1e-10;

    private final Skeleton skeleton;
    /** A whole row, with what is the same in all. */
    private final double[] constants;
    /** {@code [K]}: places in a whole row of the numbers that are kept. */
    private final int[] kept;

    private MotionCode(Skeleton skeleton, double[] constants, int[] kept) {
        this.skeleton = skeleton;
        this.constants = constants;
        this.kept = kept;
    }

    /**
     * The code that fits some motions.
     *
     * @param motions at least one of at least 2 frames, all of the same joints; the first's offsets are taken
     */
    public static MotionCode of(List<Motion> motions) {
        Skeleton skeleton = motions.getFirst().skeleton();
        int whole = ROOT.size() + OF_A_JOINT * (skeleton.size() - 1);
        double[] least = new double[whole];
        double[] most = new double[whole];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (Motion motion : motions) {
            if (motion.skeleton().size() != skeleton.size()) {
                throw new IllegalArgumentException("motions of different skeletons have no common code");
            }
            for (double[] row : whole(motion)) {
                for (int i = 0; i < whole; i++) {
                    least[i] = Math.min(least[i], row[i]);
                    most[i] = Math.max(most[i], row[i]);
                }
            }
        }
        int[] kept = IntStream.range(0, whole)
                .filter(i -> most[i] - least[i] > CONSTANT)
                .toArray();
        return new MotionCode(skeleton, least, kept);
    }

    /** The skeleton that moves. */
    public Skeleton skeleton() {
        return skeleton;
    }

    /** What the K numbers are called. */
    public List<String> names() {
        List<String> names = new ArrayList<>(ROOT);
        for (Skeleton.Joint joint : skeleton.joints().subList(1, skeleton.size())) {
            for (String part : List.of(" x", " y", " z", " place x", " place y", " place z")) {
                names.add(joint.name() + part);
            }
        }
        return Arrays.stream(kept).mapToObj(names::get).toList();
    }

    /** The rows of a motion of F frames, {@code [F - 1][K]}: its first frame is told by {@link #start} alone. */
    public double[][] encode(Motion motion) {
        return whole(motion).stream()
                .map(row -> Arrays.stream(kept).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
    }

    /** Where a motion begins. */
    public static GroundPlace start(Motion motion) {
        return place(motion.posture(0));
    }

    /** Where the body is after a row, which was at {@code before}. */
    public GroundPlace after(double[] row, GroundPlace before) {
        double[] whole = whole(row);
        return before.moved(whole[0], whole[1], whole[2]);
    }

    /** Where all joints are in the world, {@code [J]}, of a row that has led to {@code place}. */
    public Vector[] positions(double[] row, GroundPlace place) {
        double[] whole = whole(row);
        Vector[] places = new Vector[skeleton.size()];
        Rotation[] turns = new Rotation[skeleton.size()];
        places[0] = new Vector(place.x(), whole[3], place.z());
        turns[0] = Rotation.about(Direction.Y.direction(), place.heading())
                .after(Rotation.exp(new Vector(whole[4], 0, whole[5])));
        for (int j = 1; j < places.length; j++) {
            int at = ROOT.size() + OF_A_JOINT * (j - 1);
            turns[j] = Rotation.exp(new Vector(whole[at], whole[at + 1], whole[at + 2]));
            places[j] = skeleton.joints().get(j).offset().plus(new Vector(whole[at + 3], whole[at + 4], whole[at + 5]));
        }
        return new Posture(places, turns).positions(skeleton);
    }

    private double[] whole(double[] row) {
        double[] whole = constants.clone();
        for (int k = 0; k < kept.length; k++) {
            whole[kept[k]] = row[k];
        }
        return whole;
    }

    private static GroundPlace place(Posture posture) {
        Vector root = posture.places()[0];
        return new GroundPlace(root.x(), root.z(), posture.turns()[0].heading());
    }

    private static List<double[]> whole(Motion motion) {
        List<double[]> rows = new ArrayList<>();
        double[] before = whole(
                motion,
                0,
                new double[ROOT.size() + OF_A_JOINT * (motion.skeleton().size() - 1)]);
        for (int frame = 1; frame < motion.frames(); frame++) {
            before = whole(motion, frame, before);
            rows.add(before);
        }
        return rows;
    }

    private static double[] whole(Motion motion, int frame, double[] before) {
        Posture posture = motion.posture(frame);
        GroundPlace here = place(posture);
        GroundPlace step = place(motion.posture(Math.max(0, frame - 1))).seen(here);
        double[] row = new double[before.length];
        row[0] = step.x();
        row[1] = step.z();
        row[2] = step.heading();
        row[3] = posture.places()[0].y();
        Vector tilt = Rotation.about(Direction.Y.direction(), -here.heading())
                .after(posture.turns()[0])
                .log();
        row[4] = tilt.x();
        row[5] = tilt.z();
        for (int j = 1; j < posture.turns().length; j++) {
            int at = ROOT.size() + OF_A_JOINT * (j - 1);
            Vector turn = nearest(posture.turns()[j].log(), new Vector(before[at], before[at + 1], before[at + 2]));
            Vector moved =
                    posture.places()[j].minus(motion.skeleton().joints().get(j).offset());
            double[] numbers = {turn.x(), turn.y(), turn.z(), moved.x(), moved.y(), moved.z()};
            System.arraycopy(numbers, 0, row, at, OF_A_JOINT);
        }
        return row;
    }

    /** Of the rotation vectors of one turn, whose angles are whole circles apart, that nearest to another one. */
    private static Vector nearest(Vector turn, Vector before) {
        double angle = turn.length();
        Vector longer = angle > CONSTANT ? turn : before;
        if (!(longer.length() > CONSTANT)) {
            return turn;
        }
        Vector axis = longer.unit();
        double circles = Math.rint((before.dot(axis) - angle) / (2 * Math.PI));
        return circles == 0 ? turn : axis.times(angle + 2 * Math.PI * circles);
    }
}
