package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the gallery from top to bottom. */
class GalleryPageTest extends BenchTest {
    @ParameterizedTest
    @ValueSource(ints = {1060, 1440, 1920})
    void sweepsFollowTheCards(int width) {
        fixture.await(
                "the cards are there",
                () -> robot.lookup(".gallery-card").queryAll().size() > 3);
        BenchFixture.doOnWindow(() -> fixture.stage.setWidth(width));
        fixture.settle();
        double end = robot.lookup(".gallery-card").queryAll().stream()
                .mapToDouble(GalleryPageTest::bottom)
                .max()
                .orElseThrow();
        Node sweeps = robot.lookup(".gallery-sweep-section").query();
        double begin = sweeps.localToScene(sweeps.getLayoutBounds()).getMinY();
        assertThat(begin - end).as("in a window %s wide", width).isBetween(10.0, 80.0);
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }
}
