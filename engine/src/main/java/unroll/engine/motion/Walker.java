package unroll.engine.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.engine.motion.Skeleton.Joint;
import unroll.engine.random.Philox;

/**
 * Somebody who walks, runs, marches, sneaks and trudges, whose motion has 49 numbers in a {@link MotionCode}: feet are set on the floor and
 * stay there, hips are as high as the legs allow, knees follow, and the upper body swings along. Lengths are metres.
 */
public final class Walker {
    private static final List<Gait> GAITS = List.of(Gait.WALK, Gait.RUN, Gait.MARCH, Gait.SNEAK, Gait.TRUDGE);

    /** Seconds of a gait. */
    private static final double EACH = 6;

    private static final double THIGH = 0.42;
    private static final double SHANK = 0.41;

    /** Legs are never stretched beyond this share of their length, where the knee would jerk. */
    private static final double STRETCH = 0.985;

    /** Where hips that two legs hold change from one to the other, in metres. */
    private static final double SOFT = 0.012;

    /** Half the way that the hips go to the foot that stands, and half the angle that they drop on the other side. */
    private static final double SIDEWAYS = 0.02;

    private static final double DROP = 0.05;

    /** Joints of {@link #SKELETON}: of a leg and of an arm the first of the left one, and how many later that of the right one is. */
    private static final int LEG = 1;

    private static final int LEG_JOINTS = 6;
    private static final int BACK = 13;
    private static final int ARM = 19;
    private static final int ARM_JOINTS = 4;

    static final Skeleton SKELETON = skeleton();

    private final Walk walk;
    /** What nobody can foresee: of the back, the neck, the head and the arms. */
    private final Sway[] sways = new Sway[17];

    Walker(Philox random, List<Gait> gaits, double each) {
        walk = new Walk(random, gaits, each);
        Arrays.setAll(sways, i -> new Sway(random, 1.5, 6));
    }

    /** A motion of so many frames: gaits that are drawn at random one after the other, along a way that bends. */
    public static Motion motion(Philox random, int frames, double frameTime) {
        List<Gait> gaits = new ArrayList<>();
        for (double seconds = 0; seconds < frames * frameTime; seconds += EACH) {
            Gait gait = GAITS.get(random.integer(0, GAITS.size() - 1));
            gaits.add(gait.varied(random.uniform(0.9, 1.1), random.uniform(0.85, 1.1)));
        }
        return new Walker(random, gaits, EACH).motion(frames, frameTime);
    }

