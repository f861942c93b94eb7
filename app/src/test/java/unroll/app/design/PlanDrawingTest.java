package unroll.app.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.engine.model.Cell;
import unroll.engine.model.Plan;

class PlanDrawingTest {
    /** Layers beside each other, each with loops that reach 1, 2, ... steps back. */
    private static Plan beside(int layers, int loops) {
        List<Plan.Layer> all = new ArrayList<>();
        List<Plan.Link> links = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            String name = "h" + i;
            all.add(new Plan.Layer(name, Cell.Ungated.TANH, 5));
            links.add(new Plan.Link(Plan.INPUT, name, 0));
            links.add(new Plan.Link(name, Plan.OUTPUT, 0));
            for (int lag = 1; lag <= loops; lag++) {
                links.add(new Plan.Link(name, name, lag));
            }
        }
        return new Plan(all, links);
    }

    @ParameterizedTest(name = "{0} layers with {1} loops each, {2} wide")
    @CsvSource({"2,1,900", "2,1,420", "3,1,900", "2,2,900", "2,3,1200"})
    void theLoopsOfALayerDoNotRunBehindTheOneBesideIt(int layers, int loops, int width) throws Exception {
        PlanDrawing drawing = new PlanDrawing(box -> {}, link -> {});
        Alone.shown(width, 400, () -> new Pane(drawing));
        WaitForAsyncUtils.asyncFx(() -> {
                    drawing.show(new NetworkDrawing(beside(layers, loops), true, "", List.of(), "2", "2"));
                    drawing.applyCss();
                    drawing.fit(width, 400, 0, 13);
                })
                .get();
        List<Node> boxes = drawing.getChildren().stream()
                .filter(node -> node instanceof LayerBox && node.isVisible())
                .toList();
        List<Node> parts = drawing.getChildren().stream()
                .filter(node -> node instanceof LinkShape link
                        && link.isVisible()
                        && link.link().lag() > 0)
                .flatMap(node -> ((LinkShape) node).getChildren().stream())
                .filter(part -> part.getStyleClass().contains("plan-link")
                        || part.getStyleClass().contains("plan-badge"))
                .toList();
        assertThat(boxes).hasSize(layers + 2);
        assertThat(parts).hasSize(2 * layers * loops);
        for (Node part : parts) {
            Bounds loop = part.getBoundsInParent();
            assertThat(boxes)
                    .as("no box lies beyond the loop's beginning and before its end")
                    .noneMatch(box -> box.getBoundsInParent().getMinX() > loop.getMinX()
                            && box.getBoundsInParent().intersects(loop));
        }
    }
}
