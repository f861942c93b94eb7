package unroll.app.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.chart.SpreadChart;
import unroll.app.chart.Spreads;
import unroll.app.control.Banner;
import unroll.app.control.Banners;
import unroll.app.control.Card;
import unroll.app.control.CardPane;
import unroll.app.control.HeadLine;
import unroll.app.control.QuietButton;
import unroll.app.control.QuietToggle;
import unroll.app.control.RowTable;
import unroll.app.screen.ScreenLayout;
import unroll.engine.sweep.SweepCell;

/** The sweep screen's layout: how far it is above, the runs and what they came to in a table, and the pictures beside it. */
public final class SweepView extends BorderPane implements ScreenLayout {
    /** What can be done here. */
    public record Actions(Consumer<SweepCell> open, Consumer<Integer> movePicture) {}

    /** The table's share of the width, or of the height. */
    private static final double TABLE = 0.66;

    private static final double UPPER = 0.55;

    /** In a screen of fewer font sizes of width table and pictures lie above each other. */
    private static final double NARROW = 75;

    private final SweepModel model;
    private final RowTable<SweepRow> runs = new RowTable<>("This sweep has no runs");
    private final RowTable<GroupRow> groups = new RowTable<>("No run is over yet");
    private final Card table;
    private final Card picture;
    private final CardPane cards;

    public SweepView(SweepModel model, Actions actions) {
        this.model = model;
        runs.setOnOpen(row -> actions.open().accept(row.cell()));
        table = new Card("Runs", new StackPane(), grouping());
        picture = new Card("Minibatches to solve", chart());
        var several = model.resultsProperty().map(results -> results.pictures().size() > 1);
        picture.addTool(
                NodeAddress.command("sweep.previousPicture")
                        .on(new QuietButton(
                                "left",
                                "Picture before",
                                () -> actions.movePicture().accept(-1))),
                several);
        picture.addTool(
                NodeAddress.command("sweep.nextPicture")
                        .on(new QuietButton(
                                "right",
                                "Next picture",
                                () -> actions.movePicture().accept(1))),
                several);
        cards = new CardPane(List.of(table, picture), SweepView::places);
        cards.getStyleClass().add("below-head");
        setTop(new VBox(banners(), head()));
        setCenter(cards);
        getStyleClass().add("stage-area");
        fill();
    }

    /** The table beside the pictures, or above them where the window is narrow for its text. */
    private static List<Rectangle2D> places(double width, double height, double em) {
        if (width < NARROW * em) {
            return CardPane.above(width, height, UPPER * (height - CardPane.GAP));
        }
        double left = Math.rint(TABLE * (width - CardPane.GAP));
        return List.of(
                new Rectangle2D(0, 0, left, height),
                new Rectangle2D(left + CardPane.GAP, 0, Math.max(0, width - left - CardPane.GAP), height));
    }

    /** Shows all cards again where one was enlarged; false if none was. */
    @Override
    public boolean restore() {
        return cards.restore();
    }

    /** The run that is chosen in the table, for a key to open. */
    public void openChosen(Consumer<SweepCell> open) {
        if (!model.groupedProperty().get()) {
            runs.chosen().ifPresent(row -> open.accept(row.cell()));
        }
    }

    @Override
    public void takeKeys() {
        (model.groupedProperty().get() ? groups : runs).takeKeys();
    }

    private HeadLine head() {
        Label left = new Label();
        left.getStyleClass().add("muted");
        left.textProperty().bind(model.leftProperty());
        left.setMinWidth(USE_PREF_SIZE);
        HeadLine head = new HeadLine(model.standingProperty(), model.shareProperty(), left);
        head.tell(model.aboutProperty());
        return head;
    }

    private Banners banners() {
        Banner trouble = new Banner("banner-trouble", "warning");
        trouble.textProperty().bind(model.troubleProperty());
        return new Banners(trouble);
    }

    private QuietToggle grouping() {
        return NodeAddress.command("sweep.group")
                .on(new QuietToggle(
                        "grouped",
                        "Runs that differ in their seeds alone in one row, beside numbers in print",
                        model.groupedProperty()));
    }

    private StackPane chart() {
        SpreadChart chart = new SpreadChart();
        chart.spreadsProperty()
                .bind(Bindings.createObjectBinding(this::spreads, model.resultsProperty(), model.pictureProperty()));
        Label nothing = new Label();
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        nothing.textProperty().bind(model.resultsProperty().map(SweepView::missing));
        return new StackPane(chart, nothing);
    }

    /** Why there is no picture; empty where there is. */
    private static String missing(Results results) {
        if (!results.pictures().isEmpty()) {
            return "";
        }
        return results.over() > 0
                ? "Nothing to draw: no axis of several numbers, or nothing to be solved"
                : "Drawn as soon as a run is over";
    }

    private Spreads spreads() {
        List<Results.Picture> all = model.resultsProperty().get().pictures();
        return all.isEmpty()
                ? Spreads.EMPTY
                : all.get(Math.min(model.pictureProperty().get(), all.size() - 1))
                        .spreads();
    }

    /** Fills tables and titles from the model. */
    private void fill() {
        model.axesProperty().subscribe(axes -> runs.setColumns(SweepTables.runs(axes)));
        model.rowsProperty().subscribe(rows -> {
            if (!rows.isEmpty()) {
                runs.show(rows);
            }
        });
        model.axesProperty().subscribe(this::regroup);
        model.resultsProperty().map(Results::compared).subscribe(this::regroup);
        model.resultsProperty().subscribe(this::showGroups);
        model.groupedProperty().subscribe(grouped -> {
            table.titleProperty().set(grouped ? "Groups" : "Runs");
            table.show(grouped ? groups : runs);
        });
        table.subtitleProperty()
                .bind(Bindings.when(model.groupedProperty())
                        .then("over seeds \u00b7 minibatches to solve: mean, min, max")
                        .otherwise(model.ruleProperty()));
        picture.subtitleProperty()
                .bind(Bindings.createStringBinding(this::caption, model.resultsProperty(), model.pictureProperty()));
    }

    private void regroup() {
        List<String> axes = new ArrayList<>(model.axesProperty().get());
        axes.removeAll(model.seedsProperty().get());
        groups.setColumns(SweepTables.groups(axes, model.resultsProperty().get().compared()));
        showGroups();
    }

    private void showGroups() {
        groups.show(model.resultsProperty().get().groups());
    }

    private String caption() {
        List<Results.Picture> all = model.resultsProperty().get().pictures();
        if (all.isEmpty()) {
            return "";
        }
        int shown = Math.min(model.pictureProperty().get(), all.size() - 1);
        String title = all.get(shown).title();
        String number = all.size() == 1 ? "" : (shown + 1) + " of " + all.size();
        return title.isEmpty() || number.isEmpty() ? title + number : title + " \u00b7 " + number;
    }
}
