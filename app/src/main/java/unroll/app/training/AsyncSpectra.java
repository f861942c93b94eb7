package unroll.app.training;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.app.fx.AsyncAnswer;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.FirstParameters;
import unroll.engine.record.Failures;

/** Computes beside the window what the first parameters of an experiment imply. */
final class AsyncSpectra {
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

    private final Consumer<String> outlook;
    private final AsyncAnswer<Experiment, String> asked;
    private @Nullable Basis basis;

    /** Finds words on {@code work} and hands them to {@code outlook} on the window's thread. */
    AsyncSpectra(Consumer<String> outlook, Executor work, Executor window) {
        this.outlook = outlook;
        asked = new AsyncAnswer<>(work, AsyncSpectra::words, window, (experiment, words) -> outlook.accept(words));
    }

    /** Asks about an experiment; on the window's thread. Until the answer there are no words. */
    void look(Experiment experiment) {
        Basis now = Basis.of(experiment);
        if (!now.equals(basis)) {
            basis = now;
            outlook.accept("");
            asked.ask(experiment);
        }
    }

    private static String words(Experiment experiment) {
        try {
            return String.join("\n", FirstParameters.lines(experiment));
        } catch (RuntimeException | Error e) {
            String why = Failures.sentence(e);
            return "What this implies cannot be computed: " + why;
        }
    }
}
