package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.control.Stride;
import unroll.app.control.Tempo;
import unroll.engine.optim.Nesterov;
import unroll.engine.record.Origin;
import unroll.engine.setting.SettingsJson;

/** Slowly, step by step, and what somebody does whose numbers ended. */
class RescueTest extends BenchTest {
    /** From update 31 on the rate is such that a linear network's numbers end soon. */
    private static final String EXPLOSION = """
        {"name": "Explosion", "task": {"kind": "addition", "length": 20},
         "model": {"kind": "rnn", "hidden": 12, "activation": "linear"},
         "optimiser": {"kind": "nesterov", "learningRate": [[0, 0.001], [31, 5]], "momentum": 0.9, "clip": 0},
         "training": {"batch": 20, "updates": 4000, "testSequences": 20, "testEvery": 5},
         "backend": {"threads": 1}}
        """;

    @BeforeEach
    void openIt() throws IOException {
        openExperiment(EXPLOSION, "Explosion");
    }

    /** Trains until its numbers end, and says after which update that was. */
    private long explode() {
        robot.push(KeyCode.SPACE);
        awaitTheEnd();
        return training.updateProperty().get();
    }

    private void awaitTheEnd() {
        fixture.await("its numbers end", () -> training.divergedProperty().get());
    }

    private Nesterov optimiser() {
        return (Nesterov) fixture.train().history().valueProperty().get().optimiser();
    }

