package unroll.app.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Banner;
import unroll.app.control.Overlay;
import unroll.app.look.Icon;

/** The window's frame: bar, navigation, the screen, status line, and the layer for sheets above them. */
final class ShellView extends StackPane {
    private final Overlay overlay = new Overlay();
    private final BorderPane frame = new BorderPane();

    /** What stands around the screens. */
    record Edges(Node bar, Node navigation, Region status) {}

    /**
     * @param gallery the first screen
     * @param training made when it is first needed, so that the window opens sooner
     * @param sweep the same
     */
    ShellView(ShellModel model, Edges edges, Parent gallery, Supplier<Parent> training, Supplier<Parent> sweep) {
        BorderPane stage = new BorderPane();
        stage.setTop(notice(model));
        frame.setTop(edges.bar());
        frame.setLeft(edges.navigation());
        frame.setCenter(stage);
        frame.setBottom(edges.status());
        Lazy train = new Lazy(training);
        Lazy queue = new Lazy(sweep);
        model.screenProperty()
                .subscribe(now -> stage.setCenter(
                        switch (now) {
                            case GALLERY -> gallery;
                            case TRAIN -> train.get();
                            case SWEEP -> queue.get();
                        }));
        getStyleClass().add("shell");
        setFocusTraversable(true);
        getChildren().addAll(frame, overlay);
    }

    Overlay overlay() {
        return overlay;
    }

    private static Banner notice(ShellModel model) {
        Button close = new Button("", new Icon("close"));
        close.getStyleClass().add("quiet-button");
        close.setFocusTraversable(false);
        close.setTooltip(new Tooltip("Put away (Esc)"));
        close.setAccessibleText("Put the message away");
        close.setOnAction(event -> model.noticeProperty().set(""));
        Banner notice = new Banner("banner-trouble", "warning", close);
        notice.getStyleClass().add("notice");
        notice.textProperty().bind(model.noticeProperty());
        return notice;
    }

    /** A screen that is made when it is first shown. */
    private static final class Lazy {
        private final Supplier<Parent> maker;
        private @Nullable Parent made;

        Lazy(Supplier<Parent> maker) {
            this.maker = maker;
        }

        Parent get() {
            Parent node = made == null ? maker.get() : made;
            made = node;
            return node;
        }
    }
}
