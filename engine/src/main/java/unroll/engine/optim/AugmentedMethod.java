package unroll.engine.optim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;

/** Augmented Hessian-free optimisation (thesis sec. 6.2). It carries its last step, before the line search. */
final class AugmentedMethod extends LandscapeMethod {
    private static final Gauge DIRECTIONS = new Gauge(
            "directions",
            Gauge.Presentation.CURVE,
            "Directions that were searched, each conjugate to those before it.");
    private static final Gauge FALLEN = new Gauge(
            "fallen on part",
            Gauge.Presentation.LOGARITHMIC,
            "What the loss fell by on the sequences on which the curvature is measured.");
    private static final List<Gauge> GAUGES = List.of(DIRECTIONS, FALLEN, Gauge.STEP);

    private final AugmentedHessianFree settings;
    private final Backend backend;
    private final ConjugateDirections directions;
    private final DirectionSearch search;
    private final LineSearch lineSearch = new LineSearch();
    private final Buffer carried;
    private final double[] b;
    private final double[] last;
    private final double[] move;

    AugmentedMethod(Objective objective, AugmentedHessianFree settings) {
        super("augmented Hessian-free optimisation", objective, settings.curvatureSequences(), GAUGES);
        this.settings = settings;
        backend = objective.backend();
        int n = objective.dimension();
        directions = new ConjugateDirections(n);
        search = new DirectionSearch(n);
        carried = backend.allocate(1, n);
        b = new double[n];
        last = new double[n];
        move = new double[n];
    }

    /** The rate that it reports is the line search's alpha on the whole batch: 0 where not even a part of the move lowers its loss. */
    @Override
    void attempt(double f, Buffer theta, long update) {
        Vectors.copy(gradient(), b);
        Vectors.scale(-1, b);
        Arrays.fill(move, 0);
        double before = landscape().partLoss(0, move);
        int made = walk(update, before);
        double slope = Vectors.dot(gradient(), move);
        double alpha = slope < 0
                ? lineSearch.search(landscape(), move, f, slope, landscape().loss(1, move))
                : 0;
        // from here on the update cannot be stopped
        if (alpha > 0) {
            landscape().write(alpha, move, theta);
            backend.write(move, 0, carried);
        } else {
            backend.fill(0, carried);
        }
        finish(alpha, List.of(DIRECTIONS.reads(made), FALLEN.reads(before - search.loss()), Gauge.STEP.reads(alpha)));
    }

    /** Searches one direction after the other and adds the steps to the move; returns how many. */
    private int walk(long update, double before) {
        backend.read(carried, last, 0);
        LinearOperator damped = new DampedCurvature(
                landscape(),
                settings.damping().at(update),
                settings.structural().at(update));
        directions.begin(damped, b, last);
        StopRule rule = new RelativeProgress(settings.tolerance().at(update));
        long most = Math.round(settings.directions().at(update));
        double loss = before;
        landscape().listener().iterated(0, 0, report().gradientNorm());
        int made = 0;
        boolean enough = false;
        while (made < most && !enough && directions.next()) {
            double[] c = directions.direction();
            double far = search.search(landscape(), move, c, directions.best(), directions.predicted(), loss);
            loss = search.loss();
            Vectors.addScaled(far, c, move);
            made++;
            landscape().listener().iterated(made, loss - before, directions.residual());
            enough = rule.enough(made, false, loss - before, move);
        }
        return made;
    }

    @Override
    public Map<String, Buffer> state() {
        return Map.of("step", carried);
    }
}
