package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.home.Home;
import unroll.engine.setting.SettingsJson;

/** Draws every screen, light and dark, as a person would see it after a while. */
class ScreensTest extends BenchTest {
    @Test
    @EnabledIfSystemProperty(named = "screens", matches = ".*")
    void drawsTheGalleryAndTheTrainingScreen() {
        fixture.await("the cards are there", () -> count(".gallery-card") >= 2);
        fixture.picture("gallery");
        open(Examples.first());
        fixture.picture("training-ready");
        BenchFixture.doOnWindow(() -> fixture.train().controller().playOrPause());
        fixture.await("updates are made", () -> training.updateProperty().get() > 250);
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(36));
        fixture.picture("training-running");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.picture("training-small");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
        });
        BenchFixture.doOnWindow(() -> {
            fixture.train().controller().playOrPause();
            fixture.run("window.commands");
        });
        fixture.picture("commands");
        BenchFixture.doOnWindow(() -> fixture.run("window.keys"));
        fixture.picture("keys");
        BenchFixture.doOnWindow(() -> {
            fixture.run("window.escape");
            fixture.bench.open(folder.resolve("runs").resolve("nothing-here.json"));
            Experiment now = fixture.train().history().valueProperty().get();
            fixture.train().history().apply("Units", SettingsJson.with(now, "model.hidden", "80"));
        });
        fixture.await("it is told", () -> !fixture.bench.shell().messages().isEmpty());
        fixture.picture("training-messages");
        BenchFixture.doOnWindow(() -> fixture.run("window.messages"));
        fixture.picture("messages");
        BenchFixture.doOnWindow(() -> {
            fixture.run("window.escape");
            fixture.bench.shell().show(GalleryScreen.ID);
        });
        fixture.picture("gallery-runs");
    }

    @Test
    @EnabledIfSystemProperty(named = "screens", matches = ".*")
    void drawsATaskOfNumbers() {
        open(Examples.all(Home.ofProgram()).get(1));
        BenchFixture.doOnWindow(() -> fixture.train().controller().playOrPause());
        fixture.await("updates are made", () -> training.updateProperty().get() > 150);
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(20));
        fixture.picture("addition-running");
        BenchFixture.doOnWindow(() -> {
            fixture.theme.larger();
            fixture.theme.larger();
            fixture.theme.larger();
        });
        fixture.picture("addition-large");
        BenchFixture.doOnWindow(() -> {
            fixture.theme.normal();
            fixture.run("window.escape");
            Experiment now =
                    SettingsJson.with(fixture.train().history().valueProperty().get(), "optimiser.clip", "0");
            for (String rate : List.of("0.01", "0.002", "900")) {
                fixture.train()
                        .history()
                        .apply("Learning rate \u2192 " + rate, SettingsJson.with(now, "optimiser.learningRate", rate));
            }
        });
        fixture.await("it breaks", () -> !training.troubleProperty().get().isEmpty());
        BenchFixture.doOnWindow(() -> fixture.run("window.escape"));
        fixture.picture("addition-broken");
        BenchFixture.doOnWindow(() -> {
            fixture.train().history().undo();
            fixture.run("settings.history");
        });
        fixture.picture("edits");
    }

    @Test
    @EnabledIfSystemProperty(named = "screens", matches = ".*")
    void drawsATaskOfText() {
        open(SettingsJson.with(Examples.all(Home.ofProgram()).get(2), "training.batch", "25"));
        BenchFixture.doOnWindow(() -> fixture.train().controller().playOrPause());
        fixture.await("updates are made", () -> training.updateProperty().get() > 150);
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(62));
        fixture.picture("text-running");
        BenchFixture.doOnWindow(() -> {
            fixture.theme.larger();
            fixture.theme.larger();
            fixture.theme.larger();
        });
        fixture.picture("text-large");
    }

    @Test
    void drawsATaskOfSymbolsWithItsChanceLevel() {
        open(Examples.all(Home.ofProgram()).stream()
                .filter(example -> example.name().equals("Temporal order"))
                .findFirst()
                .orElseThrow());
        BenchFixture.doOnWindow(() -> fixture.train().controller().playOrPause());
        fixture.await("updates are made", () -> training.updateProperty().get() > 150);
        fixture.await(
                "it is tested", () -> !training.scoresProperty().get().scores().isEmpty());
        awaitBaselines();
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(29));
        assertThat(training.progressProperty().get().loss().baselines())
                .singleElement()
                .satisfies(level -> {
                    assertThat(level.name()).isEqualTo("chance");
                    assertThat(level.value()).isCloseTo(Math.log(4), within(1e-12));
                });
        assertThat(training.scoresProperty()
                        .get()
                        .scores()
                        .get(1)
                        .baselines()
                        .getFirst()
                        .value())
                .as("percent of 1,000 sequences, three of four, within 4 deviations")
                .isCloseTo(75, within(4 * 1.37));
        fixture.picture("symbols-running");
    }

    private int count(String selector) {
        return fixture.stage.getScene().getRoot().lookupAll(selector).size();
    }
}