    private ComboBox<?> choice(String name) {
        return robot.lookup(".transport .combo-box").queryAllAs(ComboBox.class).stream()
                .filter(box -> name.equals(box.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereNumbersEndItIsSaidWhereAndWhatCanBeDone() {
        assertThat(remedies()).isEmpty();
        makeTen();
        explode();
        assertThat(training.troubleProperty().get()).matches("Update \\d+ was not made: .* is not finite.*");
        String good = "Back to update " + fixture.train().controller().rescue().good();
        assertThat(remedies()).containsExactly(good + " and lower the rate", good + " and clip", "Slow motion");
        assertThat(fixture.bench.shell().noticeProperty().get())
                .as("not said twice")
                .isEmpty();
        assertThat(fixture.bench.shell().messages())
                .extracting(message -> message.text())
                .containsExactly(training.troubleProperty().get());
        fixture.picture("diverged");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(700);
        });
        fixture.picture("diverged-small");
    }

    /** Where the rate is that of then, up to update 30, nothing is lost yet. */
    private long goodState() {
        long good = fixture.train().controller().rescue().good();
        assertThat(good).isBetween(10L, 31L);
        assertThat(training.historyProperty().get()).contains(good);
        return good;
    }

    /** Presses a button of the banner, and says whence the branch goes on that is then open. */
    private Origin goneBackBy(String button) throws IOException {
        String first = training.folderProperty().get();
        robot.clickOn(button);
        fixture.await("a branch is open", () -> !training.folderProperty().get().equals(first));
        fixture.await(
                "it goes on",
                () -> training.runningProperty().get()
                        || training.updateProperty().get() > 31);
        return SettingsJson.read(
                Origin.class,
                Files.readString(Path.of(training.folderProperty().get()).resolve("origin.json")),
                "origin.json");
    }

    @Test
    void aClippedGradientGoesOnFromWhatWasLearned() throws IOException {
        explode();
        long good = goodState();
        assertThat(goneBackBy("Back to update " + good + " and clip").update()).isEqualTo(good);
        assertThat(optimiser().clip().at(good - 1)).as("what was used stays").isZero();
        assertThat(optimiser().clip().at(good)).isEqualTo(1);
        explodesOrPauses();
    }

    /** The numbers of a clipped network may end, too. */
    private void explodesOrPauses() {
        if (training.runningProperty().get()) {
            robot.push(KeyCode.SPACE);
        }
        fixture.await("it rests", () -> !training.runningProperty().get());
    }

    @Test
    void aLowerRateGoesOnFromWhatWasLearnedAndNotWithTheRateThatWasRaisedSince() throws IOException {
        explode();
        long good = goodState();
        assertThat(goneBackBy("Back to update " + good + " and lower the rate").update())
                .isEqualTo(good);
        assertThat(optimiser().learningRate().at(good)).isEqualTo(0.001);
        assertThat(optimiser().learningRate().at(5000))
                .as("5 would destroy it again")
                .isEqualTo(0.001);
        assertThat(training.lostProperty().get()).isFalse();
        explodesOrPauses();
    }

    @Test
    void aLossThatExplodesIsSaidBeforeItsNumbersEnd() throws IOException {
        openExperiment(
                EXPLOSION
                        .replace("Explosion", "Saturated")
                        .replace("linear", "tanh")
                        .replace("[31, 5]", "[31, 1]"),
                "Saturated");
        makeTen();
        makeTen();
        makeTen();
        for (int i = 31; i <= 37 && !training.lostProperty().get(); i++) {
            long update = i;
            robot.push(KeyCode.ENTER);
            fixture.await("it is made", () -> training.updateProperty().get() == update);
            fixture.settle();
        }
        assertThat(training.divergedProperty().get())
                .as("its numbers are finite")
                .isFalse();
        assertThat(fixture.bench.shell().messages())
                .extracting(message -> message.text())
                .anyMatch(text -> text.contains("more than ten times that of the first network"));
        assertThat(remedies().getFirst()).endsWith("and lower the rate");
        assertThat(robot.lookup(".run-list .run-broken").tryQuery())
                .as("it is paused and can go on")
                .isEmpty();
        assertThat(robot.lookup(".run-list .run-detail").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("paused at " + training.updateProperty().get());
    }

    @Test
    void slowMotionMakesTheLastUpdatesAgainInABranchThatEndsInTheSameWay() throws IOException {
        makeTen();
        makeTen();
        makeTen();
        long end = explode();
        String sentence = training.troubleProperty().get();
        String first = training.folderProperty().get();
        Matcher named = Pattern.compile("from time step (\\d+)").matcher(sentence);
        assertThat(named.find()).isTrue();
        int step = Integer.parseInt(named.group(1));
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(step == 1 ? 1 : 0));
        robot.push(KeyCode.W);
        fixture.await("a branch is open", () -> !training.folderProperty().get().equals(first));
        Tempo tempo = fixture.train().controller().tempoProperty().get();
        assertThat(tempo).isNotEqualTo(Tempo.FULL);
        fixture.await("it goes on", () -> training.runningProperty().get());
        Origin origin = SettingsJson.read(
                Origin.class,
                Files.readString(Path.of(training.folderProperty().get()).resolve("origin.json")),
                "origin.json");
        assertThat(origin.update()).isEqualTo(end - 10 >= 30 ? 30 : 20);
        awaitTheEnd();
        assertThat(training.updateProperty().get()).isEqualTo(end);
        assertThat(training.troubleProperty().get()).isEqualTo(sentence);
        fixture.await(
                "the tempo is as it was before",
                () -> fixture.train().controller().tempoProperty().get() == Tempo.FULL);
        fixture.await(
                "the time step that is named is marked",
                () -> cues().timeProperty().get() == step - 1);
    }

    @Test
    void theTempoIsThatOfTheListAndOfTheKeysAndHoldsForTheNextRunToo() {
        robot.write("[");
        assertThat(fixture.train().controller().tempoProperty().get()).isEqualTo(Tempo.TWENTY);
        robot.write("[[[[[[");
        assertThat(fixture.train().controller().tempoProperty().get()).isEqualTo(Tempo.ONE);
        assertThat(choice("Updates a second").getValue()).isEqualTo(Tempo.ONE);
        fixture.picture("slowly");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        fixture.await("it is open anew", () -> training.openProperty().get());
        fixture.settle();
        long began = System.nanoTime();
        robot.push(KeyCode.SPACE);
        fixture.await(
                "the first is made at once", () -> training.updateProperty().get() == 1);
        robot.push(KeyCode.SPACE);
        fixture.await("it rests", () -> !training.runningProperty().get());
        double seconds = (System.nanoTime() - began) * 1e-9;
        assertThat((double) training.updateProperty().get())
                .as("one at once, and one more for each second")
                .isLessThanOrEqualTo(1 + seconds);
        robot.write("]]]]]]]]");
        assertThat(fixture.train().controller().tempoProperty().get()).isEqualTo(Tempo.FULL);
    }

    @Test
    void aStepMayBeATimeStepWhichTrainsNothing() {
        BenchFixture.doOnWindow(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Stride> strides = (ComboBox<Stride>) choice("How far a step goes");
            strides.setValue(Stride.TIME_STEP);
        });
        fixture.await(
                "the sequence is there", () -> training.headProperty().get().steps() > 1);
        int steps = training.headProperty().get().steps();
        int from = cues().timeProperty().get();
        for (int i = 1; i <= steps + 2; i++) {
            robot.push(KeyCode.SHIFT, KeyCode.ENTER);
            assertThat(cues().timeProperty().get()).isEqualTo((from + i) % steps);
        }
        assertThat(training.updateProperty().get()).isZero();
        robot.push(KeyCode.ENTER);
        fixture.await(
                "Enter still makes an update", () -> training.updateProperty().get() == 1);
    }
}
