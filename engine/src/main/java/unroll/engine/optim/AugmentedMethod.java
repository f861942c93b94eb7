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
            "directions", Gauge.Form.CURVE, "Directions that were searched, each conjugate to those before it.");
    private static final Gauge FALLEN = new Gauge(
            "fallen on part",
            Gauge.Form.LOGARITHMIC,
            "What the loss fell by on the sequences that the curvature is measured by.");
    private static final List<Gauge> GAUGES = List.of(DIRECTIONS, FALLEN, Gauge.STEP);

    private final AugmentedHessianFree settings;
    private final Backend backend;
    private final ConjugateDirections directions;
    private final DirectionSearch search;
    private final LineSearch lineSearch = new LineSearch();
    private final Buffer carried;
    private final double[] b;
    private final double[] last;
    private final double[] way;

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
        way = new double[n];
    }

    /** The rate that it reports is the line search's alpha on the whole batch: 0 where the whole way does not lower its loss. */
    @Override
    void attempt(double f, Buffer theta, long update) {
        Vectors.copy(gradient(), b);
        Vectors.scale(-1, b);
        Arrays.fill(way, 0);
        double before = landscape().partLoss(0, way);
        int made = walk(update, before);
        double slope = Vectors.dot(gradient(), way);
        double alpha = slope < 0
                ? lineSearch.search(landscape(), way, f, slope, landscape().loss(1, way))
                : 0;
        // from here on the update cannot be given up
        if (alpha > 0) {
            landscape().settle(alpha, way, theta);
            backend.write(way, 0, carried);
        } else {
            backend.fill(0, carried);
        }
        tell(alpha, List.of(DIRECTIONS.reads(made), FALLEN.reads(before - search.loss()), Gauge.STEP.reads(alpha)));
    }

    /** Goes along one direction after the other; returns how many. */
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
        landscape().told(0, 0, report().gradientNorm());
        int made = 0;
        boolean enough = false;
        while (made < most && !enough && directions.next()) {
            double[] c = directions.direction();
            double far = search.search(landscape(), way, c, directions.best(), directions.promised(), loss);
            loss = search.loss();
            Vectors.addScaled(far, c, way);
            made++;
            landscape().told(made, loss - before, directions.residual());
            enough = rule.enough(made, false, loss - before, way);
        }
        return made;
    }

    @Override
    public Map<String, Buffer> state() {
        return Map.of("step", carried);
    }
}
