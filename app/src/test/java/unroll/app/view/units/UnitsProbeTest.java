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
import unroll.engine.record.RunFolder;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

/** The units of every example, whatever its task looks like, and of the tasks that no example has. */
class UnitsProbeTest {
    @TempDir
    Path runs;

    static Stream<Experiment> experiments() {
        Stream<Experiment> others = Stream.of(
                        "multiplication",
                        "xor",
                        "temporal-order",
                        "temporal-order-3",
                        "permutation",
                        "memorisation",
                        "parity",
                        "copy",
                        "binary-addition",
                        "running-sum",
                        "larger-total",
                        "curves")
                .map(task -> SettingsJson.with(Examples.first(), "task", task))
                .map(experiment -> SettingsJson.with(
                        experiment, "name", experiment.task().getClass().getSimpleName()));
        return Stream.concat(Examples.all(Examples.home()).stream(), others);
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
