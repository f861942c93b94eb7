package unroll.engine.optim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Setting;

/** The settings of an optimiser, one record for each method. What several methods have is described here, once. */
public sealed interface OptimiserSettings
        permits GradientDescent,
                Momentum,
                Nesterov,
                OriginalNesterov,
                Adam,
                RmsProp,
                Lbfgs,
                ConjugateGradients,
                HessianFree,
                AugmentedHessianFree,
                KrylovDescent,
                Ridge {
    /**
     * The optimiser with these settings for an objective.
     *
     * @throws unroll.engine.setting.SettingsException where the method needs what the objective lacks
     */
    Optimiser optimiser(Objective objective);

    /** The duration of an update, estimated in gradients of a whole batch of {@code batch} sequences. */
    default double gradients(int batch) {
        return 1;
    }

    /** The learning rate of a method that steps along the gradient. */
    @Setting(
            label = "Learning rate",
            help = "How far a step goes along the gradient: epsilon. Too large and the loss explodes, too small and"
                    + " nothing happens.",
            initial = "0.01",
            min = 0,
            max = 1000,
            from = 1e-5,
            to = 10,
            live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface LearningRate {}

    /** The learning rate of a method that scales each parameter's step by its own gradients. */
    @Setting(
            label = "Learning rate",
            help = "About how far each parameter moves in an update where its gradients agree: epsilon.",
            initial = "0.001",
            min = 0,
            max = 1000,
            from = 1e-6,
            to = 1,
            live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface AdaptiveLearningRate {}

    /** The momentum of a method that steps with a velocity. */
    @Setting(
            label = "Momentum",
            help = "How much of the last step is kept: mu. 0.9 averages about 10 gradients, 0.99 about 100.",
            initial = "0.9",
            min = 0,
            max = 0.99999,
            step = 0.005,
            from = 0,
            to = 0.995,
            live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface MomentumCoefficient {}

    /** The share that a running mean of squared gradients keeps. */
    @Setting(
            label = "Square kept (beta 2)",
            help = "How much of the mean squared gradient is kept at each update (beta 2 of Adam, alpha of PyTorch's"
                    + " RMSprop): 0.9 averages about 10 gradients, 0.999 about 1000. Lower it where the loss jumps"
                    + " after a long calm.",
            min = 0,
            max = 0.99999,
            step = 0.001,
            from = 0.9,
            to = 0.999,
            live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface KeptSquare {
        String initial();
    }

    /** What is added to the root of a mean square before dividing by it. */
    @Setting(
            label = "Offset (epsilon)",
            help = "Added to the root, so that tiny gradients make small steps: epsilon, or delta. Raise it to make"
                    + " the steps of all parameters more alike.",
            initial = "1e-8",
            min = 1e-12,
            max = 1000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface RootOffset {}

    /** The gradient clipping of every first-order method. */
    @Setting(
            label = "Clip gradient at",
            help = "A longer gradient is shortened to this norm (Pascanu et al. 2013); 0 never clips.",
            initial = "0",
            min = 0,
            max = 1e9,
            from = 0.01,
            to = 1000,
            live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface ClipGradient {}

    /** How long a method keeps a batch that compares losses of one update with those of the next. */
    @Setting(
            label = "Fresh batch every",
            help = "Updates that learn from the same batch, since losses of different batches do not compare; 0 keeps"
                    + " one batch for ever.",
            initial = "50",
            unit = "updates",
            min = 0,
            max = 1e9)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface FreshBatch {
        String help() default "";
    }

    /** The slope at which a line search may end. */
    @Setting(
            label = "Slope left",
            help = "Which part of the slope along the line may be left when its search ends: c2. Smaller searches"
                    + " longer.",
            min = 1e-6)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface SlopeLeft {
        String initial();

        double max();
    }

    /** The longest line search. */
    @Setting(
            label = "Search at most",
            help = "How many gradients one line search may take before it makes do with the best step it saw.",
            initial = "20",
            unit = "gradients",
            min = 1,
            max = 1000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface SearchAtMost {}

    /** The part of the batch on which a second-order method measures curvature. */
    @Setting(
            label = "Curvature from",
            help = "Sequences of the batch that measure the curvature, rounded up to whole groups of 25 (on a card to"
                    + " the whole batch where it is one group); the gradient always uses the whole batch. Too few,"
                    + " and each update fits them alone.",
            initial = "1000",
            unit = "sequences",
            min = 1,
            max = 100_000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface CurvatureFrom {
        String help() default "";
    }

    /** The structural damping of a second-order method. */
    @Setting(
            label = "Structural damping",
            help = "How much sudden changes of hidden states count as curvature, and so are held back.",
            min = 0,
            max = 1000,
            from = 1e-4,
            to = 10,
            live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface StructuralDamping {
        String help() default "";

        String initial() default "0";
    }

    /** When a method with conjugate gradients inside ends them. */
    @Setting(
            label = "Least progress",
            help = "Each iteration of conjugate gradients must bring this share of what all have brought, or they"
                    + " stop.",
            initial = "0.0005",
            min = 0,
            max = 1,
            from = 1e-6,
            to = 0.01,
            live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface LeastProgress {}
}
