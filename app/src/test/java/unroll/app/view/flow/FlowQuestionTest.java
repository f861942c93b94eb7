package unroll.app.view.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.app.view.Throttled;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.gradient.FlowWords;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.probe.FlowProbe;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsJson;

/** What is asked of a network, and what is made of the answers, with a clock that only the test moves. */
class FlowQuestionTest {
    private static final int STEPS = 11;

    @TempDir
    Path folder;

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 50);
    private final AtomicBoolean resting = new AtomicBoolean();
    private Replica replica;

    private final AtomicInteger throttled = new AtomicInteger(1);

    /** Every look at the clock takes 10 ns, so that Jacobians take 10 ns and are throttled for 590. */
    private final Throttled<FlowLook> asking =
            new Throttled<>(new FlowQuestion(2), resting::get, throttled::get, () -> time.getAndAdd(10));

    @BeforeEach
    void trainALittle() {
        replica = trained("model.hidden", "10");
    }

    private Replica trained(String setting, String value) {
        Experiment experiment = Examples.first();
        for (String[] set : new String[][] {
            {"task", "addition"},
            {"task.length", "10"},
            {"model.hidden", "10"},
            {"training.testSequences", "5"},
            {setting, value}
        }) {
            experiment = SettingsJson.with(experiment, set[0], set[1]);
        }
        CompletableFuture<Boolean> rested = new CompletableFuture<>();
        RunFolder run = RunFolder.planned(folder, experiment);
        Trainer trainer = new Trainer(experiment, run, snapshot -> {
            if (snapshot.update() == 3 && snapshot.state() == State.PAUSED) {
                rested.complete(true);
            }
        });
        try (trainer) {
            trainer.step(3);
            rested.join();
        }
        return Training.network(RunFolder.open(run.path()));
    }

    @Test
    void jacobiansAreAskedForAtFirstThenThrottledForAWhile() {
        FlowLook first = asking.answer(replica);
        assertThat(first.flow().hasJacobians()).isTrue();
        GradientFlow oracle = new FlowProbe(1).answer(replica);
        assertThat(first.flow().error()).isEqualTo(oracle.error());
        assertThat(first.followed().largest()).isEqualTo(oracle.largest());
        int looks = 0;
        FlowLook look = asking.answer(replica);
        while (!look.flow().hasJacobians()) {
            assertThat(look.flow().error()).isEqualTo(oracle.error());
            assertThat(look.followed()).isSameAs(first.followed());
            assertThat(look.followedAt()).isEqualTo(3);
            looks++;
            look = asking.answer(replica);
        }
        assertThat(looks).as("looks at 10, 20 ... 580 ns of 590").isEqualTo(58);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void questionsThatAreThrottledTogetherTakeNoMoreThanOne(int together) {
        throttled.set(together);
        asking.answer(replica);
        int looks = 0;
        while (!asking.answer(replica).flow().hasJacobians()) {
            looks++;
        }
        assertThat(looks).as("looks at 10, 20 ... ns").isEqualTo(59 * together - 1);
    }

    @Test
    void aRestingNetworkIsAlwaysFollowed() {
        resting.set(true);
        for (int i = 0; i < 3; i++) {
            assertThat(asking.answer(replica).flow().hasJacobians()).isTrue();
        }
    }

    @Test
    void theHistoryKeepsTheSequencesApartAndForgetsARunWithTheNext() {
        FlowHistory history = new FlowHistory();
        GradientFlow flow = new FlowProbe(0).answer(replica);
        history.with(new FlowLook(1, 1, flow, 1, flow));
        history.with(new FlowLook(2, 1, flow, 2, flow));
        assertThat(history.with(new FlowLook(3, 2, flow, 3, flow)).past().rows())
                .hasSize(1);
        assertThat(history.with(new FlowLook(4, 1, flow, 4, flow)).past().rows())
                .extracting(row -> row.first())
                .containsExactly(1L, 2L, 4L);
        history.clear();
        assertThat(history.with(new FlowLook(5, 1, flow, 5, flow)).past().rows())
                .hasSize(1);
    }

    @Test
    void theWordsAreThoseOfTheTerminalAndNameTheUpdateTheyAreTrueOf() {
        GradientFlow flow = new FlowProbe(0).answer(replica);
        GradientFlow sizes = new FlowProbe(0, false).answer(replica);
        FlowData whole = new FlowHistory().with(new FlowLook(1200, 1, flow, 1200, flow));
        assertThat(whole.words()).startsWith("At update 1,200: after 10 steps back ");
        assertThat(FlowWords.of(flow)).endsWith(whole.words().substring("At update 1,200: a".length()));
        FlowData data = new FlowHistory().with(new FlowLook(1234, 1, sizes, 1200, flow));
        assertThat(data.words()).as("of the network that is shown").startsWith("At update 1,234: ");
        assertThat(FlowWords.of(sizes)).endsWith(data.words().substring("At update 1,234: a".length()));
        assertThat(data.update()).isEqualTo(1234);
        assertThat(data.stretch().update()).as("the Jacobians are older").isEqualTo(1200);
        assertThat(data.error().x()).hasSize(STEPS).startsWith(1, 2).endsWith(STEPS);
        assertThat(data.stretch().largest().x()).startsWith(1).endsWith(STEPS);
        assertThat(data.stretch().largest().y()[data.stretch().largest().size() - 1])
                .isEqualTo(1);
    }

    @Test
    void aStateTooLargeToBeFollowedIsSaidToBeAndItsSizesAreShown() {
        Replica large = trained("model.hidden", "2000");
        FlowLook look = asking.answer(large);
        FlowData data = new FlowHistory().with(look);
        assertThat(data.stretch().largest().size()).isZero();
        assertThat(data.words()).contains("At update 3: ").endsWith(GradientFlow.JacobianStatus.TOO_LARGE.sentence());
        assertThat(data.error().size()).isEqualTo(STEPS);
        assertThat(data.past().rows()).hasSize(1);
    }
}
