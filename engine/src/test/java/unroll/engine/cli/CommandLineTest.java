package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.ExperimentText;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.ReferencePage;

class CommandLineTest extends CommandTest {
    @Test
    void train_runs_the_experiment_to_its_end_and_keeps_it() throws IOException {
        assertThat(train(folder, "--set", "optimiser=momentum")).isZero();
        assertThat(complained()).isEmpty();
        List<RunFolder> all = RunFolder.list(folder);
        assertThat(all).hasSize(1);
        Path run = all.getFirst().path();
        assertThat(runsDrawn).containsExactly(run);
        assertThat(printed())
                .contains("Run folder: " + run, "12 of 12 updates", "chance", "this network")
                .containsOnlyOnce("W_hh: spectral radius ")
                .containsPattern("A difference between hidden states .* in 100 steps\\.")
                .doesNotContain("Exception");
        assertThat(all.getFirst().history()).startsWith(0L).endsWith(12L);
        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(1 + 12 + 4);
        Experiment kept = all.getFirst().experiment();
        assertThat(kept.training().updates()).isEqualTo(12);
        assertThat(kept.optimiser().getClass().getSimpleName()).isEqualTo("Momentum");
    }

    @Test
    void an_experiment_from_a_file_is_trained_and_gives_the_same_run_again() throws IOException {
        assertThat(train(folder)).isZero();
        Path first = RunFolder.list(folder).getFirst().path();
        assertThat(call(
                        "train",
                        "--runs",
                        folder.resolve("again").toString(),
                        first.resolve("experiment.json").toString()))
                .isZero();
        Path again = RunFolder.list(folder.resolve("again")).getFirst().path();
        assertThat(RunFolder.open(again).remembered(12).tensors())
                .as("every number of weights and optimiser")
                .usingRecursiveComparison()
                .isEqualTo(RunFolder.open(first).remembered(12).tensors());
    }

    @Test
    void an_experiment_copied_as_a_link_is_trained() {
        assertThat(train(folder)).isZero();
        Experiment experiment = RunFolder.list(folder).getFirst().experiment();
        Path other = folder.resolve("other");
        assertThat(call("train", "--runs", other, ExperimentText.link(experiment)))
                .isZero();
        assertThat(RunFolder.list(other).getFirst().experiment()).isEqualTo(experiment);
        assertThat(call(
                        "train",
                        "--runs",
                        other,
                        ExperimentText.link(experiment).substring(0, 60)))
                .isEqualTo(2);
        assertThat(complained()).isEqualToIgnoringNewLines("the link: is not a whole link; copy all of it again");
    }

