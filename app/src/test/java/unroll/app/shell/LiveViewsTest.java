package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import unroll.app.command.Commands;
import unroll.app.command.Keys;
import unroll.app.control.Card;
import unroll.app.dock.Arrangement;
import unroll.app.dock.Dock;
import unroll.app.dock.View;
import unroll.app.edit.History;
import unroll.app.fx.FxThread;
import unroll.app.look.Theme;
import unroll.app.picture.Past;
import unroll.app.training.LiveMusic;
import unroll.app.training.LiveViews;
import unroll.app.training.RunNews;
import unroll.app.training.TrainingController;
import unroll.app.view.Cues;
import unroll.app.view.LiveAnswer;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.app.view.hidden.LiveHidden;
import unroll.app.view.loss.LiveLoss;
import unroll.app.view.perturb.PerturbController;
import unroll.app.view.sequence.LiveSequence;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.probe.Probe;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/** What it takes to add a live view: itself, and one line in the list. */
class LiveViewsTest {
    private static final Experiment SMALL = SettingsJson.read(Experiment.class, """
        {"name": "Small", "task": {"kind": "addition", "length": 10}, "model": {"kind": "rnn", "hidden": 6},
         "training": {"batch": 5, "updates": 1000, "testSequences": 5}, "backend": {"threads": 1}}
        """, "test");

    /**
     * What the toy shows.
     *
     * @param size the sum of the squares of the recurrent weights
     */
    private record Size(long update, double size) implements LiveAnswer {}

    /** A view that nothing in the program knows. */
    private static class Toy implements LiveView<Size> {
        final AtomicInteger asked = new AtomicInteger();
        final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
        int begun;

        @Override
        public ViewName called() {
            return new ViewName("toy", "Toy", KeyCode.T, "A toy.");
        }

        @Override
        public Card card(Cues cues) {
            Label label = new Label();
            label.getStyleClass().add("toy");
            label.textProperty().bind(text);
            return new Card(title(), label);
        }

        @Override
        public Source<Size> source(Cues cues) {
            Probe<Size> probe = replica -> {
                asked.incrementAndGet();
                return new Size(
                        replica.update(),
                        squares(replica.numbers(replica.parts().stream()
                                .filter(part -> part.name().equals("W_hh"))
                                .findFirst()
                                .orElseThrow())));
            };
            return new Source.Probed<>(new ReadOnlyObjectWrapper<>(probe), false);
        }

        @Override
        public void show(Size answer) {
            text.set(answer.update() + ": " + answer.size());
        }

        @Override
        public void begin(RunHead run) {
            begun++;
            text.set("");
        }

        @Override
        public Toy twin() {
            return new Toy();
        }
    }

    private static double squares(double[] numbers) {
        return Arrays.stream(numbers).map(number -> number * number).sum();
    }

    @TempDir
    Path folder;

    private final ExecutorService work = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final RunNews news = new RunNews();
    private final Cues cues = new Cues();
    private final Toy toy = new Toy();
    private final LiveViews views = new LiveViews(
            List.of(
                    new LiveSequence(new ReadOnlyObjectWrapper<>(List.of())),
                    new LiveHidden(),
                    toy,
                    new LiveLoss(news.progressProperty())),
            cues);
    private final FxRobot robot = new Hands();
    private Stage stage;
    private TrainingController controller;

