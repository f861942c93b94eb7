package unroll.engine.optim;

import java.util.List;
import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;

/** Krylov subspace descent (Vinyals and Povey 2011). It carries its last step. */
final class KrylovMethod extends LandscapeMethod {
    private static final Gauge DIMENSIONS = new Gauge(
            "dimensions", Gauge.Presentation.CURVE, "Dimensions of the space in which the loss was minimised.");
    private static final Gauge LARGEST = new Gauge(
            "largest curvature",
            Gauge.Presentation.LOGARITHMIC,
            "The largest curvature of the loss along a direction.");
    private static final Gauge ITERATIONS =
            new Gauge("BFGS iterations", Gauge.Presentation.CURVE, "Iterations of BFGS inside that space.");
    private static final List<Gauge> GAUGES = List.of(DIMENSIONS, LARGEST, ITERATIONS);

    private final KrylovDescent settings;
    private final Backend backend;
    private final KrylovBasis basis;
    private final Buffer carried;
    private final double[] there;
    private final double[] move;

    KrylovMethod(Objective objective, KrylovDescent settings) {
        super("Krylov subspace descent", objective, settings.curvatureSequences(), GAUGES);
        this.settings = settings;
        backend = objective.backend();
        int n = objective.dimension();
        basis = new KrylovBasis(n, settings.dimensions());
        carried = backend.allocate(1, n);
        there = new double[n];
        move = new double[n];
    }

    /** The rate that it reports is 1, or 0 where nothing in the space lowers the loss. */
    @Override
    void attempt(double f, Buffer theta, long update) {
        backend.read(carried, move, 0);
        basis.span(new DampedCurvature(landscape(), 0, settings.structural().at(update)), gradient(), move);
        Bfgs bfgs = new Bfgs(basis.size());
        double[] slope = new double[basis.size()];
        basis.contract(gradient(), slope);
        int most = (int) Math.round(settings.iterations().at(update));
        bfgs.minimise(this::inside, f, slope, most, landscape().listener());
        basis.expand(bfgs.point(), move);
        boolean moved = bfgs.iterations() > 0;
        // from here on the update cannot be stopped
        if (moved) {
            landscape().write(1, move, theta);
        }
        backend.write(move, 0, carried);
        finish(
                moved ? 1 : 0,
                List.of(
                        DIMENSIONS.reads(basis.size()),
                        LARGEST.reads(basis.largest()),
                        ITERATIONS.reads(bfgs.iterations())));
    }

    /** The loss at coordinates {@code c} in the basis, and its gradient in them. */
    private double inside(double[] c, double[] slope) {
        basis.expand(c, move);
        double loss = landscape().gradient(1, move, there);
        basis.contract(there, slope);
        return loss;
    }

    @Override
    public Map<String, Buffer> state() {
        return Map.of("step", carried);
    }
}
