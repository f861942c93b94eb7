package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.control.Table;
import unroll.app.picture.Past;
import unroll.app.view.perturb.ForkView;
import unroll.app.view.perturb.Perturbed;
import unroll.app.view.sequence.LiveSequence;
import unroll.engine.perturb.HeldUnit;
import unroll.engine.perturb.Lesion;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Pulse;
import unroll.engine.perturb.Response;
import unroll.engine.perturb.ResponseWords;
import unroll.engine.perturb.StateNoise;

/** A network that is disturbed, beside itself left alone, with a real run in the background. */
class PerturbViewTest extends PerturbBench {
    @Test
    void aPulseHasTheEffectThatTheEngineComputes() {
        show();
        fixture.picture("perturb-none");
        assertThat(fork().states()).containsOnly(0);
        assertThat(fork().words()).isEmpty();
        mark(12);
        add();
        assertThat(done()).containsExactly(new Pulse(1, 12, 0.1));
        Response direct = direct(done());
        assertThat(fork().states()).isEqualTo(direct.states());
        assertThat(fork().outputs()).isEqualTo(direct.outputs());
        assertThat(fork().words()).isEqualTo(ResponseWords.of(direct));
        assertThat(fork().states()[10]).isZero();
        assertThat(fork().states()[11]).isPositive();
        fixture.picture("perturb-pulse");
    }

    @Test
    void theTestSequenceShowsThePerturbedAnswerBesideTheOther() {
        show();
        assertThat(view(LiveSequence.class).perturbedProperty().get()).isEmpty();
        choose("What is done", "hold a unit");
        add();
        fixture.await(
                "the perturbed answer",
                () -> view(LiveSequence.class).perturbedProperty().get().isPresent());
        fixture.await("its heading", () -> robot.lookup("Perturbed").tryQuery().isPresent());
        List<Table> below = BenchFixture.onWindow(() ->
                view(LiveSequence.class).perturbedProperty().get().orElseThrow().tables());
        List<Table> above = BenchFixture.onWindow(
                () -> view(LiveSequence.class).depictionProperty().get().tables());
        assertThat(cells(below))
                .as("another answer to the same sequence")
                .isNotEqualTo(cells(above))
                .hasSameSizeAs(cells(above));
        fixture.picture("perturb-sequence");
        robot.push(KeyCode.DELETE);
        fixture.await(
                "alone again",
                () -> view(LiveSequence.class).perturbedProperty().get().isEmpty()
                        && robot.lookup("Perturbed").tryQuery().isEmpty());
    }

