package unroll.app.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.background.BackgroundBadge;
import unroll.app.control.Banner;
import unroll.app.control.Em;
import unroll.app.control.Overlay;
import unroll.app.control.StatusLine;

/** The window's frame: bar, navigation, the screen, status line, and the layer for sheets above them. */
final class ShellView extends StackPane {
    /** In a window of fewer font sizes of width its screens are icons. */
    private static final double NARROW = 80;

    /** In one of fewer the buttons that drive a run are icons, too. */
    private static final double NARROWER = 62;

    private final Em em = new Em();

    /**
     * What stands around the screens besides.
     *
     * @param news is said above them
     * @param corner lies at the lower left over all
     * @param guide lies over them
     */
    record Edges(Node news, Node corner, Node guide) {}

    /** What its buttons do. */
    record Actions(Runnable commands, Runnable theme, Runnable background, Runnable messages) {}

    private final BorderPane stage = new BorderPane();

    ShellView(ShellModel model, ScreenList screens, Actions actions, Edges edges, Overlay overlay) {
        stage.setTop(new VBox(
                Banner.notice("banner-trouble", "warning", model.noticeProperty(), model::putAway),
                edges.news(),
                Banner.news(model.background().newsProperty(), model.background()::putAway)));
        BorderPane frame = new BorderPane(stage);
        List<BarContent> contents = screens.all().stream()
                .flatMap(screen -> screen.barContent().stream())
                .distinct()
                .toList();
        frame.setTop(
                new TopBar(contents, screens.front().map(Screen::barContent), actions.commands(), actions.theme()));
        frame.setLeft(new Navigation(screens.all(), model, screens.runs()));
        frame.setBottom(status(model, screens, actions));
        getStyleClass().add("shell");
        setFocusTraversable(true);
        setAlignment(edges.corner(), Pos.BOTTOM_LEFT);
        frame.setMinSize(0, 0); // or what is too wide would be cut at both sides
        getChildren().addAll(em, frame, edges.guide(), overlay, edges.corner());
        widthProperty().subscribe(this::fit);
        em.widthProperty().subscribe(this::fit);
    }

    private void fit() {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), getWidth() < NARROW * em.size());
        pseudoClassStateChanged(PseudoClass.getPseudoClass("narrower"), getWidth() < NARROWER * em.size());
    }

    /** Lays a screen into the frame, in place of the one before. */
    void show(Screen<?> screen) {
        stage.setCenter(screen.view());
    }

    private static StatusLine status(ShellModel model, ScreenList screens, Actions actions) {
        StatusLine line =
                new StatusLine(new BackgroundBadge(model.background(), actions.background()), actions.messages());
        screens.status().subscribe(line::show);
        line.troublesProperty().bind(Bindings.size(model.messages()));
        return line;
    }
}
