package unroll.app.training;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.Banner;
import unroll.app.control.Banners;
import unroll.app.control.SidePanel;
import unroll.app.dock.Dock;
import unroll.app.screen.ScreenLayout;
import unroll.app.view.Cues;

/** The training screen's layout: live views and time strip in the middle, settings at the side. */
public final class TrainingView extends BorderPane implements ScreenLayout {
    private final Dock views;
    private final SidePanel side;

    /** The screen with its views and a property sheet for its side; a reset and a branch are offered where settings wait for them. */
    public TrainingView(RunNews news, Cues cues, Node sheet, TrainingController controller, Dock views) {
        this.views = views;
        Button now = button(
                "run.reset",
                "Reset",
                "Begins anew with the settings at the right; the run so far stays in its folder",
                controller::reset);
        Button branch = button(
                "run.branch",
                "Branch here",
                "A second run that goes on from the update that is shown, with the settings at the right",
                controller::branch);
        branch.disableProperty().bind(controller.timeMachine().branchable().not());
        news.fittingProperty().subscribe(fits -> show(branch, fits));
        Banner pending = new Banner("banner-note", "reset", branch, now);
        pending.textProperty().bind(news.pendingProperty());
        Banner trouble = new Banner("banner-trouble", "warning", rescues(news, controller));
        trouble.textProperty().bind(news.troubleProperty());
        Banners banners = new Banners(trouble, pending);
        BorderPane middle = new BorderPane(); // filled in the order in which Tab goes
        middle.setTop(banners);
        middle.setCenter(views);
        middle.setBottom(new VBox(
                new TimeStrip(cues), new HistoryStrip(news, cues, controller.timeMachine(), controller::branch)));
        middle.getStyleClass().add("stage-area");
        setCenter(middle);
        side = side(news, sheet);
        setRight(side);
    }

    @Override
    public boolean restore() {
        return views.restore();
    }

    /** No setting has the keys unless somebody gives them to it: Space plays. */
    @Override
    public void takeKeys() {
        if (side.hasKeys()) {
            views.requestFocus();
        }
    }

    /** What is offered where numbers ended or a card failed. */
    private static Button[] rescues(RunNews news, TrainingController controller) {
        Rescue rescue = controller.rescue();
        Button watch = button(
                "run.watch", "Slow motion", "Makes the last updates again in a branch, one by one", rescue::watch);
        Button clip =
                button("run.clip", "Clip and go on", "Shortens gradients longer than 1 from here on", rescue::clip);
        Button slow = button(
                "run.slowDown",
                "Lower the rate and go on",
                "Takes a tenth of the learning rate from here on",
                rescue::slowDown);
        Button leave = button(
                "run.leaveTheCard",
                "Go on on the processor",
                "Goes on from what was saved last, in a branch, without the card",
                rescue::leaveTheCard);
        news.cardLostProperty().subscribe(lost -> show(leave, lost));
        news.divergedProperty().subscribe(diverged -> {
            show(watch, diverged && rescue.canWatch());
            show(clip, diverged && rescue.canClip());
            show(slow, diverged && rescue.canSlowDown());
        });
        return new Button[] {watch, clip, slow, leave};
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    /** A button that does what a command does. */
    private static Button button(String command, String text, String help, Runnable action) {
        Button button = NodeAddress.command(command).on(new Button(text));
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static SidePanel side(RunNews news, Node sheet) {
        Label title = new Label("ABOUT THIS EXPERIMENT");
        title.getStyleClass().add("section-title");
        Label text = new Label();
        text.getStyleClass().add("about-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.textProperty().bind(news.aboutProperty());
        VBox about = new VBox(title, text);
        about.getStyleClass().add("about");
        about.visibleProperty().bind(news.aboutProperty().isNotEmpty());
        about.managedProperty().bind(about.visibleProperty());
        return new SidePanel(sheet, about);
    }
}