    @BeforeEach
    void openAWindow() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        controller = BenchFixture.onWindow(() -> new TrainingController(
                news,
                cues,
                views,
                new History<>(Examples.first()),
                new TrainingController.Surroundings(
                        new FxThread(), work, clock, InstantSource.system(), () -> 1, folder, sentence -> {
                            throw new AssertionError(sentence);
                        })));
        BenchFixture.doOnWindow(() -> {
            History<Arrangement> arrangement = new History<>(views.arrangement());
            Scene scene = new Scene(views.dock(arrangement, Stage::new), 1200, 800);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            Commands commands = new Commands(new SimpleStringProperty("train"), Map.of("train", Set.of()));
            ViewCommands.add(commands.on("train", "Views"), views, arrangement, new SimpleBooleanProperty(true));
            new Keys(commands, new SimpleBooleanProperty(false)).listenTo(scene);
            stage.setScene(scene);
            stage.show();
            controller.look(true);
        });
    }

    @AfterEach
    void closeTheWindow() {
        BenchFixture.doOnWindow(() -> {
            controller.close();
            stage.hide();
        });
        clock.shutdownNow();
        work.shutdownNow();
    }

    private static void await(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + 180_000_000_000L;
        while (!BenchFixture.onWindow(condition)) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private void open(String name) throws InterruptedException {
        BenchFixture.doOnWindow(() -> controller.open(SettingsJson.with(SMALL, "name", name)));
        await("the run is open", () -> news.nameProperty().get().equals(name));
    }

    private void step(long updates) throws InterruptedException {
        long to = news.updateProperty().get() + updates;
        BenchFixture.doOnWindow(() -> controller.step(updates));
        await("the updates are remembered", () -> news.historyProperty().get().contains(to));
    }

    private double remembered(long update) {
        RunFolder run = RunFolder.open(
                Path.of(BenchFixture.onWindow(() -> news.folderProperty().get())));
        return squares(Objects.requireNonNull(run.remembered(update).tensors().get("W_hh"))
                .numbers());
    }

    private void shows(Callable<String> text, long update) {
        String[] words = BenchFixture.onWindow(text).split(": ", -1);
        assertThat(Long.parseLong(words[0])).isEqualTo(update);
        assertThat(Double.parseDouble(words[1])).isCloseTo(remembered(update), within(1e-6));
    }

    @Test
    void aViewThatIsInTheListIsDockedHasItsKeyIsAskedResetAndFilmed() throws InterruptedException {
        Dock dock = views.dock().orElseThrow();
        assertThat(dock.views()).extracting(View::name).contains("toy");
        open("First");
        step(3);
        assertThat(toy.asked).as("behind another nobody asks for it").hasValue(0);
        robot.push(KeyCode.ALT, KeyCode.T);
        assertThat(views.seen("toy").get()).as("its key shows it").isTrue();
        await("it is answered", () -> toy.text.get().startsWith("3: "));
        shows(toy.text::get, 3);
        step(2);
        await("it follows", () -> toy.text.get().startsWith("5: "));

        Card card = dock.views().stream()
                .filter(view -> view.name().equals("toy"))
                .map(View::card)
                .findFirst()
                .orElseThrow();
        Past past = controller.past();
        assertThat(BenchFixture.onWindow(() -> past.shows(card))).isTrue();
        Past.Twin film = BenchFixture.onWindow(() -> past.twin(card));
        Label filmed = (Label) film.card().lookup(".toy");
        for (long update : List.of(0L, 3L, 5L)) {
            BenchFixture.doOnWindow(film.at().apply(update));
            shows(filmed::getText, update);
        }

        robot.push(KeyCode.ALT, KeyCode.T);
        assertThat(views.seen("toy").get()).as("its key closes it").isFalse();
        int before = toy.asked.get();
        step(2);
        assertThat(toy.asked).as("closed, it costs nothing").hasValue(before);
        int begun = toy.begun;
        open("Second");
        assertThat(toy.begun).isEqualTo(begun + 1);
        assertThat(BenchFixture.onWindow(toy.text::get))
                .as("nothing is left of the first run")
                .isEmpty();
    }

    @Test
    void viewsThatAskTheSameAreAnsweredTogetherAndForThemselves() throws InterruptedException {
        open("Shared");
        await("both are answered", () -> seenBy(LiveHidden.NAME) && seenBy(LiveSequence.NAME));
        LiveHidden hidden = (LiveHidden) views.all().get(1);
        await("the states are there", () -> hidden.statesProperty().get().rows() == 6);
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(views.seen(LiveSequence.NAME).get()).isFalse();
        var before = hidden.statesProperty().get();
        step(1);
        await(
                "the one that is left goes on",
                () -> !hidden.statesProperty().get().equals(before)
                        && news.seenUpdateProperty().get() == 1);
    }

    private boolean seenBy(String name) {
        return views.seen(name).get();
    }

    @Test
    void curvesAreMadeWhileTheirViewIsSeenHoweverLongThatLasts() throws InterruptedException {
        open("Curves");
        for (int i = 0; i < 3; i++) {
            System.gc(); // what nobody holds is gone
        }
        step(2);
        await("the curves end there", () -> news.progressProperty().get().update() == 2);
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(views.seen(LiveLoss.NAME).get()).isFalse();
        step(3);
        assertThat(BenchFixture.onWindow(() -> news.progressProperty().get().update()))
                .as("closed, it costs nothing")
                .isEqualTo(2);
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        await(
                "open again, it is up to date",
                () -> news.progressProperty().get().update() == 5);
    }

    @Test
    void theViewsOfTheProgramHaveTheKeysOfTheManual() {
        LiveMusic music = new LiveMusic(new NoSound(), cues, System::nanoTime, Runnable::run);
        LiveViews all = LiveViews.of(news, cues, new PerturbController(cues), () -> {}, music, Runnable::run);
        Map<String, String> keys = all.all().stream()
                .collect(Collectors.toMap(LiveView::name, view -> view.key().getName()));
        assertThat(keys)
                .containsOnly(
                        Map.entry("loss", "1"),
                        Map.entry("sequence", "2"),
                        Map.entry("hidden", "3"),
                        Map.entry("flow", "4"),
                        Map.entry("weights", "5"),
                        Map.entry("dreams", "D"),
                        Map.entry("fields", "F"),
                        Map.entry("live", "L"),
                        Map.entry("movements", "M"),
                        Map.entry("netview", "N"),
                        Map.entry("shares", "S"),
                        Map.entry("cells", "C"),
                        Map.entry("histograms", "H"),
                        Map.entry("spectrum", "6"),
                        Map.entry("trajectories", "7"),
                        Map.entry("perturb", "8"),
                        Map.entry("phase", "P"),
                        Map.entry("units", "9"),
                        Map.entry("update", "U"),
                        Map.entry("along", "K"));
        assertThat(all.arrangement().views())
                .as("open at first")
                .doesNotContain("dreams", "fields", "along", "netview", "cells", "shares", "phase")
                .hasSize(keys.size() - 7)
                .isSubsetOf(keys.keySet());
    }

    @Test
    void aSecondViewOfANameOrOfAKeyIsRefused() {
        LiveView<?> namesake = new Toy() {
            @Override
            public ViewName called() {
                return new ViewName(LiveHidden.NAME, "Another", KeyCode.T, "A toy.");
            }
        };
        LiveView<?> rival = new Toy() {
            @Override
            public ViewName called() {
                return new ViewName("rival", "Rival", KeyCode.DIGIT3, "A toy.");
            }
        };
        assertThatThrownBy(() -> new LiveViews(List.of(new LiveHidden(), namesake), cues))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two views are called hidden");
        assertThatThrownBy(() -> new LiveViews(List.of(new LiveHidden(), rival), cues))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two views have the key Alt+3");
    }
}
