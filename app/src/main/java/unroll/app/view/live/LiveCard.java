package unroll.app.view.live;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.app.control.QuietButton;
import unroll.app.sequence.SequenceView;
import unroll.app.sheet.NumberField;

/** The card of a network that is led by hand: the movement, the hand over it, and what else can be done. */
final class LiveCard {
    /** The heaviest weight, kg. */
    private static final double HEAVIEST = 1000;

    private LiveCard() {}

    static Card of(String title, LiveModel model) {
        SequenceView film = new SequenceView();
        model.movementsProperty().subscribe(now -> {
            film.timeProperty().set(Math.max(0, now.steps() - 1));
            film.depictionProperty().set(now);
        });
        LiveHand hand = new LiveHand(model, film);
        StackPane both = new StackPane(film, hand);
        both.setMinSize(0, 0);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox all = new VBox(bar(model), both, words(model));
        all.getStyleClass().add("live");
        all.setMinSize(0, 0);
        Card card = new Card(title, all);
        card.addEventHandler(KeyEvent.KEY_PRESSED, key -> undone(key, model));
        card.subtitleProperty()
                .bind(model.frameProperty()
                        .map(frame -> frame.map(now -> "of update " + Numbers.whole(now.update()))
                                .orElse("")));
        return card;
    }

    private static Label words(LiveModel model) {
        Label words = new Label();
        words.getStyleClass().addAll("stepped-words", "for-hands");
        words.setMinSize(0, Region.USE_PREF_SIZE);
        words.textProperty().bind(model.wordsProperty());
        words.setTooltip(new Tooltip());
        words.getTooltip().textProperty().bind(model.wordsProperty());
        return words;
    }

    private static FittingRow bar(LiveModel model) {
        FittingRow bar = new FittingRow();
        bar.getStyleClass().addAll("sound-bar", "for-hands");
        QuietButton go = NodeAddress.command(LiveControl.GO)
                .on(new QuietButton(
                        "pause",
                        "",
                        () -> model.goingProperty().set(!model.goingProperty().get())));
        model.goingProperty()
                .subscribe(on -> go.show(on ? "pause" : "play", on ? "Hold the movement" : "Let it go on"));
        bar.addStaying(9, go);
        bar.addYielding(
                4,
                NodeAddress.command(LiveControl.AGAIN)
                        .on(new QuietButton("reset", "Start over, at rest", model::startOver)));
        bar.addStaying(9, undo(model));
        bar.addStaying(9, replay(model));
        bar.addYielding(6, speeds(model));
        bar.addYielding(8, delay(model));
        bar.addYielding(7, weight(model));
        return bar;
    }

    private static QuietButton undo(LiveModel model) {
        QuietButton undo = NodeAddress.command(LiveControl.UNDO).on(new QuietButton("undo", "", model::undo));
        last(model, Frame::undo).subscribe(name -> {
            undo.setDisable(name.isEmpty());
            undo.show("undo", name.isEmpty() ? "Undo" : "Undo: " + name + ", back to where it began");
        });
        return undo;
    }

    private static QuietButton replay(LiveModel model) {
        QuietButton replay = NodeAddress.command(LiveControl.REPLAY).on(new QuietButton("redo", "", model::replay));
        last(model, Frame::replay).subscribe(name -> {
            replay.setDisable(name.isEmpty());
            replay.show(
                    "redo",
                    name.isEmpty()
                            ? "Do the last thing again"
                            : "Again: " + name + ", from where it began and in the same way");
        });
        return replay;
    }

    private static ObservableValue<String> last(LiveModel model, Function<Frame, String> name) {
        return model.frameProperty().map(frame -> frame.map(name).orElse(""));
    }

    private static Chooser speeds(LiveModel model) {
        return Chooser.of(
                "Speed",
                "How fast it moves beside what it would do in the world",
                Speed.class,
                Speed::words,
                model.speedProperty());
    }

    private static NumberField delay(LiveModel model) {
        NumberField field = new NumberField(
                "delay",
                "How many time steps late the network sees what it moves. Other delays than it learned with make it"
                        + " overshoot or shake.",
                3,
                new NumberField.Range(0, 0, true),
                steps -> model.delay((int) steps));
        model.frameProperty()
                .subscribe(frame -> frame.ifPresent(now -> {
                    model.stage().ifPresent(stage -> {
                        var range = new NumberField.Range(0, stage.movement().longestDelay(), true);
                        if (!range.equals(field.rangeProperty().get())) {
                            field.rangeProperty().set(range);
                        }
                    });
                    field.valueProperty().set(now.hand().delay());
                }));
        return field;
    }

    private static NumberField weight(LiveModel model) {
        NumberField field = new NumberField(
                "weight, kg",
                "What its tip holds: the network does not know, and moves something heavier than it learned to.",
                5,
                new NumberField.Range(0, HEAVIEST, false),
                model::load);
        model.frameProperty()
                .subscribe(frame -> frame.ifPresent(
                        now -> field.valueProperty().set(now.hand().weight())));
        return field;
    }

    /** Within the card Ctrl+Z is about what is done to the movement. */
    private static void undone(KeyEvent key, LiveModel model) {
        if (!key.isShortcutDown()) {
            return;
        }
        if (key.getCode() == KeyCode.Y || key.getCode() == KeyCode.Z && key.isShiftDown()) {
            model.replay();
            key.consume();
        } else if (key.getCode() == KeyCode.Z) {
            model.undo();
            key.consume();
        }
    }
}
