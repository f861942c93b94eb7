package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.dynamics.InputMode;
import unroll.engine.dynamics.NetworkMap;
import unroll.engine.problem.Problem;
import unroll.engine.record.RunFolder;

/** What {@code unroll dynamics} tells and writes of a run. */
class DynamicsCommandTest extends CommandTest {
    private RunFolder trained(String model) {
        assertThat(train(folder, "--set", "model=" + model, "--set", "training.updates=3"))
                .as(complained())
                .isZero();
        return RunFolder.list(folder).getFirst();
    }

    @Test
    void points_exponents_and_the_long_run_are_told_with_their_update_and_written_as_tables() throws Exception {
        RunFolder run = trained("rnn");
        Path tables = folder.resolve("tables");
        Files.createDirectories(tables);
        assertThat(call("dynamics", run.path().toString(), "--starts", "60", "--to", tables.toString()))
                .as(complained())
                .isZero();
        assertThat(printed())
                .contains(
                        "Dynamics after 3 updates",
                        "inputs held at 0",
                        "fixed point",
                        "Lyapunov exponents",
                        "In the long run",
                        "100 %");
        List<String> points = Files.readAllLines(tables.resolve("points.csv"));
        assertThat(points).hasSizeGreaterThan(1);
        Problem problem =
                Problem.of(run.experiment().task().open(), run.experiment().model());
        double[] theta = run.checkpoint().orElseThrow().flat(problem.layout());
        NetworkMap map = new NetworkMap(problem.predictor(), theta, new InputMode.Held(new double[problem.received()]));
        String[] cells = points.get(1).split(",", -1);
        assertThat(cells).hasSize(6 + map.size());
        double[] state = new double[map.size()];
        for (int i = 0; i < state.length; i++) {
            state[i] = Double.parseDouble(cells[6 + i]);
        }
        assertThat(cells[0]).isEqualTo("3");
        assertThat(map.trajectory(state, 0, 1)[1]).containsExactly(state, within(1e-12));
        assertThat(Files.readAllLines(tables.resolve("modes.csv"))).hasSize(1 + (points.size() - 1) * map.size());
        assertThat(Files.readAllLines(tables.resolve("exponents.csv"))).hasSize(1 + Math.min(30, map.size()));
        assertThat(Files.readAllLines(tables.resolve("cycle.csv"))).hasSizeGreaterThan(1);
    }

    @Test
    void an_earlier_update_can_be_looked_at() {
        RunFolder run = trained("gru");
        long first = run.history().getFirst();
        assertThat(call(
                        "dynamics",
                        run.path().toString(),
                        "--starts",
                        "12",
                        "--update",
                        Long.toString(first),
                        "--input",
                        "mean"))
                .as(complained())
                .isZero();
        assertThat(printed()).contains("Dynamics after " + first + " updates", "inputs held at their mean");
    }

    @Test
    void what_cannot_be_done_is_answered_by_a_sentence() {
        RunFolder run = trained("rnn");
        assertThat(call("dynamics", run.path().toString(), "--input", "loud")).isEqualTo(2);
        assertThat(complained()).contains("zero, mean or fed-back, not loud");
        assertThat(call("dynamics", run.path().toString(), "--starts", "0")).isEqualTo(2);
        assertThat(call("dynamics", run.path().toString(), "--update", "77")).isEqualTo(2);
        assertThat(train(
                        folder.resolve("more"),
                        "--set",
                        "model=tdnn",
                        "--set",
                        "model.taps=1",
                        "--set",
                        "training.updates=1"))
                .as(complained())
                .isZero();
        RunFolder still = RunFolder.list(folder.resolve("more")).getFirst();
        assertThat(call("dynamics", still.path().toString())).isEqualTo(2);
        assertThat(complained()).contains("carries nothing from one step to the next");
    }
}
