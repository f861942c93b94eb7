package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

/**
 * Hessian-free optimisation: each update minimises a damped quadratic model of the loss by conjugate gradients (thesis algorithm 5;
 * Martens 2010; structural damping: Martens and Sutskever 2011).
 *
 * @param curvatureSequences sequences of the batch for curvature products, at least
 * @param cgIterations most iterations of conjugate gradients in an update
 * @param damping lambda at the first update; from then on it adapts, and 0 stays 0
 * @param structural mu, how much hidden units are damped beside the parameters
 * @param hotStart how much of the last update's solution conjugate gradients begin with
 * @param stopping when conjugate gradients stop before {@code cgIterations}
 * @param tolerance least progress of an iteration, as a share of the progress of all; 0 for any
 * @param preconditioned whether lengths are measured by squared gradients
 */
@Kind(
        name = "hessian-free",
        label = "Hessian-free",
        help = "Each update solves for the minimum of a quadratic model of the loss: few updates, each as long as a"
                + " hundred ordinary ones, that find their way where gradients vanish.",
        formula = """
            minimise over d:  g·d + ½ d·(G + λ I) d
            θ ← θ + α d\
            """,
        source = "thesis algorithm 5; Martens 2010; Martens and Sutskever 2011")
public record HessianFree(
        @CurvatureFrom int curvatureSequences,

        @Setting(
                label = "CG iterations",
                help = "The most iterations of conjugate gradients that an update may take. More find longer steps"
                        + " along flat directions.",
                initial = "100",
                min = 1,
                max = 10_000,
                step = 1,
                from = 1,
                to = 300,
                live = true)
        Schedule cgIterations,

        @Setting(
                label = "First damping",
                help = "The first value of lambda, which holds steps back; then it follows how well the quadratic"
                        + " model predicts the loss.",
                initial = "0.1",
                min = 0,
                max = 1e9)
        double damping,

        @StructuralDamping(
                help = "How much sudden changes of hidden states are held back, beside changes of the parameters: mu."
                        + " Tasks with long memory need it.",
                initial = "0.0333")
        Schedule structural,

        @Setting(
                label = "Hot start",
                help = "How much of the last update's solution the next one begins with; 0 begins anew each time.",
                initial = "0.95",
                min = 0,
                max = 1,
                step = 0.01,
                from = 0,
                to = 1,
                live = true)
        Schedule hotStart,

        @Setting(
                label = "Stop CG by",
                help = "Progress stops when the quadratic model falls by little, loss when the true loss rises again,"
                        + " either whichever comes first.",
                initial = "progress")
        CgStop stopping,

        @LeastProgress Schedule tolerance,

        @Setting(
                label = "Precondition",
                help = "Measure lengths by the squared gradients of groups of sequences. Recurrent networks gain little"
                        + " from it.",
                initial = "false")
        boolean preconditioned)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new HessianFreeMethod(objective, this);
    }

    /** As if conjugate gradients made most of their iterations, each of them a gradient's work on its part of the batch. */
    @Override
    public double gradients(int batch) {
        return 1 + cgIterations.at(0) * Math.min(1, (double) curvatureSequences / batch);
    }
}
