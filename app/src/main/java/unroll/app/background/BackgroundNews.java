package unroll.app.background;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import unroll.app.address.NodeAddress;
import unroll.app.control.QuietButton;
import unroll.app.look.Icon;

/**
 * What came of the background work that ended last: it lies over the window's content for some seconds, longer under the mouse and while it
 * has the keys, and where it is a question until that is answered.
 */
public final class BackgroundNews extends HBox {
    private static final Duration SHOWN = Duration.seconds(8);

    /** What something can be done about takes longer to be read and decided. */
    private static final Duration OFFERED = Duration.seconds(12);

    private final BackgroundWork work;
    private final PauseTransition going = new PauseTransition(SHOWN);

    /** @param reveal shows a file in the system's file manager */
    public BackgroundNews(BackgroundWork work, Consumer<Path> reveal) {
        this.work = work;
        getStyleClass().add("background-news");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(work.newsProperty());
        Icon check = new Icon("check");
        work.madeProperty().subscribe(made -> words.setGraphic(made.isPresent() ? check : null));
        Button folder = new Button("Show in folder");
        folder.setTooltip(new Tooltip("Show where the file is"));
        folder.setMinWidth(USE_PREF_SIZE);
        folder.setOnAction(event -> work.madeProperty().get().ifPresent(reveal));
        folder.visibleProperty().bind(work.madeProperty().map(Optional::isPresent));
        folder.managedProperty().bind(folder.visibleProperty());
        Button offer = new Button();
        offer.setTooltip(new Tooltip());
        offer.setMinWidth(USE_PREF_SIZE);
        work.offerProperty()
                .subscribe(now -> now.ifPresent(made -> {
                    offer.setText(made.name());
                    offer.getTooltip().setText(made.help());
                }));
        offer.setOnAction(event -> work.offerProperty().get().ifPresent(made -> {
            work.putAway();
            made.action().run();
        }));
        offer.visibleProperty().bind(work.offerProperty().map(Optional::isPresent));
        offer.managedProperty().bind(offer.visibleProperty());
        QuietButton close = NodeAddress.command("window.escape")
                .on(new QuietButton("close", "Put the message away", work::putAway));
        getChildren().addAll(words, folder, offer, close);
        visibleProperty().bind(work.newsProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        going.setOnFinished(event -> {
            if (hasKeys()) {
                going.playFromStart();
            } else {
                work.putAway();
            }
        });
        work.newsProperty().subscribe(this::stay);
        work.askingProperty().subscribe(this::stay);
        hoverProperty().subscribe(this::stay);
    }

    private void stay() {
        going.stop();
        boolean held = isHover() || work.askingProperty().get();
        if (!work.newsProperty().get().isEmpty() && !held) {
            going.setDuration(work.offerProperty().get().isPresent() ? OFFERED : SHOWN);
            going.playFromStart();
        }
    }

    /** Whether somebody went there by the keys; what was clicked has the focus, too. */
    private boolean hasKeys() {
        return isFocusWithin() && getScene().getFocusOwner().isFocusVisible();
    }
}
