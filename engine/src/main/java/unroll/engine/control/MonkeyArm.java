package unroll.engine.control;

import unroll.engine.setting.Kind;

/**
 * The arm of a macaque of 6.5 kg with an upper arm of 14.5 cm (Cheng and Scott 2000, as KINARM robots have it).
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
        name = "monkey-arm",
        label = "Arm of a monkey",
        help = "Shoulder and elbow in the plane of a table, with masses and lengths of a macaque of 6.5 kg; speeds of"
                + " a few rad/s.")
public record MonkeyArm(
        @BodyMass(label = "Upper mass", help = "Of the upper arm.", initial = "0.234")
        double upperMass,

        @BodyMass(label = "Lower mass", help = "Of the forearm with the hand.", initial = "0.208")
        double lowerMass,

        @SegmentLength(label = "Upper length", help = "From the shoulder to the elbow.", initial = "0.145")
        double upperLength,

        @SegmentLength(label = "Lower length", help = "From the elbow to the hand.", initial = "0.25955")
        double lowerLength,

        @CentreOfMass(label = "Upper centre", initial = "0.07105")
        double upperCentre,

        @CentreOfMass(label = "Lower centre", initial = "0.100427")
        double lowerCentre,

        @BodyInertia(label = "Upper inertia", initial = "3.0503561985e-4")
        double upperInertia,

        @BodyInertia(label = "Lower inertia", initial = "9.3693382557e-4")
        double lowerInertia,

        @JointFriction(
                label = "Friction",
                help = "How strongly a joint is slowed down by its own speed.",
                initial = "0")
        double friction,

        @JointFriction(
                label = "Coupled friction",
                help = "How strongly a joint is slowed down by the speed of the other: muscles that span both.",
                initial = "0")
        double coupling,

        @TorqueUnit(initial = "0.1") double unit,

        @JointAngle(
                label = "Shoulder",
                help = "In the posture that tasks are arranged around; 0 points to the right.",
                initial = "0.5")
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
