package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.gradient.FlowWords;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.probe.FlowProbe;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** What {@code unroll gradients} prints of a run. */
class GradientsCommandTest extends CommandTest {
    private static final int STEPS = 11;

    private RunFolder trained(String model) {
        assertThat(train(folder, "--set", "model=" + model, "--set", "training.updates=3"))
                .as(complained())
                .isZero();
        return RunFolder.list(folder).getFirst();
    }

    @Test
    void the_history_has_a_line_for_each_remembered_update_with_the_numbers_it_had() {
        RunFolder run = trained("rnn");
        assertThat(call("gradients", run.path().toString(), "--history")).isZero();
        List<String> lines = printed().lines().toList();
        assertThat(run.history()).hasSizeGreaterThan(1);
        assertThat(lines).hasSize(2 + run.history().size());
        Replica replica = Training.network(run);
        for (int i = 0; i < run.history().size(); i++) {
            replica.lookBack(run, run.history().get(i));
            double[] error = new FlowProbe(0).answer(replica).error();
            String[] words = lines.get(2 + i).strip().split("\\s+", -1);
            assertThat(words[0]).isEqualTo(run.history().get(i).toString());
            assertThat(words).hasSize(1 + error.length);
            for (int t = 0; t < error.length; t++) {
                if (error[t] == 0) {
                    assertThat(words[1 + t]).isEqualTo("none");
                } else {
                    assertThat(Double.parseDouble(words[1 + t])).isCloseTo(Math.log10(error[t]), within(0.051));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"rnn", "lstm"})
    void each_time_step_has_its_line_with_the_numbers_of_the_probe(String model) {
        RunFolder run = trained(model);
        assertThat(call("gradients", run.path().toString(), "--sequence", "2")).isZero();
        List<String> lines = printed().lines().toList();
        GradientFlow flow = new FlowProbe(1).answer(Training.network(run));
        assertThat(lines).hasSize(3 + flow.error().length);
        assertThat(lines.getLast()).isEqualTo(FlowWords.of(flow)).contains("steps back");
        assertThat(flow.error().length).isGreaterThanOrEqualTo(STEPS - 1);
        assertThat(lines.getFirst()).contains("sequence 2", "after 3 updates");
        String[] last = lines.get(lines.size() - 2).strip().split("\\s+", -1);
        assertThat(last).hasSize(6);
        assertThat(Double.parseDouble(last[3])).as("the last state by itself").isEqualTo(1);
        double first = flow.error()[0];
        String[] words = lines.get(2).strip().split("\\s+", -1);
        assertThat(Math.abs(Double.parseDouble(words[1]) - first)).isLessThanOrEqualTo(0.01 * first);
    }

    @Test
    void a_folder_without_weights_is_refused() throws Exception {
        RunFolder run = trained("rnn");
        try (var files = Files.list(run.path().resolve("checkpoints"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(call("gradients", run.path().toString())).isEqualTo(2);
        assertThat(complained()).contains("has no weights yet");
    }
}
