package unroll.engine.optim;

import java.util.List;
import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;

/**
 * Hessian-free optimisation (thesis algorithm 5). It carries lambda and the last solution of conjugate gradients, the one before
 * backtracking, rounded to what the backend can hold before they are used: a resumed run has the same.
 */
final class HessianFreeMethod extends LandscapeMethod {
    private static final Gauge LAMBDA = new Gauge(
            "lambda",
            Gauge.Presentation.LOGARITHMIC,
            "Damping: how strongly steps are held back. It grows by a half where the quadratic model predicted too much"
                    + " and shrinks by a third where it predicted well.");
    private static final Gauge RHO = new Gauge(
            "rho",
            "Reduction ratio: what the loss fell by, over what the quadratic model predicted. Below 1/4 the damping"
                    + " grows, above 3/4 it shrinks.",
            Gauge.Presentation.CURVE,
            List.of(LevenbergMarquardt.POOR, LevenbergMarquardt.GOOD));
    private static final Gauge ITERATIONS = new Gauge(
            "CG iterations",
            Gauge.Presentation.CURVE,
            "Iterations of conjugate gradients that minimised the quadratic model.");
    private static final Gauge STOP =
            new Gauge("CG stop", Gauge.Presentation.WORDS, "Why conjugate gradients stopped.");
    private static final Gauge ITERATE = new Gauge(
            "CG iterate",
            Gauge.Presentation.ITERATION,
            "The iterate that was taken: going back from the last, the true loss falls until there.");
    private static final Gauge QUADRATIC =
            new Gauge("quadratic", Gauge.Presentation.FIGURE, "The least value of the quadratic model that was found.");
    private static final List<Gauge> GAUGES = List.of(LAMBDA, RHO, ITERATIONS, STOP, ITERATE, QUADRATIC, Gauge.STEP);

    private final HessianFree settings;
    private final Backend backend;
    private final ConjugateGradient cg;
    private final Backtracking backtracking = new Backtracking();
    private final LineSearch lineSearch = new LineSearch();
    private final DoubleDouble carriedLambda;
    private final Buffer carriedSolution;
    private final double[] lambda = new double[1];
    private final double[] b;
    private final double[] scratch;

    HessianFreeMethod(Objective objective, HessianFree settings) {
        super("Hessian-free optimisation", objective, settings.curvatureSequences(), GAUGES);
        this.settings = settings;
        backend = objective.backend();
        int n = objective.dimension();
        cg = new ConjugateGradient(n);
        carriedLambda = new DoubleDouble(backend, 1);
        carriedSolution = backend.allocate(1, n);
        b = new double[n];
        scratch = new double[n];
        carriedLambda.write(new double[] {settings.damping()});
    }

    /** The rate that it reports is the line search's alpha: 0 where no step lowers the loss, and then lambda grows alone. */
    @Override
    void attempt(double f, Buffer theta, long update) {
        carriedLambda.read(lambda);
        String end = solve(update);
        if (cg.iterates().size() > 0) {
            advance(f, theta, end);
        } else {
            carry(LevenbergMarquardt.next(lambda[0], Double.NEGATIVE_INFINITY), false);
            finish(Double.NaN, end, 0, 0);
        }
    }

    /** Minimises the damped quadratic; returns why it stopped. */
    private String solve(long update) {
        if (settings.preconditioned()) {
            landscape().gradientSquares(scratch);
            Preconditioner.of(scratch, lambda[0]);
            cg.precondition(scratch);
        }
        Vectors.copy(gradient(), b);
        Vectors.scale(-1, b);
        backend.read(carriedSolution, scratch, 0);
        Vectors.scale(settings.hotStart().at(update), scratch);
        double mu = settings.structural().at(update);
        LinearOperator damped = new DampedCurvature(landscape(), lambda[0], lambda[0] * mu);
        cg.beginBelowZero(damped, b, scratch);
        int most = (int) Math.round(settings.cgIterations().at(update));
        double tolerance = settings.tolerance().at(update);
        return cg.run(
                most,
                settings.stopping().rules(tolerance, landscape()),
                landscape().listener());
    }

    /** Steps along the best of the iterates as far as the line search allows, and adapts lambda. */
    private void advance(double f, Buffer theta, String end) {
        backtracking.choose(landscape(), cg.iterates());
        double[] p = cg.iterates().get(backtracking.chosen());
        landscape().curvature(p, 0, scratch);
        double slope = Vectors.dot(gradient(), p);
        double predicted = Vectors.dot(p, scratch) / 2 + slope; // lambda = mu = 0
        double rho = LevenbergMarquardt.ratio(backtracking.loss() - f, predicted);
        double alpha = lineSearch.search(landscape(), p, f, slope, backtracking.loss());
        boolean lost = alpha == 0 && Double.isNaN(lineSearch.loss());
        // from here on the update cannot be stopped
        if (alpha > 0) {
            landscape().write(alpha, p, theta);
        }
        carry(lost ? lambda[0] : LevenbergMarquardt.next(lambda[0], rho), !lost);
        finish(rho, end, cg.iterates().number(backtracking.chosen()), alpha);
    }

    private void carry(double nextLambda, boolean solution) {
        carriedLambda.write(new double[] {nextLambda});
        if (solution && Vectors.norm(cg.x()) <= Float.MAX_VALUE) { // any backend can hold it
            backend.write(cg.x(), 0, carriedSolution);
        } else {
            backend.fill(0, carriedSolution);
        }
    }

    private void finish(double rho, String end, int iterate, double alpha) {
        finish(
                alpha,
                List.of(
                        LAMBDA.reads(lambda[0]),
                        RHO.reads(rho),
                        ITERATIONS.reads(cg.iterations()),
                        STOP.reads(end),
                        ITERATE.reads(iterate),
                        QUADRATIC.reads(cg.value()),
                        Gauge.STEP.reads(alpha)));
    }

    @Override
    public Map<String, Buffer> state() {
        return Map.of("lambda", carriedLambda.buffer(), "solution", carriedSolution);
    }
}