    @ParameterizedTest(name = "--set {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "model.hiden=3                | model.hiden: unknown name; did you mean 'hidden'?",
                "model.hidden=many            | model.hidden: Hidden units must be a whole number, not \"many\"",
                "model.hidden=                | model.hidden: Hidden units must be a whole number, not null",
                "model.hidden=0               | model.hidden: Hidden units is 0 but must be 1 to 4096",
                "model.hidden=2.5             | model.hidden: Hidden units must be a whole number, not 2.5",
                "optimiser=guessing           | optimiser.kind: unknown name",
                "optimiser.learningRate=fast  | optimiser.learningRate: 'fast' is no schedule",
                "optimiser.momentum=1.5       | optimiser.momentum: Momentum is 1.5 but must be 0 to 0.99999",
                "nothing=1                    | nothing: unknown name",
                "task.length.x=1              | task.length: Length has no settings inside",
                "task={                       | task",
                "hidden                       | --set hidden: write PATH=VALUE, such as task.balls=2",
            })
    void a_setting_that_cannot_be_is_refused_with_one_sentence_and_the_code_2(String change, String sentence) {
        assertThat(train(folder, "--set", change)).isEqualTo(2);
        assertThat(complained().lines().toList()).as("one line").hasSize(1);
        assertThat(complained()).startsWith(sentence).doesNotContain("Exception", "\tat ");
        assertThat(RunFolder.list(folder)).isEmpty();
    }

    @Test
    void an_echo_state_network_is_solved_for_where_that_can_be_and_else_refused_with_the_code_2() {
        assertThat(train(folder, "--set", "model=esn", "--set", "optimiser=ridge", "--set", "model.hidden=8"))
                .isZero();
        assertThat(call("train", "--runs", folder.toString(), "--set", "optimiser=ridge"))
                .isEqualTo(2);
        assertThat(complained())
                .startsWith(
                        "optimiser: ridge regression cannot train this, for the task's loss is not the squared error")
                .doesNotContain("Exception", "\tat ");
        assertThat(RunFolder.list(folder)).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_a_folder_that_is_no_run_and_an_unknown_option_have_the_code_2() {
        assertThat(call("train", folder.resolve("no.json").toString())).isEqualTo(2);
        assertThat(complained()).contains("no.json: cannot be read: there is no such file");
        assertThat(call("resume", folder.toString())).isEqualTo(2);
        assertThat(complained()).isEqualTo(folder + ": is no run: it has no experiment.json" + System.lineSeparator());
        assertThat(call("train", "--sett", "a=b")).isEqualTo(2);
        assertThat(complained()).contains("Unknown option").doesNotContain("\tat ");
        assertThat(call("resume")).isEqualTo(2);
        assertThat(complained()).doesNotContain("\tat ").isNotEmpty();
    }

    @Test
    void a_branch_goes_on_from_an_earlier_update_with_other_settings() {
        assertThat(train(folder)).isZero();
        Path first = RunFolder.list(folder).getFirst().path();
        String branches = folder.resolve("branches").toString();
        assertThat(call("branch", first.toString(), "--at", "10", "--runs", branches, "--set", "training.updates=15"))
                .as(complained())
                .isZero();
        assertThat(printed()).contains("after update 10", "15 of 15 updates").doesNotContain("begins anew");
        RunFolder second = RunFolder.list(folder.resolve("branches")).getFirst();
        assertThat(second.origin().orElseThrow().update()).isEqualTo(10);
        assertThat(call("branch", first.toString(), "--at", "12", "--runs", branches, "--set", "optimiser=adam"))
                .isZero();
        assertThat(printed()).contains("after update 12", "begins anew");
        assertThat(call("branch", first.toString(), "--runs", branches)).isEqualTo(2);
        assertThat(complained()).contains("--at");
    }

    @Test
    void a_branch_where_no_state_is_remembered_is_refused_and_the_nearest_are_named() {
        assertThat(train(folder)).isZero();
        Path first = RunFolder.list(folder).getFirst().path();
        String branches = folder.resolve("branches").toString();
        assertThat(call("branch", first.toString(), "--at", "5", "--runs", branches))
                .isNotZero();
        assertThat(complained()).contains("--at 5", "nearest are those after 0 and 10");
        assertThat(call("branch", first.toString(), "--at", "13", "--runs", branches))
                .isNotZero();
        assertThat(complained()).contains("nearest are those after 12");
        assertThat(RunFolder.list(folder.resolve("branches"))).isEmpty();
    }

    @Test
    void resume_goes_on_to_an_end_that_was_moved() throws IOException {
        assertThat(train(folder)).isZero();
        Path run = RunFolder.list(folder).getFirst().path();
        Path experiment = run.resolve("experiment.json");
        Files.writeString(experiment, Files.readString(experiment).replace("\"updates\": 12", "\"updates\": 30"));
        assertThat(call("resume", run)).isZero();
        assertThat(printed())
                .contains("30 of 30 updates", "this network")
                .as("its parameters are no longer the first")
                .doesNotContain("spectral radius");
        assertThat(RunFolder.open(run).history()).endsWith(30L);
        assertThat(call("resume", run)).as("finished already").isZero();
        assertThat(printed()).contains("this network");
    }

    @Test
    void a_run_that_is_further_than_its_end_is_shown_as_finished() throws IOException {
        assertThat(train(folder)).isZero();
        Path run = RunFolder.list(folder).getFirst().path();
        Path experiment = run.resolve("experiment.json");
        Files.writeString(experiment, Files.readString(experiment).replace("\"updates\": 12", "\"updates\": 4"));
        assertThat(call("resume", run)).isZero();
        assertThat(printed()).contains("12 of 4 updates").doesNotContain("stopped");
    }

    @Test
    void a_run_that_diverges_says_where_and_ends_with_the_code_1() {
        assertThat(train(
                        folder,
                        "--set",
                        "model.activation=linear",
                        "--set",
                        "optimiser.learningRate=900",
                        "--set",
                        "optimiser.clip=0",
                        "--set",
                        "training.updates=1000"))
                .isEqualTo(1);
        assertThat(printed()).contains("was not made", "lower the learning rate");
    }

    @Test
    void devices_prints_what_there_is_to_compute_on_and_why_the_rest_cannot_be_used() {
        assertThat(call("devices")).isZero();
        assertThat(printed().lines())
                .satisfiesExactly(
                        cpu -> assertThat(cpu).startsWith("device=cpu        CPU \u00b7 float"),
                        cuda -> assertThat(cuda).isEqualTo("device=cuda       cannot be used: there is no card 0"),
                        plain -> assertThat(plain).startsWith("device=reference  Reference"));
    }

    @Test
    void settings_prints_the_reference_page() {
        assertThat(call("settings")).isZero();
        assertThat(printed()).isEqualTo(ReferencePage.of(Experiment.class));
    }
}
