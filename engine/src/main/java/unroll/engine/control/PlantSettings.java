package unroll.engine.control;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import unroll.engine.setting.Setting;

/** The settings of a plant, one record for each kind. What several kinds have is described here, once. */
public sealed interface PlantSettings permits MonkeyArm, HumanArm, MassPoint, CartPole {
    /**
     * The plant itself.
     *
     * @throws unroll.engine.setting.SettingsException where there can be no such thing
     */
    Plant plant();

    /** The mass of one of two segments. */
    @Setting(label = "Mass", help = "Of a segment.", unit = "kg", min = 1e-6, max = 1e6)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface BodyMass {
        String label();

        String help();

        String initial();
    }

    /** A length. */
    @Setting(label = "Length", help = "Of a segment.", unit = "m", min = 1e-6, max = 1e3)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface SegmentLength {
        String label();

        String help();

        String initial();
    }

    /** Where a segment's centre of mass is. */
    @Setting(label = "Centre", help = "From the joint to the centre of mass.", unit = "m", min = 0, max = 1e3)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface CentreOfMass {
        String label();

        String initial();
    }

    /** The inertia of a segment. */
    @Setting(
            label = "Inertia",
            help = "About the centre of mass. A table that has it about the joint: subtract mass times the square of"
                    + " the distance from the joint to the centre.",
            unit = "kg m²",
            min = 0,
            max = 1e6)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface BodyInertia {
        String label();

        String initial();
    }

    /** Friction in the joints. */
    @Setting(label = "Friction", help = "In the joints.", unit = "N m s", min = 0, max = 1e3)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface JointFriction {
        String label();

        String help();

        String initial();
    }

    /** What a command of 1 is. */
    @Setting(
            label = "Unit of torque",
            help = "The torque of a command of 1: what commands cost and disturbances do depends on it. Too small, and"
                    + " reaching costs more than missing.",
            unit = "N m",
            min = 1e-9,
            max = 1e6)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface TorqueUnit {
        String initial();
    }

    /** What a command of 1 is, where it is no torque. */
    @Setting(label = "Unit of force", help = "The force of a command of 1.", unit = "N", min = 1e-9, max = 1e6)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface ForceUnit {
        String initial();
    }

    /** An angle of the posture that tasks are arranged around. */
    @Setting(label = "Angle", help = "Of a joint.", unit = "rad", min = -Math.PI, max = Math.PI, step = 0.01)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface JointAngle {
        String label();

        String help();

        String initial();
    }

    /** What an arm holds. */
    @Setting(
            label = "Weight in hand",
            help = "What the hand holds: a network that learned without it moves a heavier arm than it knows.",
            unit = "kg",
            initial = "0",
            min = 0,
            max = 1e6)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface HandLoad {}
}
