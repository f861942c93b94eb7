package unroll.app.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.background.BackgroundBadge;
import unroll.app.control.Banner;
import unroll.app.control.Em;
import unroll.app.control.Overlay;
import unroll.app.control.StatusLine;
import unroll.app.look.Theme;

/** The window's frame: bar, navigation, the screen, status line, and the layer for sheets above them. */
final class ShellView extends StackPane {
    /** In a window of fewer font sizes of width, and while it is presented, its screens are icons. */
    private static final double NARROW = 80;

    /** In one of fewer the buttons that drive a run are icons, too. */
    private static final double NARROWER = 62;

    private final Em em = new Em();

    /**
     * What stands around the screens besides.
     *
     * @param questions stand above them
     * @param news lies at the lower right over the screens
     * @param corner lies at the lower left over all
     * @param guide lies over them
     */
    record Edges(Node questions, Region news, Node corner, Node guide) {}

    /** What its buttons do. */
    record Actions(Runnable commands, Runnable background, Runnable messages) {}

    private final BorderPane stage = new BorderPane();
    private final NewsLayer news;
    private final ObservableValue<Boolean> presenting;

    ShellView(ShellModel model, ScreenList screens, Theme theme, Actions actions, Edges edges, Overlay overlay) {
        presenting = theme.presentingProperty();
        stage.setTop(new VBox(
                Banner.notice("banner-trouble", "warning", model.noticeProperty(), model::putAway), edges.questions()));
        BorderPane frame = new BorderPane(); // filled in the order in which Tab goes
        List<BarContent> contents = screens.all().stream()
                .flatMap(screen -> screen.barContent().stream())
                .distinct()
                .toList();
        frame.setTop(new TopBar(contents, screens.front().map(Screen::barContent), actions.commands(), theme::toggle));
        frame.setLeft(new Navigation(screens.all(), model, screens.runs()));
        frame.setCenter(stage);
        frame.setBottom(status(model, screens, actions));
        getStyleClass().add("shell");
        setFocusTraversable(true);
        Label opening = new Label();
        opening.getStyleClass().add("opening");
        opening.textProperty().bind(model.openingProperty());
        opening.visibleProperty().bind(model.openingProperty().isNotEmpty());
        opening.setMouseTransparent(true);
        setAlignment(edges.corner(), Pos.BOTTOM_LEFT);
        news = new NewsLayer(edges.news());
        frame.setMinSize(0, 0); // or what is too wide would be cut at both sides
        getChildren().addAll(em, frame, opening, news, edges.guide(), overlay, edges.corner());
        presenting.subscribe(this::fit);
        presenting.subscribe(
                (before, now) -> requestFocus()); // a setting that had the keys would keep its panel unfolded
        widthProperty().subscribe(this::fit);
        em.widthProperty().subscribe(this::fit);
    }

    private void fit() {
        boolean narrow = presenting.getValue() || getWidth() < NARROW * em.size();
        pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), narrow);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("narrower"), getWidth() < NARROWER * em.size());
    }

    /** Lays a screen into the frame, in place of the one before. */
    void show(Screen<?> screen) {
        stage.setCenter(screen.view());
        news.over(screen.view().calmPart().orElse(stage));
    }

    private static StatusLine status(ShellModel model, ScreenList screens, Actions actions) {
        StatusLine line =
                new StatusLine(new BackgroundBadge(model.background(), actions.background()), actions.messages());
        screens.status().subscribe(line::show);
        line.troublesProperty().bind(model.unseenProperty());
        return line;
    }
}
