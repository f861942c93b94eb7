package unroll.app.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.background.BackgroundBadge;
import unroll.app.control.Banner;
import unroll.app.control.Overlay;
import unroll.app.control.QuietButton;
import unroll.app.control.StatusLine;

/** The window's frame: bar, navigation, the screen, status line, and the layer for sheets above them. */
final class ShellView extends StackPane {
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
                notice(model),
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
        getChildren().addAll(frame, edges.guide(), overlay, edges.corner());
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

    private static Banner notice(ShellModel model) {
        Banner notice = new Banner(
                "banner-trouble", "warning", new QuietButton("close", "Put the message away (Esc)", model::putAway));
        notice.getStyleClass().add("notice");
        notice.textProperty().bind(model.noticeProperty());
        return notice;
    }
}
