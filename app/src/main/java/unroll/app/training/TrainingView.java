package unroll.app.training;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import unroll.app.control.Banner;
import unroll.app.control.SidePanel;
import unroll.app.dock.Dock;

/** The training screen's layout: live views and time strip in the middle, settings at the side. */
public final class TrainingView extends BorderPane {
    /** The screen with its views and a property sheet for its side; a reset and a branch are offered where settings wait for them. */
    public TrainingView(TrainingModel model, Node sheet, TrainingController controller, Dock views) {
        Button now = new Button("Reset");
        now.setFocusTraversable(false);
        now.setOnAction(event -> controller.reset());
        Button branch = new Button("Branch here");
        branch.setFocusTraversable(false);
        branch.setOnAction(event -> controller.branch());
        branch.disableProperty().bind(model.branchableProperty().not());
        Banner pending = new Banner("banner-note", "reset", branch, now);
        pending.textProperty().bind(model.pendingProperty());
        Banner trouble = new Banner("banner-trouble", "warning");
        trouble.textProperty().bind(model.troubleProperty());
        VBox banners = new VBox(trouble, pending);
        banners.getStyleClass().add("banners");
        banners.visibleProperty().bind(pending.visibleProperty().or(trouble.visibleProperty()));
        banners.managedProperty().bind(banners.visibleProperty());
        BorderPane middle = new BorderPane(views);
        middle.setTop(banners);
        middle.setBottom(
                new VBox(new TimeStrip(model), new HistoryStrip(model, controller.timeMachine(), controller::branch)));
        middle.getStyleClass().add("stage-area");
        setCenter(middle);
        setRight(side(model, sheet));
    }

    private static SidePanel side(TrainingModel model, Node sheet) {
        Label title = new Label("ABOUT THIS EXPERIMENT");
        title.getStyleClass().add("section-title");
        Label text = new Label();
        text.getStyleClass().add("about-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.textProperty().bind(model.aboutProperty());
        VBox about = new VBox(title, text);
        about.getStyleClass().add("about");
        about.visibleProperty().bind(model.aboutProperty().isNotEmpty());
        about.managedProperty().bind(about.visibleProperty());
        return new SidePanel(sheet, about);
    }
}
