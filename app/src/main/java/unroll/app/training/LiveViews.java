package unroll.app.training;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import unroll.app.control.Card;
import unroll.app.control.CardGroup;
import unroll.app.control.LossChart;
import unroll.app.control.Numbers;
import unroll.app.control.QuietToggle;
import unroll.app.control.ScoreRow;
import unroll.app.control.SequenceView;
import unroll.app.control.UpdateData;
import unroll.app.control.UpdateView;

/** The live views beside each other; one of them can have the others' room. */
final class LiveViews extends GridPane {
    /** Shares of the width and height in percent: the pictures need width, the many units height. */
    private static final double LOSS_WIDTH = 45;

    private static final double UPPER_HEIGHT = 46;

    private final Card loss;
    private final Card look;
    private final Card hidden;
    private final Card inside;
    private final CardGroup cards;
    private final TrainingModel model;

    LiveViews(TrainingModel model) {
        this.model = model;
        getStyleClass().add("cards");
        loss = loss(model);
        look = look(model);
        hidden = StatesCard.of(model);
        inside = inside(model);
        getColumnConstraints().addAll(wide(LOSS_WIDTH), wide(100 - LOSS_WIDTH));
        getRowConstraints().addAll(high(UPPER_HEIGHT), high(100 - UPPER_HEIGHT));
        add(loss, 0, 0);
        add(look, 1, 0);
        add(hidden, 0, 1);
        add(inside, 1, 1);
        cards = new CardGroup(List.of(loss, look, hidden, inside), this::arrange);
        model.tellingProperty().subscribe(telling -> {
            if (!telling) {
                inside.maximisedProperty().set(false);
            }
            cards.arrange();
        });
        model.updatesSeenProperty().bind(inside.visibleProperty());
    }

    private static ColumnConstraints wide(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static RowConstraints high(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        return row;
    }

    /** Gives every view its own room again; false if all had it already. */
    boolean restore() {
        return cards.restore();
    }

    /** The hidden states have the lower row for themselves where the optimiser tells nothing. */
    private void arrange() {
        boolean telling = model.tellingProperty().get();
        inside.setVisible(telling && inside.isVisible());
        inside.setManaged(inside.isVisible());
        for (Card card : List.of(loss, look, hidden, inside)) {
            boolean large = card.maximisedProperty().get();
            boolean right = card == look || card == inside;
            boolean upper = card == loss || card == look;
            boolean wide = large || card == hidden && !telling;
            setConstraints(card, large || !right ? 0 : 1, large || upper ? 0 : 1, wide ? 2 : 1, large ? 2 : 1);
        }
    }

    private static Card loss(TrainingModel model) {
        LossChart chart = new LossChart();
        chart.dataProperty().bind(model.lossProperty());
        chart.markProperty().bind(model.lookedBackProperty());
        chart.measureProperty().bind(model.metricProperty());
        ScoreRow scores = new ScoreRow();
        scores.scoresProperty().bind(model.scoresProperty());
        VBox.setVgrow(chart, Priority.ALWAYS);
        Card card = new Card(
                "Loss",
                new VBox(chart, scores),
                new QuietToggle("log x", "Updates on a logarithmic axis", chart.logAcrossProperty()),
                new QuietToggle("log y", "Loss on a logarithmic axis", chart.logUpProperty()));
        card.subtitleProperty().bind(model.metricProperty());
        return card;
    }

    private static Card look(TrainingModel model) {
        SequenceView sequence = new SequenceView();
        sequence.depictionProperty().bind(model.depictionProperty());
        sequence.timeProperty().bindBidirectional(model.timeProperty());
        Card card = new Card("Test sequence", sequence);
        card.subtitleProperty().bind(sentence(model));
        return card;
    }

    private static ObservableValue<String> sentence(TrainingModel model) {
        return Bindings.createStringBinding(
                () -> "number " + model.sequenceProperty().get() + " of "
                        + model.sequencesProperty().get(),
                model.sequenceProperty(),
                model.sequencesProperty());
    }

    private static Card inside(TrainingModel model) {
        UpdateView view = new UpdateView();
        view.dataProperty().bind(model.insideProperty());
        view.chosenProperty().bindBidirectional(model.chosenUpdateProperty());
        QuietToggle newest = new QuietToggle("newest", "Show each update while it is made (End)");
        newest.setOnAction(event -> model.chosenUpdateProperty()
                .set(newest.isSelected() ? 0 : model.insideProperty().get().shown()));
        model.chosenUpdateProperty().subscribe(chosen -> newest.setSelected(chosen.longValue() == 0));
        Card card = new Card("Update", view, newest);
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        () -> made(
                                model.insideProperty().get(),
                                model.updateProperty().get()),
                        model.insideProperty(),
                        model.updateProperty()));
        return card;
    }

    private static String made(UpdateData data, long updates) {
        if (data.shown() == 0) {
            return "";
        }
        String number = "number " + Numbers.whole(data.shown());
        return data.shown() > updates ? number + ", being made" : number + " of " + Numbers.whole(updates);
    }
}
