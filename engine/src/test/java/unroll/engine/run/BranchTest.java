package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Origin;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;

/** Second runs that leave a first one half-way. */
class BranchTest {
    @TempDir
    Path runs;

    /** A run of so many updates that remembers each of them. */
    private Path first(Experiment experiment, int updates) {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(experiment, runs, log)) {
            for (int i = 0; i < updates; i++) {
                SmallRun.step(trainer, log, 1);
            }
            return trainer.folder().path();
        }
    }

    private Branch branch(Path first, long update, Experiment experiment) {
        return Branch.of(RunFolder.open(first), update, experiment, runs);
    }

    /** Goes on until so many updates are made in all. */
    private static Path followed(Branch branch, long updates) {
        SnapshotLog log = new SnapshotLog();
        Path folder = branch.folder().path();
        try (Trainer trainer = SmallRun.reopened(folder, log)) {
            SmallRun.step(trainer, log, updates - log.last().update());
        }
        return folder;
    }

    @ParameterizedTest
    @CsvSource({"nesterov, 5", "adam, 3", "lbfgs, 7", "hessian-free, 4"})
    void aBranchWithTheSameSettingsMakesTheSameUpdatesBitForBit(String optimiser, long update) throws IOException {
        Experiment experiment = SmallRun.with(SmallRun.experiment("single", 12), "optimiser", optimiser);
        Path first = first(experiment, 12);
        Branch branch = branch(first, update, experiment);
        assertThat(branch.carried()).isTrue();
        Path second = followed(branch, 12);
        assertThat(SmallRun.numbers(second)).isEqualTo(SmallRun.numbers(first));
        assertThat(SmallRun.metrics(second)).isEqualTo(SmallRun.metrics(first));
    }

    @Test
    void otherSettingsLeadElsewhereFromTheSamePast() throws IOException {
        Experiment experiment = SmallRun.experiment("single", 12);
        Path first = first(experiment, 12);
        Path second = followed(branch(first, 5, SmallRun.with(experiment, "optimiser.clip", "0.001")), 12);
        List<String> one = SmallRun.metrics(first);
        List<String> other = SmallRun.metrics(second);
        assertThat(other).hasSameSizeAs(one);
        assertThat(other.subList(0, 8))
                .as("the sixth begins with the same weights")
                .isEqualTo(one.subList(0, 8));
        assertThat(other.get(8)).isNotEqualTo(one.get(8));
        assertThat(RunFolder.open(second).origin())
                .contains(new Origin(first.getFileName().toString(), 5));
        assertThat(RunFolder.open(second).history()).containsExactly(5L, 12L);
        assertThat(RunFolder.open(first).origin()).isEmpty();
    }

    @Test
    void theFirstRunIsLeftAsItWas() throws IOException {
        Experiment experiment = SmallRun.experiment("single", 12);
        Path first = first(experiment, 9);
        List<String> before = SmallRun.numbers(first);
        followed(branch(first, 3, SmallRun.with(experiment, "optimiser.clip", "0.001")), 12);
        assertThat(SmallRun.numbers(first)).isEqualTo(before);
        assertThat(RunFolder.open(first).history()).contains(3L, 9L);
        assertThat(Files.exists(first.resolve("origin.json"))).isFalse();
    }

    @Test
    void anotherKindOfOptimiserBeginsWithNothingAndSaysSo() throws IOException {
        Experiment experiment = SmallRun.experiment("double", 12);
        Path first = first(experiment, 6);
        Branch branch = branch(first, 6, SmallRun.with(experiment, "optimiser", "hessian-free"));
        assertThat(branch.carried()).isFalse();
        assertThat(RunFolder.open(branch.folder().path())
                        .checkpoint()
                        .orElseThrow()
                        .parameters())
                .as("the weights are those of the first run")
                .usingRecursiveComparison()
                .isEqualTo(RunFolder.open(first).checkpoint().orElseThrow().parameters());
        Path second = followed(branch, 8);
        assertThat(SmallRun.metrics(second).getLast()).startsWith("8,");
    }

    @Test
    void momentumAndNesterovCarryVectorsOfOneNameAndAreStillTwoKinds() {
        Experiment experiment = SmallRun.experiment("single", 12);
        Path first = first(experiment, 4);
        assertThat(branch(first, 4, SmallRun.with(experiment, "optimiser", "momentum"))
                        .carried())
                .isFalse();
    }

    @Test
    void anOptimiserThatCarriesVectorsOfOtherSizesBeginsWithNothing() {
        Experiment experiment = SmallRun.with(SmallRun.experiment("single", 12), "optimiser", "lbfgs");
        Path first = first(experiment, 4);
        Branch branch = branch(first, 4, SmallRun.with(experiment, "optimiser.memory", "3"));
        assertThat(branch.carried()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aBranchThatCannotBeFinishedIsNoRun() throws IOException {
        Experiment experiment = SmallRun.experiment("single", 12);
        Path first = first(experiment, 4);
        Path metrics = first.resolve("metrics.csv");
        Files.delete(metrics);
        Files.createSymbolicLink(metrics, Path.of("/proc/self/mem")); // a file that nobody can read from its beginning
        assertThatThrownBy(() -> branch(first, 4, experiment))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("cannot be copied");
        assertThat(RunFolder.list(runs)).extracting(RunFolder::path).containsExactly(first);
    }

    @Test
    void aNetworkOfAnotherShapeIsRefusedAndLeavesNoFolder() throws IOException {
        Experiment experiment = SmallRun.experiment("single", 12);
        Path first = first(experiment, 4);
        assertThatThrownBy(() -> branch(first, 4, SmallRun.with(experiment, "model.hidden", "7")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("another shape")
                .hasMessageContaining("begin a new run");
        try (var all = Files.list(runs)) {
            assertThat(all).containsExactly(first);
        }
    }

    @Test
    void anUpdateThatIsNotRememberedIsRefused() {
        Experiment experiment = SmallRun.experiment("single", 12);
        Path first = first(experiment, 4);
        assertThatThrownBy(() -> branch(first, 11, experiment)).isInstanceOf(RunException.class);
    }
}
