package unroll.engine.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import unroll.engine.setting.Setting;

/** The settings of a task in which a network controls something, one record for each kind. What several have is described here, once. */
public sealed interface ControlSettings extends TaskSettings permits CenterOut, Holding, Reaching {
    /** What is controlled. */
    @Setting(label = "Plant", help = "What the network controls.", initial = "monkey-arm")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface What {
        String initial() default "";
    }

    /** The length of a movement. */
    @Setting(label = "Length", help = "Time steps of a movement.", unit = "steps", min = 2, max = 2000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface MovementLength {
        String initial();
    }

    /** Seconds of a step. */
    @Setting(
            label = "Time step",
            help = "How long a step is; thesis: 0.01.",
            unit = "s",
            initial = "0.01",
            min = 1e-5,
            max = 1)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface StepTime {}

    /** How steps are computed. */
    @Setting(
            label = "Integrator",
            help = "How a step follows from forces: Euler's method as in the thesis, which gains or loses some"
                    + " energy, or that of Runge and Kutta.",
            initial = "euler")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Integration {}

    /** The price of commands. */
    @Setting(
            label = "Effort",
            help = "How much squared commands count beside squared distances, per step: alpha of thesis eq. 6.5.",
            min = 1e-12,
            max = 1e6,
            from = 1e-9,
            to = 1)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Effort {
        String initial();
    }

    /** How late the state is seen. */
    @Setting(
            label = "Delay",
            help = "How many steps late the network sees the state.",
            unit = "steps",
            min = 0,
            max = 100)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Late {
        String label() default "";

        String help() default "";

        String initial();
    }

    /** How the network receives the goal. */
    @Setting(
            label = "Relative goal",
            help = "Whether the network receives how far the goal is from what it sees, or where it is.")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface RelativeGoal {
        String initial();
    }
}
