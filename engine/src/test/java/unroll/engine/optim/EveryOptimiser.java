package unroll.engine.optim;

import java.util.List;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.SettingsJson;

/** Every optimiser with settings for small problems: what a law about optimisers is held to. */
public final class EveryOptimiser {
    /** Some methods in more than one form. */
    public static final List<OptimiserSettings> SMALL = List.of(
            new GradientDescent(always(0.05), always(2)),
            new Momentum(always(0.05), always(0.9), always(0)),
            new Nesterov(always(0.05), always(0.9), always(2)),
            new OriginalNesterov(true, 3),
            new OriginalNesterov(false, 0),
            new Adam(always(0.03), Schedule.parse("0: 0.5, 6: 0.9"), always(0.99), 1e-8, always(2)),
            new RmsProp(always(0.03), always(0.9), 1e-8, always(0)),
            new Lbfgs(3, 5, 0.9, 20),
            new Lbfgs(2, 0, 0.5, 3),
            new ConjugateGradients(5, 0, 8, 0.1, 20),
            new ConjugateGradients(0, 2, 7, 0.1, 20),
            read("{\"kind\": \"hessian-free\", \"cgIterations\": 3}"),
            read("{\"kind\": \"hessian-free\", \"preconditioned\": true, \"curvatureSequences\": 1}"),
            read("{\"kind\": \"augmented-hessian-free\", \"directions\": 4}"),
            read("{\"kind\": \"krylov-descent\", \"dimensions\": 3}"),
            new Ridge(always(1e-3), 1));

    private EveryOptimiser() {}

    private static Schedule always(double value) {
        return Schedule.constant(value);
    }

    private static OptimiserSettings read(String json) {
        return SettingsJson.read(OptimiserSettings.class, json, "test");
    }
}
