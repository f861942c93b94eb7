package unroll.app.shell;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import unroll.app.chart.ValleyPlot;
import unroll.app.valley.Preset;
import unroll.app.valley.Setup;
import unroll.app.valley.ValleyModel;

/** The screen of momentum in a valley, open and at its start. */
abstract class ValleyBench extends BenchTest {
    ValleyModel model;

    @BeforeEach
    void openScreen() {
        model = fixture.screen(ValleyScreen.class).model();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        fixture.settle();
    }

    Setup setup() {
        return BenchFixture.onWindow(() -> model.setupProperty().get());
    }

    int shown() {
        return BenchFixture.onWindow(() -> model.shownProperty().get());
    }

    ValleyPlot plot() {
        return robot.lookup(".valley-plot").query();
    }

    void take(Preset preset) {
        BenchFixture.doOnWindow(
                () -> fixture.screen(ValleyScreen.class).controller().take(preset));
    }
}
