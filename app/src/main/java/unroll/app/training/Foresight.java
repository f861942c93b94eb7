package unroll.app.training;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import unroll.app.fx.Latest;
import unroll.engine.run.Experiment;
import unroll.engine.run.Failures;
import unroll.engine.run.FirstParameters;

/** Says what the first parameters of an experiment imply, computed beside the window; the newest experiment wins. */
final class Foresight {
    /** What the first parameters depend on. */
    private record Basis(List<Object> settings) {
        static Basis of(Experiment experiment) {
            return new Basis(List.of(
                    experiment.task(),
                    experiment.model(),
                    experiment.initialisation(),
                    experiment.gates(),
                    experiment.seeds()));
        }
    }

    private final StringProperty outlook;
    private final Latest<Experiment> asked;
    private final Executor window;
    private final AtomicReference<@Nullable Basis> wanted = new AtomicReference<>();

    /** Writes into {@code outlook} on the window's thread what was found by {@code work}. */
    Foresight(StringProperty outlook, Executor work, Executor window) {
        this.outlook = outlook;
        this.window = window;
        asked = new Latest<>(work, this::compute);
    }

    /** Asks about an experiment; on the window's thread. Until the answer nothing is said. */
    void look(Experiment experiment) {
        Basis basis = Basis.of(experiment);
        if (!basis.equals(wanted.getAndSet(basis))) {
            outlook.set("");
            asked.offer(experiment);
        }
    }

    /** One at a time: what was asked before and is no longer wanted when its turn comes is not computed. */
    private synchronized void compute(Experiment experiment) {
        Basis basis = Basis.of(experiment);
        if (!basis.equals(wanted.get())) {
            return;
        }
        String text = words(experiment);
        window.execute(() -> {
            if (basis.equals(wanted.get())) {
                outlook.set(text);
            }
        });
    }

    private static String words(Experiment experiment) {
        try {
            return String.join("\n", FirstParameters.outlook(experiment).lines());
        } catch (RuntimeException e) {
            String why = Failures.sentence(e);
            return "What this implies cannot be computed: " + why;
        }
    }
}
