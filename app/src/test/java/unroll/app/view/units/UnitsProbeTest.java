package unroll.app.view.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.home.Home;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Trainer;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.EveryTask;

/** The units of every example, and of a network for every task, whatever it looks like. */
class UnitsProbeTest {
    @TempDir
    Path runs;

    static Stream<Experiment> experiments() {
        return Stream.concat(
                Examples.all(Home.ofProgram()).stream(),
                EveryTask.SMALL.stream()
                        .map(task -> Schema.of(Experiment.class).with(Examples.first(), "task", task))
                        .map(experiment -> SettingsJson.with(
                                experiment, "name", experiment.task().toString())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void everyUnitIsToldWithASignalThatThereIs(Experiment experiment) throws Exception {
        CompletableFuture<Units> answered = new CompletableFuture<>();
        try (Trainer trainer = new Trainer(experiment, RunFolder.planned(runs, experiment), snapshot -> {})) {
            UnitsProbe probe = new UnitsProbe(3, trainer.task().appearance());
            trainer.watch(
                    replica -> {
                        try {
                            return probe.answer(replica);
                        } catch (RuntimeException e) {
                            answered.completeExceptionally(e);
                            throw e;
                        }
                    },
                    answered::complete);
            List<Units.Row> rows = answered.get(60, TimeUnit.SECONDS).rows();
            assertThat(rows).isNotEmpty();
            assertThat(rows).anySatisfy(row -> assertThat(row.follows()).isNotEmpty());
        }
    }
}
