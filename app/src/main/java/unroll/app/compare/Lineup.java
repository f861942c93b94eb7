package unroll.app.compare;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/**
 * Who races: one experiment with an optimiser for each lane. Everything else is the same for all, the seeds too: the same sequences
 * in the same order, and the same first parameters.
 *
 * @param base the experiment; its optimiser does not matter
 * @param optimisers of the lanes, at most {@link #MOST}
 */
record Lineup(Experiment base, List<OptimiserSettings> optimisers) {
    /** More lines are hard to tell apart. */
    static final int MOST = 4;

    /** Optimisers that are added where none is named: the first that does not race yet. */
    private static final List<String> RIVALS =
            List.of("adam", "nesterov", "gradient-descent", "hessian-free", "momentum");

    Lineup {
        optimisers = List.copyOf(optimisers);
        if (optimisers.size() > MOST) {
            throw new IllegalArgumentException("a race has at most " + MOST + " lanes, not " + optimisers.size());
        }
    }

    /** The experiment as it is, and a rival. */
    static Lineup of(Experiment experiment) {
        return new Lineup(experiment, List.of(experiment.optimiser())).withRival();
    }

    /** One lane more. */
    Lineup withRival() {
        List<String> there = optimisers.stream().map(Lineup::kind).toList();
        String rival = RIVALS.stream()
                .filter(kind -> !there.contains(kind))
                .findFirst()
                .orElseThrow();
        Contender contender =
                SettingsJson.read(Contender.class, "{\"optimiser\": {\"kind\": \"" + rival + "\"}}", "race");
        List<OptimiserSettings> more = new ArrayList<>(optimisers);
        more.add(contender.optimiser());
        return new Lineup(base, more);
    }

    /** Without one lane. */
    Lineup without(int lane) {
        List<OptimiserSettings> fewer = new ArrayList<>(optimisers);
        fewer.remove(lane);
        return new Lineup(base, fewer);
    }

    /** With another optimiser in one lane. */
    Lineup with(int lane, OptimiserSettings optimiser) {
        List<OptimiserSettings> changed = new ArrayList<>(optimisers);
        changed.set(lane, optimiser);
        return new Lineup(base, changed);
    }

    /** The run of a lane, which shares the cores with the others. */
    Experiment experiment(int lane, int cores) {
        Experiment own = base.withOptimiser(optimisers.get(lane));
        own = Schema.of(Experiment.class).with(own, "name", label(lane) + ", " + base.name() + ", lane " + (lane + 1));
        int threads = Math.max(1, cores / optimisers.size());
        return SettingsJson.with(own, "backend.threads", Integer.toString(threads));
    }

    /** What a lane is called. */
    String label(int lane) {
        return Schema.kind(optimisers.get(lane).getClass()).label();
    }

    /** What each lane may ask for: as many losses, gradients and products as a run with one gradient an update would. */
    double budget() {
        return base.training().updates();
    }

    private static String kind(OptimiserSettings optimiser) {
        return Schema.kind(optimiser.getClass()).name();
    }
}