    Motion motion(int frames, double frameTime) {
        List<Posture> postures = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            postures.add(posture(frame * frameTime));
        }
        return new Motion(SKELETON, frameTime, postures);
    }

    private static Skeleton skeleton() {
        List<Joint> joints = new ArrayList<>(List.of(new Joint("Hips", Skeleton.NOTHING, Vector.ZERO)));
        for (int side : new int[] {1, -1}) {
            String name = side > 0 ? "Left" : "Right";
            int at = joints.size();
            joints.add(new Joint(name + "Thigh", 0, new Vector(side * 0.09, -0.04, 0)));
            joints.add(new Joint(name + "Shank", at, new Vector(0, -THIGH, 0)));
            joints.add(new Joint(name + "Foot", at + 1, new Vector(0, -SHANK, 0)));
            joints.add(new Joint(name + "Toes", at + 2, Footing.BALL));
            joints.add(new Joint(name + "Toes end", at + 3, new Vector(0, 0, 0.07)));
            joints.add(new Joint(name + "Heel end", at + 2, Footing.HEEL));
        }
        joints.add(new Joint("LowerBack", 0, new Vector(0, 0.1, 0)));
        joints.add(new Joint("UpperBack", BACK, new Vector(0, 0.13, 0)));
        joints.add(new Joint("Chest", BACK + 1, new Vector(0, 0.13, 0)));
        joints.add(new Joint("Neck", BACK + 2, new Vector(0, 0.16, 0)));
        joints.add(new Joint("Head", BACK + 3, new Vector(0, 0.09, 0.01)));
        joints.add(new Joint("Head end", BACK + 4, new Vector(0, 0.17, 0.02)));
        for (int side : new int[] {1, -1}) {
            String name = side > 0 ? "Left" : "Right";
            int at = joints.size();
            joints.add(new Joint(name + "Arm", BACK + 2, new Vector(side * 0.18, 0.11, 0)));
            joints.add(new Joint(name + "Forearm", at, new Vector(0, -0.28, 0)));
            joints.add(new Joint(name + "Hand", at + 1, new Vector(0, -0.25, 0)));
            joints.add(new Joint(name + "Hand end", at + 2, new Vector(0, -0.13, 0)));
        }
        return new Skeleton(joints);
    }

    private Posture posture(double time) {
        Gait gait = walk.gait(time);
        double wave = 2 * Math.PI * walk.strides(time);
        double swing = Math.cos(wave); // 1 where the left foot is set down
        double side = Math.sin(wave); // 1 about where the left foot stands alone
        GroundPlace body = walk.place(time);
        Vector[] places = new Vector[SKELETON.size()];
        Rotation[] turns = new Rotation[SKELETON.size()];
        for (int j = 0; j < places.length; j++) {
            places[j] = SKELETON.joints().get(j).offset();
            turns[j] = Rotation.NONE;
        }
        turns[0] = Rotation.about(Direction.Y.direction(), body.heading() - gait.hips() * swing)
                .after(Rotation.exp(new Vector(0.4 * gait.lean() + 0.02 * sways[16].at(time), 0, DROP * side)));
        Footing left = Footing.of(walk, 1, time);
        Footing right = Footing.of(walk, -1, time);
        GroundPlace over = body.moved(SIDEWAYS * side, 0, 0);
        double rhythm = gait.bounce() * Math.cos(2 * (wave - Math.PI * gait.duty()));
        double height = lowest(
                upright() - gait.crouch() - rhythm,
                hold(over, turns[0], LEG, left),
                hold(over, turns[0], LEG + LEG_JOINTS, right));
        places[0] = new Vector(over.x(), height, over.z());
        Vector ahead = Rotation.about(Direction.Y.direction(), body.heading()).of(Direction.Z.direction());
        leg(places, turns, LEG, left, ahead);
        leg(places, turns, LEG + LEG_JOINTS, right, ahead);
        back(turns, gait, swing, side, time);
        arm(turns, ARM, 1, gait, swing, time);
        arm(turns, ARM + ARM_JOINTS, -1, gait, -swing, time);
        return new Posture(places, turns);
    }

    /** How high the hips are where the legs are straight. */
    private static double upright() {
        return THIGH + SHANK - Footing.HEEL.y() - hip(LEG).y();
    }

    private static Vector hip(int leg) {
        return SKELETON.joints().get(leg).offset();
    }

    /** How high the root can be for a leg to reach its foot. */
    private static double hold(GroundPlace over, Rotation hips, int leg, Footing foot) {
        Vector hip = hips.of(hip(leg));
        double dx = over.x() + hip.x() - foot.ankle().x();
        double dz = over.z() + hip.z() - foot.ankle().z();
        double longest = STRETCH * (THIGH + SHANK);
        double square = longest * longest - dx * dx - dz * dz;
        return foot.ankle().y() + Math.sqrt(Math.max(0.01, square)) - hip.y();
    }

    /** About the lowest of some heights, without a jump of its slope where another one becomes the lowest. */
    private static double lowest(double... heights) {
        double least = Arrays.stream(heights).min().orElseThrow();
        double sum = Arrays.stream(heights)
                .map(height -> Math.exp((least - height) / SOFT))
                .sum();
        return least - SOFT * Math.log(sum);
    }

    /** Bends a leg so that it reaches its foot: the knee forward, the foot as it is on the floor. */
    private static void leg(Vector[] places, Rotation[] turns, int leg, Footing foot, Vector ahead) {
        Vector hip = places[0].plus(turns[0].of(hip(leg)));
        Vector way = foot.ankle().minus(hip);
        double length = Math.min(way.length(), STRETCH * (THIGH + SHANK));
        Vector down = way.unit();
        Vector hinge = down.times(-1).cross(ahead).unit();
        double bend =
                Math.acos(Math.clamp((THIGH * THIGH + SHANK * SHANK - length * length) / (2 * THIGH * SHANK), -1, 1));
        double raised =
                Math.acos(Math.clamp((THIGH * THIGH + length * length - SHANK * SHANK) / (2 * THIGH * length), -1, 1));
        Vector up = Rotation.exp(hinge.times(-raised)).of(down).times(-1);
        Rotation thigh = Rotation.ofAxes(hinge, up, hinge.cross(up));
        Rotation knee = Rotation.about(Direction.X.direction(), Math.PI - bend);
        turns[leg] = turns[0].inverse().after(thigh);
        turns[leg + 1] = knee;
        turns[leg + 2] = thigh.after(knee).inverse().after(foot.turn());
        turns[leg + 3] = Rotation.about(Direction.X.direction(), -foot.toes());
    }

    /** The chest turns against the hips and leans, the head looks ahead. */
    private void back(Rotation[] turns, Gait gait, double swing, double side, double time) {
        double against = gait.hips() * swing + 0.4 * gait.arms() * 0.3 * swing;
        for (int part = 0; part < 3; part++) {
            turns[BACK + part] = Rotation.exp(new Vector(
                    0.2 * gait.lean() + 0.02 * sways[3 * part].at(time),
                    (against + gait.hips() * swing) / 3 + 0.02 * sways[3 * part + 1].at(time),
                    -DROP * side / 3 + 0.015 * sways[3 * part + 2].at(time)));
        }
        for (int part = 3; part < 5; part++) {
            turns[BACK + part] = Rotation.exp(new Vector(
                    (gait.nod() - gait.lean()) / 2 + 0.04 * sways[9].at(time + part),
                    -against / 2 + 0.1 * sways[10].at(time - part),
                    0.03 * sways[11].at(time + part)));
        }
    }

    /** An arm goes back where the foot of its side is set down. */
    private void arm(Rotation[] turns, int arm, int side, Gait gait, double swing, double time) {
        Sway first = sways[13 + side];
        Sway second = sways[14 + side];
        turns[arm] = Rotation.exp(new Vector(
                gait.arms() * swing - gait.reach() + 0.04 * first.at(time),
                side * (0.1 * gait.elbow() - 0.05 * swing + 0.03 * second.at(time)),
                side * (0.12 + 0.03 * first.at(time + 1))));
        turns[arm + 1] = Rotation.about(
                Direction.X.direction(),
                -gait.elbow() - 0.3 * gait.arms() * (1 - swing) / 2 - 0.05 * (1 + second.at(time + 2)));
        turns[arm + 2] = Rotation.exp(
                new Vector(-0.1 - 0.15 * gait.arms() * swing, 0, side * (0.1 + 0.08 * first.at(time + 3))));
    }
}
