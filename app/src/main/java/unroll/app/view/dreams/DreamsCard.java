package unroll.app.view.dreams;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.control.Card;
import unroll.app.control.QuietButton;
import unroll.app.sequence.SequenceView;
import unroll.app.view.Cues;

/** The card of dreams, and of the balls that are thrown. */
final class DreamsCard {
    private DreamsCard() {}

    /** A card that follows {@code model}; balls are thrown where its pictures show some. */
    static Card of(String title, DreamsModel model, Cues cues) {
        SequenceView film = new SequenceView();
        film.depictionProperty().bind(model.filmProperty());
        film.timeProperty().bindBidirectional(cues.timeProperty());
        ThrowingHand hand =
                new ThrowingHand(model, film, () -> cues.timeProperty().set(0));
        Label words = new Label();
        words.getStyleClass().addAll("stepped-words", "two-lines", "for-hands");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.textProperty().bind(hand.wordsProperty());
        words.setTooltip(new Tooltip());
        words.getTooltip().textProperty().bind(hand.wordsProperty());
        var throwable = Bindings.createBooleanBinding(() -> model.ball().isPresent(), model.pictureProperty());
        for (Region part : new Region[] {hand, words}) {
            part.visibleProperty().bind(throwable);
            part.managedProperty().bind(throwable);
        }
        StackPane both = new StackPane(film, hand);
        both.setMinSize(0, 0);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox all = new VBox(both, words);
        all.setMinSize(0, 0);
        Card card = new Card(
                title,
                all,
                new QuietButton(
                        "reseed",
                        "Other dreams, by other random numbers",
                        () -> model.takeProperty().set(model.takeProperty().get() + 1)));
        card.addTool(new QuietButton("box", "Empty the box, to throw balls into", model::empty), throwable);
        card.addTool(
                new QuietButton(
                        "remove", "Take the thrown balls away: a test sequence goes before again", model::clear),
                model.thrownProperty().map(balls -> balls.isPresent()));
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        () -> (model.thrownProperty().get().isPresent()
                                        ? "after thrown balls"
                                        : "after test sequence "
                                                + cues.sequenceProperty().get())
                                + ", from t = " + cues.freeRunFromProperty().get(),
                        model.thrownProperty(),
                        cues.sequenceProperty(),
                        cues.freeRunFromProperty()));
        return card;
    }
}
