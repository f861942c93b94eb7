package unroll.app.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.app.address.NodeAddress;
import unroll.app.chart.LanesChart;
import unroll.app.control.Card;
import unroll.app.control.CardPane;
import unroll.app.control.Numbers;
import unroll.app.control.QuietButton;
import unroll.app.control.QuietToggle;
import unroll.app.control.RowColumn;
import unroll.app.control.RowTable;
import unroll.app.control.SidePanel;
import unroll.app.control.Smoothing;
import unroll.app.screen.ScreenLayout;
import unroll.app.sheet.PropertySheet;
import unroll.engine.record.Cost;

/** The race screen's layout: losses above, the lanes in a table below, and the settings of the chosen lane at the side. */
public final class RaceView extends BorderPane implements ScreenLayout {
    /** Height of the lanes in font sizes, and the most of the height that they may have. */
    private static final double LANES = 17;

    private static final double MOST = 0.6;

    private final RaceModel model;
    private final RaceController controller;
    private final RowTable<LaneRow> table = new RowTable<>("The lanes are being prepared\u2026");
    private final CardPane cards;
    private final VBox sheetPlace = new VBox();
    private @Nullable PropertySheet<Contender> sheet;

    public RaceView(RaceModel model, RaceController controller) {
        this.model = model;
        this.controller = controller;
        LanesChart losses = new LanesChart();
        losses.dataProperty().bind(model.standingsProperty().map(Standings::chart));
        losses.logUpProperty().bind(model.logUpProperty());
        losses.smoothingProperty().bind(model.smoothingProperty());
        Card chart = new Card("Loss", losses, toggles());
        chart.addControl(new Smoothing(model.smoothingProperty()));
        chart.subtitleProperty()
                .bind(Bindings.createStringBinding(this::caption, model.measureProperty(), model.smoothingProperty()));
        table.setColumns(columns());
        model.standingsProperty().map(Standings::rows).subscribe(table::show);
        Card lanes = new Card("Lanes", table, add(), remove());
        cards = new CardPane(List.of(chart, lanes), RaceView::places);
        cards.getStyleClass().add("below-head");
        VBox.setVgrow(cards, Priority.ALWAYS);
        VBox middle = new VBox(rules(), cards);
        middle.getStyleClass().addAll("stage-area", "race");
        table.setOnChoose(model.chosenProperty()::set);
        model.standingsProperty().map(now -> now.rows().size()).subscribe(this::chooseRow);
        model.chosenProperty().subscribe(this::chooseRow);
        model.contenderProperty().subscribe(this::show);
        setCenter(middle);
        setRight(side());
    }

    private String caption() {
        String smoothed = Smoothing.words(model.smoothingProperty().get());
        return model.measureProperty().get() + (smoothed.isEmpty() ? "" : " \u00b7 " + smoothed);
    }

    private static List<Rectangle2D> places(double width, double height, double em) {
        double lower = Math.min(LANES * em, MOST * height);
        return CardPane.above(width, height, height - lower - CardPane.GAP);
    }

    @Override
    public boolean restore() {
        return cards.restore();
    }

    @Override
    public void takeKeys() {
        table.takeKeys();
    }

    private void chooseRow() {
        table.chooseRow(model.chosenProperty().get());
    }

    private Label rules() {
        Label rules = new Label();
        rules.getStyleClass().add("muted");
        rules.setWrapText(true);
        rules.setMinHeight(USE_PREF_SIZE);
        rules.textProperty().bind(model.rulesProperty());
        return rules;
    }

    private ButtonBase[] toggles() {
        return new ButtonBase[] {
            cost(Cost.EVALUATIONS),
            cost(Cost.SECONDS),
            cost(Cost.UPDATES),
            NodeAddress.command("race.tests")
                    .on(new QuietToggle(
                            "test", "Losses on test sequences instead of those of the batches", model.testsProperty())),
            NodeAddress.command("race.logUp")
                    .on(new QuietToggle("log y", "Losses on a logarithmic axis", model.logUpProperty()))
        };
    }

    private static String help(Cost cost) {
        return switch (cost) {
            case EVALUATIONS ->
                "Losses, gradients and curvature products of a whole batch: the work of a lane, on any machine";
            case SECONDS -> "Seconds of training on this machine, on which the lanes share the cores";
            case UPDATES -> "Updates made, whatever one costs";
        };
    }

    private QuietToggle cost(Cost cost) {
        QuietToggle toggle = NodeAddress.command("race." + cost.name().toLowerCase(Locale.ROOT))
                .on(new QuietToggle(cost.words(), help(cost)));
        toggle.setOnAction(event -> {
            model.costProperty().set(cost);
            toggle.setSelected(true);
        });
        model.costProperty().subscribe(now -> toggle.setSelected(now == cost));
        return toggle;
    }

    private QuietButton add() {
        QuietButton button = NodeAddress.command("race.add").on(new QuietButton("add", "Add a lane", controller::add));
        button.disableProperty().bind(model.fullProperty());
        return button;
    }

    private QuietButton remove() {
        QuietButton button = NodeAddress.command("race.remove")
                .on(new QuietButton("remove", "Take the chosen lane away", controller::remove));
        button.disableProperty()
                .bind(model.standingsProperty().map(now -> now.rows().size() < 2));
        return button;
    }

    private List<RowColumn<LaneRow>> columns() {
        return List.of(
                RowColumn.words("lane", "The optimiser of the lane, in the colour of its line", LaneRow::name)
                        .withDot(LaneRow::style)
                        .withMore(LaneRow::trouble),
                RowColumn.words("", "What the lane does", LaneRow::standing).withMore(LaneRow::trouble),
                RowColumn.number(
                        "place",
                        "Among the lanes where all have spent the same: at the dashed mark",
                        row -> row.place() == 0 ? "" : row.place() + ".",
                        row -> row.place() == 0 ? Double.NaN : row.place()),
                RowColumn.number(
                        "at equal cost",
                        "The loss where all have spent the same: at the dashed mark",
                        row -> number(row.equal()),
                        LaneRow::equal),
                RowColumn.number(
                        "last test", "The headline score of the last test", row -> number(row.test()), LaneRow::test),
                RowColumn.number("updates", "Updates made", row -> Numbers.whole(row.updates()), LaneRow::updates),
                RowColumn.number(
                        "evaluations",
                        help(Cost.EVALUATIONS),
                        row -> Numbers.whole(Math.round(row.evaluations())),
                        LaneRow::evaluations),
                RowColumn.number(
                        "seconds", help(Cost.SECONDS), row -> Numbers.measured(row.seconds()), LaneRow::seconds));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.measured(value);
    }

    private SidePanel side() {
        Label title = new Label();
        title.getStyleClass().add("side-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "Lane " + (model.chosenProperty().get() + 1), model.chosenProperty()));
        Label hint = new Label("Any change begins the race anew; the runs so far stay in the list.");
        hint.getStyleClass().add("section-note");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        return new SidePanel(title, sheetPlace, hint);
    }

    private void show(Optional<Contender> contender) {
        if (contender.isEmpty()) {
            return;
        }
        if (sheet == null) {
            PropertySheet<Contender> made = new PropertySheet<>(contender.get(), controller::edit);
            sheetPlace.getChildren().setAll(made);
            sheet = made;
        }
        sheet.valueProperty().set(contender.get());
    }
}
