package unroll.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** Lays out words and what can be done about them. */
class BannerTest {
    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 500, 700, 1200})
    void whatCanBeDoneLiesInsideHoweverNarrowItIs(double width) {
        Button[] actions = Stream.of("Back to update 0 and lower the rate", "Back to update 0 and clip", "Slow motion")
                .map(Button::new)
                .toArray(Button[]::new);
        Banner banner = new Banner("banner-trouble", "warning", actions);
        banner.textProperty().set("The gradient is not finite from time step 27 on, so that the update was not made.");
        VBox column = new VBox(banner);
        Scene scene = new Scene(column, width, 400);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        for (Button action : actions) {
            assertThat(banner.getBoundsInParent().contains(action.localToScene(action.getLayoutBounds())))
                    .as("%s in a window %s wide", action.getText(), width)
                    .isTrue();
        }
    }
}