    private static List<String> cells(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> IntStream.range(0, column.size()).mapToObj(column.cell()))
                .toList();
    }

    @Test
    void whatIsChosenIsChangedInTheRowAndUndone() {
        show();
        mark(8);
        choose("What is done", "hold a unit");
        add();
        assertThat(done()).containsExactly(heldUnit(1, 8, 5, 1));
        type("unit", "7");
        fixture.await("another unit", () -> done().equals(List.of(heldUnit(7, 8, 5, 1))));
        type("for", "10");
        fixture.await("for longer", () -> done().equals(List.of(heldUnit(7, 8, 10, 1))));
        mark(20);
        assertThat(done()).as("what is done does not move with the cursor").containsExactly(heldUnit(7, 8, 10, 1));
        robot.push(KeyCode.M);
        fixture.await("it moves there", () -> done().equals(List.of(heldUnit(7, 20, 10, 1))));
        choose("What is done", "noise on the state");
        fixture.await("noise", () -> done().getFirst() instanceof StateNoise);
        robot.push(KeyCode.U);
        robot.push(KeyCode.U);
        fixture.await("undone", () -> done().equals(List.of(heldUnit(7, 8, 10, 1))));
        robot.push(KeyCode.SHIFT, KeyCode.U);
        fixture.await("done again", () -> done().equals(List.of(heldUnit(7, 20, 10, 1))));
        robot.push(KeyCode.DELETE);
        fixture.await("taken away", () -> done().isEmpty());
        robot.push(KeyCode.U);
        fixture.await("back", () -> done().size() == 1);
    }

    private static Perturbation heldUnit(int unit, int from, int count, double value) {
        return new HeldUnit(unit, from, count, value);
    }

    @Test
    void severalAreDoneAtOnceAndTheNetworkIsFollowedBackInTime() {
        mark(5);
        robot.push(KeyCode.P);
        fixture.await(
                "the key shows the view and disturbs", () -> answer().refusals().size() == 1);
        choose("What is done", "noise on the state");
        fixture.await("noise", () -> done().getFirst() instanceof StateNoise);
        mark(30);
        choose("What is done", "remove a unit");
        fixture.await("a lesion", () -> done().getFirst() instanceof Lesion);
        add();
        choose("What is done", "noise on the state");
        fixture.await(
                "both",
                () -> done().get(1) instanceof StateNoise && answer().refusals().size() == 2);
        fixture.picture("perturb-two");
        double[] first = fork().states();
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        fixture.await("ten updates", () -> answer().update() == 10);
        assertThat(fork().states()).isNotEqualTo(first);
        assertThat(filmed(0)).as("a film along the training").isEqualTo(first);
        robot.write("<");
        fixture.await("it looks back", () -> answer().update() == 0);
        assertThat(fork().states()).isEqualTo(first);
        robot.push(KeyCode.PAGE_DOWN);
        fixture.await("another sequence", () -> !Arrays.equals(fork().states(), first));
    }

    private ForkView view() {
        return robot.lookup((Node node) -> node instanceof ForkView).query();
    }

    /** The distances in the frame of a film at an earlier update. */
    private double[] filmed(long update) {
        saved();
        Past.Twin twin =
                BenchFixture.onWindow(() -> fixture.train().controller().past().twin(card("Perturb")));
        BenchFixture.doOnWindow(twin.at().apply(update));
        return twin.card().lookup(".fork-view") instanceof ForkView fork
                ? fork.dataProperty().get().states()
                : new double[0];
    }

    @Test
    void whereTheNetworkReceivesItsOwnPredictionsADifferenceComesBackToIt() {
        show();
        mark(12);
        choose("What is done", "noise on the state");
        add();
        double[] truth = fork().states();
        robot.clickOn("free run");
        fixture.await("it runs freely", () -> fork().states()[40] != truth[40]);
        assertThat(fork().states()[11]).isPositive();
        fixture.picture("perturb-free");
    }

    @Test
    void aTinyDisturbanceOfAChaoticNetworkGrows() throws IOException {
        openFile(
                "chaos.json",
                WAVES.replace("Disturbed", "Chaos").replace("24", "100").replace("1.3", "4"));
        fixture.await("the other run", () -> training.nameProperty().get().equals("Chaos"));
        show();
        mark(6);
        choose("What is done", "noise on the state");
        type("deviation", "1e-5");
        add();
        fixture.await("it grows", () -> fork().words().contains("doubles every"));
        assertThat(fork().growth()).isPresent();
        assertThat(fork().states()[40]).isGreaterThan(100 * fork().states()[5]);
        fixture.picture("perturb-chaos");
    }

    @Test
    void aClickInTheHiddenStatesChoosesTheUnit() {
        show();
        robot.clickOn("Hidden states");
        fixture.settle();
        robot.clickOn("sorted"); // no more: the units stand in their order
        fixture.settle();
        robot.clickOn((Node node) -> node.getStyleClass().contains("heatmap-plot") && node.isVisible());
        show();
        choose("What is done", "remove a unit");
        add();
        assertThat(done()).as("the middle one of 24 units").containsAnyOf(new Lesion(12), new Lesion(13));
    }

    @Test
    void whatAnotherNetworkDoesNotHaveIsKeptAndExplained() throws IOException {
        show();
        choose("What is done", "hold a unit");
        type("unit", "24");
        add();
        openFile("other.json", SMALL);
        fixture.await("the other run", () -> training.nameProperty().get().equals("Two small balls"));
        fixture.await("it is asked", () -> answer().refusals().size() == 1);
        assertThat(answer().refusals().getFirst()).isEqualTo("There is no unit 24; this network has 10.");
        assertThat(fork().states()).containsOnly(0);
        fixture.picture("perturb-refused");
        robot.push(KeyCode.DELETE);
        fixture.await("taken away", () -> done().isEmpty());
    }

    @Test
    void whileItIsNotSeenNothingIsAskedForIt() {
        robot.push(KeyCode.SPACE);
        fixture.await("it trains", () -> training.seenUpdateProperty().get() > 20);
        pause();
        assertThat(answer()).isSameAs(Perturbed.NONE);
    }

    @Test
    void itsNumbersAreATable() {
        show();
        mark(12);
        add();
        List<Table> tables = BenchFixture.onWindow(() -> view().tables());
        assertThat(tables.getFirst().rows()).isEqualTo(49);
        assertThat(tables.getFirst().cell(11, 0)).isEqualTo("12");
        assertThat(tables.getFirst().cell(10, 3)).isEqualTo("0.0");
        assertThat(tables.getFirst().cell(11, 3)).isEqualTo(Double.toString(fork().states()[11]));
    }
}
