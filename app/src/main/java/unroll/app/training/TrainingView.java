package unroll.app.training;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.Banner;
import unroll.app.control.Banners;
import unroll.app.control.Numbers;
import unroll.app.control.SidePanel;
import unroll.app.dock.Dock;
import unroll.app.screen.ScreenLayout;
import unroll.app.view.Cues;

/** The training screen's layout: live views and time strip in the middle; at the side what the experiment is about and its settings. */
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
        Banners banners = new Banners(trouble, done(news, controller), leftBehind(news, controller), pending);
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
    public Optional<Region> calmPart() {
        return Optional.of(views);
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

    /** How a run goes on that has made all its updates. */
    private static Banner done(RunNews news, TrainingController controller) {
        Button more = button("run.more", "", "Raises the number of updates and trains on", controller::trainMore);
        more.textProperty().bind(news.updatesProperty().map(n -> "Train " + Numbers.whole(n.longValue()) + " more"));
        Banner banner = new Banner("banner-note", "check", more);
        banner.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> news.doneProperty().get()
                                        && news.troubleProperty().get().isEmpty()
                                ? "Done: all "
                                        + Numbers.whole(news.updatesProperty().get()) + " updates are made."
                                : "",
                        news.doneProperty(),
                        news.troubleProperty(),
                        news.updatesProperty()));
        return banner;
    }

    /** The way back from a reset. */
    private static Banner leftBehind(RunNews news, TrainingController controller) {
        Button back = button(
                "run.back",
                "Back to it",
                "Opens the run again that was left by the reset; this one, which has made no update, goes",
                controller::backToTheRunBefore);
        Banner banner = new Banner("banner-note", "reset", back);
        banner.textProperty()
                .bind(news.leftBehindProperty()
                        .map(left -> left.map(run -> "Begun anew. The run before is kept as it was at update "
                                        + Numbers.whole(run.update()) + ".")
                                .orElse("")));
        return banner;
    }

    /** What is offered where numbers ended or a card failed. */
    private static Button[] rescues(RunNews news, TrainingController controller) {
        Rescue rescue = controller.rescue();
        Button watch = button(
                "run.watch", "Slow motion", "Makes the last updates again in a branch, one by one", rescue::watch);
        Button slow = button(
                "run.slowDown",
                "",
                "Goes on in a branch from the last state that is remembered up to the best test, with a tenth of the"
                        + " learning rate;\nif the rate was raised since, with that of then",
                rescue::slowDown);
        Button clip = button(
                "run.clip",
                "",
                "Goes on in a branch from the same state and shortens gradients longer than 1",
                rescue::clip);
        Button leave = button(
                "run.leaveTheCard",
                "Go on on the processor",
                "Goes on from what was saved last, in a branch, without the card",
                rescue::leaveTheCard);
        news.cardLostProperty().subscribe(lost -> show(leave, lost));
        news.divergedProperty().subscribe(diverged -> show(watch, diverged && rescue.canWatch()));
        news.lostProperty().subscribe(lost -> {
            String good = rescue.back();
            slow.setText(good + " and lower the rate");
            clip.setText(good + " and clip");
            show(slow, lost && rescue.canSlowDown());
            show(clip, lost && rescue.canClip());
        });
        return new Button[] {slow, clip, watch, leave};
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
        SidePanel side = new SidePanel(about, sheet);
        news.nameProperty().subscribe((before, after) -> side.toTop());
        return side;
    }
}
