package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.dock.Arrangement;
import unroll.app.dock.Dock;
import unroll.app.dock.DockPart;
import unroll.app.dock.View;
import unroll.app.view.hidden.LiveHidden;
import unroll.app.view.loss.LiveLoss;
import unroll.app.view.sequence.LiveSequence;
import unroll.app.view.spectrum.LiveSpectrum;
import unroll.app.view.weights.LiveWeights;

/** The views of the training screen, moved as people move them. */
class DockTest extends BenchTest {
    @BeforeEach
    void openARun() throws IOException {
        openExperiment(SMALL, "Two small balls");
    }

    private Arrangement now() {
        return BenchFixture.onWindow(() -> dock().arrangement());
    }

    private Dock dock() {
        return fixture.train().dock().orElseThrow();
    }

    private View view(String name) {
        return dock().views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Bounds onScreen(String name) {
        return BenchFixture.onWindow(
                () -> view(name).card().localToScreen(view(name).card().getLayoutBounds()));
    }

    /** Takes a view by its header to a point of another, from 0 to 1 across and down. */
    private void take(String name, String to, double across, double down) {
        Bounds from = onScreen(name);
        Node header = view(name).card().header();
        take(header, new Point2D(from.getCenterX(), from.getMinY() + 6), to, across, down);
    }

    private void take(Node handle, Point2D from, String to, double across, double down) {
        Bounds target = onScreen(to);
        Point2D there = new Point2D(
                target.getMinX() + across * target.getWidth(), target.getMinY() + down * target.getHeight());
        mouse(handle, MouseEvent.MOUSE_PRESSED, from);
        mouse(handle, MouseEvent.MOUSE_DRAGGED, there);
        fixture.picture("dock-dragging");
        mouse(handle, MouseEvent.MOUSE_RELEASED, there);
        fixture.settle();
    }

    @Test
    void aWindowOfItsOwnLooksLikeTheMainOne() {
        BenchFixture.doOnWindow(() -> fixture.theme.larger());
        BenchFixture.doOnWindow(() -> dock().detach(view("sequence")));
        fixture.settle();
        Parent main = BenchFixture.onWindow(() -> fixture.stage.getScene().getRoot());
        Parent own =
                BenchFixture.onWindow(() -> view("sequence").card().getScene().getRoot());
        assertThat(looks(own)).contains("dark").isEqualTo(looks(main));
        BenchFixture.doOnWindow(fixture.theme::toggle);
        assertThat(looks(own)).doesNotContain("dark").isEqualTo(looks(main));
    }

    private static Set<String> looks(Parent root) {
        return BenchFixture.onWindow(() -> root.getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .filter(name -> name.equals("dark") || name.startsWith("text-"))
                .collect(Collectors.toSet()));
    }

    @Test
    void aViewBehindAnotherIsTakenByItsTab() {
        Node tab = robot.lookup("Weights").query();
        Bounds bounds = BenchFixture.onWindow(() -> tab.localToScreen(tab.getLayoutBounds()));
        take(tab, new Point2D(bounds.getCenterX(), bounds.getCenterY()), "hidden", 0.95, 0.5);
        assertThat(now().inFront("weights")).isTrue();
        assertThat(now().inFront("hidden")).isTrue();
        assertThat(onScreen("weights").getMinX())
                .isGreaterThan(onScreen("hidden").getMaxX() - 1);
    }

    @Test
    void whatIsLetGoOverAWindowGoesThereThoughTheMainOneIsBelow() {
        BenchFixture.doOnWindow(() -> dock().detach(view("sequence")));
        fixture.settle();
        BenchFixture.doOnWindow(() -> {
            Window own = view("sequence").card().getScene().getWindow();
            own.setX(fixture.stage.getX() + 300);
            own.setY(fixture.stage.getY() + 200);
        });
        fixture.settle();
        take("loss", "sequence", 0.5, 0.5);
        assertThat(now().windows()).hasSize(1);
        assertThat(now().windows().getFirst().part().views()).containsExactlyInAnyOrder("sequence", "loss");
    }

    @Test
    void tabsBringViewsToTheFrontAndOnlyThoseSeenAsk() {
        assertThat(seen(LiveHidden.NAME)).isTrue();
        assertThat(seen(LiveWeights.NAME)).isFalse();
        robot.clickOn("Weights");
        fixture.await("weights are seen", () -> seen(LiveWeights.NAME));
        assertThat(seen(LiveHidden.NAME)).isFalse();
        assertThat(now().inFront("weights")).isTrue();
        robot.push(KeyCode.G);
        assertThat(now().inFront("flow")).isTrue();
        robot.push(KeyCode.G);
        assertThat(now().inFront("hidden")).isTrue();
    }

    @Test
    void aViewIsTakenByItsHeaderBesideAnother() {
        take("loss", "sequence", 0.95, 0.5);
        DockPart.Split upper = (DockPart.Split)
                ((DockPart.Split) now().main().orElseThrow()).parts().getFirst();
        assertThat(upper.parts()).containsExactly(DockPart.Place.of("sequence"), DockPart.Place.of("loss"));
        assertThat(onScreen("loss").getMinX())
                .isGreaterThan(onScreen("sequence").getMaxX());
        robot.push(KeyCode.ALT, KeyCode.Z);
        assertThat(now()).as("undone").isEqualTo(fixture.train().views().arrangement());
        robot.push(KeyCode.ALT, KeyCode.Y);
        assertThat(now()).isNotEqualTo(fixture.train().views().arrangement());
        fixture.picture("dock-moved");
    }

    @Test
    void aViewIsTakenIntoThePlaceOfAnother() {
        take("loss", "sequence", 0.5, 0.5);
        assertThat(now().inFront("loss")).isTrue();
        assertThat(((DockPart.Split) now().main().orElseThrow()).parts().getFirst())
                .isEqualTo(new DockPart.Place(List.of("sequence", "loss"), "loss"));
        assertThat(seen(LiveSequence.NAME)).isFalse();
    }

    @Test
    void keysCloseMoveAndDetachTheViewInHand() {
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(now().has("loss")).isFalse();
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(now().inFront("loss")).isTrue();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(((DockPart.Split) now().main().orElseThrow()).parts().getFirst())
                .isEqualTo(DockPart.Place.of("loss"));
        robot.push(KeyCode.ALT, KeyCode.W);
        assertThat(now().windows()).hasSize(1);
        fixture.settle();
        Window own = BenchFixture.onWindow(() -> view("loss").card().getScene().getWindow());
        assertThat(own).isNotSameAs(fixture.stage);
        assertThat(own.isShowing()).isTrue();
        assertThat(seen(LiveLoss.NAME)).isTrue();
        BenchFixture.doOnWindow(() -> own.getOnCloseRequest().handle(new javafx.stage.WindowEvent(own, null)));
        assertThat(now().windows()).isEmpty();
        assertThat(now().has("loss")).isTrue();
        assertThat(own.isShowing()).isFalse();
        robot.push(KeyCode.ALT, KeyCode.DIGIT0);
        assertThat(now()).isEqualTo(fixture.train().views().arrangement());
    }

    @Test
    void windowsStayAndOpenAgainWhereTheyWereMovedTo() throws IOException {
        BenchFixture.doOnWindow(() -> dock().detach(view("loss")));
        BenchFixture.doOnWindow(() -> dock().detach(view("sequence")));
        Window first = window("loss");
        Window second = window("sequence");
        BenchFixture.doOnWindow(() -> {
            first.setX(31);
            second.setX(210);
            second.setY(77);
        });
        BenchFixture.doOnWindow(() -> dock().close(view("loss")));
        assertThat(window("sequence").getX()).as("of the window that is left").isEqualTo(210);
        assertThat(window("sequence").getY()).isEqualTo(77);
        Window left = window("sequence");
        BenchFixture.doOnWindow(() -> left.setX(190));
        startAgain();
        openExperiment(SMALL, "Two small balls");
        assertThat(window("sequence").getX()).as("after a new start").isEqualTo(190);
        assertThat(window("sequence").getY()).isEqualTo(77);
    }

    private Window window(String view) {
        return BenchFixture.onWindow(() -> view(view).card().getScene().getWindow());
    }

    @Test
    void whereAllViewsAreClosedAButtonBringsThemBack() {
        for (View view : BenchFixture.onWindow(() -> dock().views())) {
            BenchFixture.doOnWindow(() -> dock().close(view));
        }
        assertThat(now().views()).isEmpty();
        fixture.picture("dock-empty");
        robot.clickOn((Node node) -> node instanceof Button b && "Arrange them as at first".equals(b.getText()));
        assertThat(now()).isEqualTo(fixture.train().views().arrangement());
        assertThat(seen(LiveLoss.NAME)).isTrue();
    }

    @Test
    void theMenuOfAViewClosesIt() {
        Labeled menu = robot.lookup((Node node) ->
                        node instanceof Button b && "Move or close this view".equals(b.getAccessibleText()))
                .query();
        robot.clickOn(menu);
        fixture.settle();
        robot.clickOn("Close");
        assertThat(now().has("loss")).isFalse();
    }

    @Test
    void dividersAreMovedAndTheirPlacesKept() throws IOException {
        Bounds upper = onScreen("loss");
        Bounds whole = BenchFixture.onWindow(() -> dock().localToScreen(dock().getLayoutBounds()));
        Node divider = robot.lookup(".divided > .divider").queryAll().stream()
                .filter(node -> Cursor.V_RESIZE.equals(node.getCursor()))
                .findFirst()
                .orElseThrow();
        Point2D begin = new Point2D(whole.getCenterX(), upper.getMaxY() + 6);
        mouse(divider, MouseEvent.MOUSE_PRESSED, begin);
        mouse(divider, MouseEvent.MOUSE_DRAGGED, begin.add(0, 80));
        mouse(divider, MouseEvent.MOUSE_RELEASED, begin.add(0, 80));
        fixture.settle();
        double share = ((DockPart.Split) now().main().orElseThrow()).shares().getFirst();
        assertThat(share).isBetween(0.53, 0.62);
        robot.clickOn("Spectrum");
        fixture.settle();
        Arrangement left = now();
        assertThat(((DockPart.Split) left.main().orElseThrow()).shares().getFirst())
                .isEqualTo(share);
        fixture.close();
        assertThat(Files.readString(folder.resolve("views.json"))).contains("\"front\": \"spectrum\"");
        startUp();
        openExperiment(SMALL, "Two small balls");
        assertThat(now()).isEqualTo(left);
        assertThat(seen(LiveSpectrum.NAME)).isTrue();
    }

    @Test
    void aFileOfViewsThatIsDamagedIsSaidAndTheViewsAreAsAtFirst() throws IOException {
        fixture.close();
        Files.writeString(folder.resolve("views.json"), "{\"windows\": 3}");
        startUp();
        fixture.await(
                "it is said", () -> fixture.bench.shell().noticeProperty().get().contains("views.json"));
        openExperiment(SMALL, "Two small balls");
        assertThat(now()).isEqualTo(fixture.train().views().arrangement());
    }
}
