package unroll.engine.control;

import unroll.engine.setting.Kind;

/**
 * The arm of a human (Li and Todorov 2004), whose inertias are about the joints there and about the centres of mass here.
 *
 * @param upperMass mass of the upper arm
 * @param lowerMass mass of the forearm with the hand
 * @param upperLength from the shoulder to the elbow
 * @param lowerLength from the elbow to the hand
 * @param upperCentre from the shoulder to the centre of mass
 * @param lowerCentre from the elbow to the centre of mass
 * @param upperInertia about the centre of mass
 * @param lowerInertia about the centre of mass
 * @param friction torque at a speed of 1 rad/s of the same joint
 * @param coupling torque at that speed of the other joint
 * @param unit torque of a command of 1
 * @param shoulder its angle in the posture that tasks are arranged around
 * @param elbow its angle there
 * @param load weight in the hand
 */
@Kind(
        name = "human-arm",
        label = "Arm of a human",
        help = "Shoulder and elbow in the plane of a table, with the masses, lengths and friction of Li and Todorov"
                + " (2004).")
public record HumanArm(
        @BodyMass(label = "Upper mass", help = "Of the upper arm.", initial = "1.4")
        double upperMass,

        @BodyMass(label = "Lower mass", help = "Of the forearm with the hand.", initial = "1.0")
        double lowerMass,

        @SegmentLength(label = "Upper length", help = "From the shoulder to the elbow.", initial = "0.3")
        double upperLength,

        @SegmentLength(label = "Lower length", help = "From the elbow to the hand.", initial = "0.33")
        double lowerLength,

        @CentreOfMass(label = "Upper centre", initial = "0.11")
        double upperCentre,

        @CentreOfMass(label = "Lower centre", initial = "0.16")
        double lowerCentre,

        @BodyInertia(label = "Upper inertia", initial = "0.00806")
        double upperInertia,

        @BodyInertia(label = "Lower inertia", initial = "0.0194")
        double lowerInertia,

        @JointFriction(
                label = "Friction",
                help = "How strongly a joint is slowed down by its own speed.",
                initial = "0.05")
        double friction,

        @JointFriction(
                label = "Coupled friction",
                help = "How strongly a joint is slowed down by the speed of the other: muscles that span both.",
                initial = "0.025")
        double coupling,

        @TorqueUnit(initial = "1") double unit,

        @JointAngle(
                label = "Shoulder",
                help = "In the posture that tasks are arranged around; 0 points to the right.",
                initial = "0.8")
        double shoulder,

        @JointAngle(label = "Elbow", help = "In that posture; 0 is a straight arm.", initial = "1.6")
        double elbow,

        @HandLoad double load)
        implements PlantSettings {

    @Override
    public TwoJointArm plant() {
        return new TwoJointArm(
                        new TwoJointArm.Limb(upperMass, upperLength, upperCentre, upperInertia),
                        new TwoJointArm.Limb(lowerMass, lowerLength, lowerCentre, lowerInertia),
                        friction,
                        coupling,
                        unit,
                        shoulder,
                        elbow)
                .holding(load);
    }
}
