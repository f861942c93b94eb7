package unroll.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.control.Banner;
import unroll.app.control.Overlay;
import unroll.app.control.QuietButton;
import unroll.app.shell.ShellModel.Screen;

/** The window's frame: bar, navigation, the screen, status line, and the layer for sheets above them. */
final class ShellView extends StackPane {
    private final Overlay overlay = new Overlay();
    private final BorderPane frame = new BorderPane();

    /** What stands around the screens, above all at the lower left, and what guides through them. */
    record Edges(Node bar, Node navigation, Region status, Node news, Node corner, Node guide) {}

    /** @param makers make each screen when it is first needed, so that the window opens sooner */
    ShellView(ShellModel model, Edges edges, Map<Screen, Supplier<Parent>> makers) {
        BorderPane stage = new BorderPane();
        stage.setTop(new VBox(notice(model), edges.news()));
        frame.setTop(edges.bar());
        frame.setLeft(edges.navigation());
        frame.setCenter(stage);
        frame.setBottom(edges.status());
        Map<Screen, Parent> made = new EnumMap<>(Screen.class);
        model.screenProperty()
                .subscribe(now -> stage.setCenter(made.computeIfAbsent(
                        now,
                        screen -> Objects.requireNonNull(makers.get(screen)).get())));
        getStyleClass().add("shell");
        setFocusTraversable(true);
        setAlignment(edges.corner(), Pos.BOTTOM_LEFT);
        getChildren().addAll(frame, edges.guide(), overlay, edges.corner());
    }

    Overlay overlay() {
        return overlay;
    }

    private static Banner notice(ShellModel model) {
        QuietButton close = new QuietButton(
                "close",
                "Put the message away (Esc)",
                () -> model.noticeProperty().set(""));
        Banner notice = new Banner("banner-trouble", "warning", close);
        notice.getStyleClass().add("notice");
        notice.textProperty().bind(model.noticeProperty());
        return notice;
    }
}
