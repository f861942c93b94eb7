package unroll.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.FirstParameters;
import unroll.engine.setting.SettingsJson;

class AsyncSpectraTest {
    private static final Experiment SMALL = with(with(Examples.first(), "task", "addition"), "model.hidden", "6");

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final StringProperty outlook = new SimpleStringProperty("");
    private final AsyncSpectra foresight = new AsyncSpectra(outlook::set, work::add, window::add);

    private static Experiment with(Experiment experiment, String path, String value) {
        return SettingsJson.with(experiment, path, value);
    }

    private static void empty(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    private static String lines(Experiment experiment) {
        return String.join("\n", FirstParameters.lines(experiment));
    }

    @Test
    void theAnswerIsFoundByTheWorkersAndSaidOnTheWindowsThread() {
        foresight.look(SMALL);
        assertThat(work).hasSize(1);
        empty(work);
        assertThat(outlook.get()).as("not on the worker's thread").isEmpty();
        empty(window);
        assertThat(outlook.get()).isEqualTo(lines(SMALL)).startsWith("W_hh: spectral radius ");
    }

    @Test
    void theNewestExperimentWinsAndAnOlderAnswerIsNotShown() {
        Experiment other = with(SMALL, "initialisation", "orthogonal");
        foresight.look(SMALL);
        empty(work);
        foresight.look(other);
        empty(window);
        assertThat(outlook.get()).as("the answer to what was asked before").isEmpty();
        empty(work);
        empty(window);
        assertThat(outlook.get()).isEqualTo(lines(other)).isNotEqualTo(lines(SMALL));
    }

    @Test
    void anEditThatDoesNotTouchTheFirstParametersAsksNothing() {
        foresight.look(SMALL);
        empty(work);
        empty(window);
        foresight.look(with(SMALL, "optimiser.learningRate", "0.5"));
        assertThat(work).isEmpty();
        assertThat(outlook.get()).isEqualTo(lines(SMALL));
        foresight.look(with(SMALL, "seeds.initialisation", "5"));
        assertThat(work).hasSize(1);
        assertThat(outlook.get()).as("what no longer holds is not said").isEmpty();
    }

    @Test
    void anExperimentThatCannotBeOpenedSaysWhy() {
        foresight.look(with(SMALL, "task", "{\"kind\": \"own-series\", \"folder\": \"nowhere\"}"));
        empty(work);
        empty(window);
        assertThat(outlook.get())
                .startsWith("What this implies cannot be computed: ")
                .contains("nowhere");
    }
}
