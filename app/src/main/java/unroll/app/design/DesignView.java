package unroll.app.design;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.chart.HistogramPlot;
import unroll.app.control.Banner;
import unroll.app.control.Banners;
import unroll.app.control.Card;
import unroll.app.control.CardPane;
import unroll.app.control.QuietButton;
import unroll.app.control.QuietToggle;
import unroll.app.control.SidePanel;
import unroll.app.screen.ScreenLayout;
import unroll.app.view.spectrum.SpectrumCard;
import unroll.app.view.weights.WeightsCard;

/** The design screen's layout: the drawing above, what it begins with below, and what is chosen at the side. */
public final class DesignView extends BorderPane implements ScreenLayout {
    private static final KeyCombination TAKE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);

    /** The drawing's share of the height. */
    private static final double DRAWING = 0.58;

    private final DesignModel model;
    private final PlanEditor editor;
    private final PlanPane plan;
    private final Inspector inspector;
    private final CardPane cards;

    /**
     * The screen.
     *
     * @param sheet the settings that belong to a network
     * @param pending what keeps the run from taking the drawing; empty where it has taken it
     * @param begin begins the run anew with what is drawn
     */
    public DesignView(
            DesignModel model,
            DesignController controller,
            Node sheet,
            ObservableValue<String> pending,
            Runnable begin) {
        this.model = model;
        editor = controller.editor();
        plan = new PlanPane(model, editor);
        inspector = new Inspector(model, editor, plan::requestFocus);
        cards = new CardPane(List.of(drawing(), weights(), numbers(), spectrum()), DesignView::places);
        BorderPane middle = new BorderPane(); // filled in the order in which Tab goes
        middle.setTop(banners(pending, begin));
        middle.setCenter(cards);
        middle.getStyleClass().add("stage-area");
        setCenter(middle);
        setRight(new SidePanel(inspector, sheet));
    }

    private static List<Rectangle2D> places(double width, double height, double em) {
        double upper = Math.rint(DRAWING * (height - CardPane.GAP));
        double y = upper + CardPane.GAP;
        double lower = Math.max(0, height - y);
        double each = Math.max(0, Math.rint((width - 2 * CardPane.GAP) / 3));
        return List.of(
                new Rectangle2D(0, 0, width, upper),
                new Rectangle2D(0, y, each, lower),
                new Rectangle2D(each + CardPane.GAP, y, each, lower),
                new Rectangle2D(2 * (each + CardPane.GAP), y, Math.max(0, width - 2 * (each + CardPane.GAP)), lower));
    }

    @Override
    public boolean restore() {
        return cards.restore();
    }

    @Override
    public void takeKeys() {
        plan.requestFocus();
    }

    /** Moves the keyboard focus to the name of what is chosen. */
    public void rename() {
        inspector.takeKeys();
    }

    private Banners banners(ObservableValue<String> pending, Runnable begin) {
        Button now = new Button("Begin anew");
        now.setOnAction(event -> begin.run());
        Banner waits = new Banner("banner-note", "reset", now);
        waits.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.drawingProperty().get().faults().isEmpty() ? pending.getValue() : "",
                        pending,
                        model.drawingProperty()));
        Banner refused = new Banner(
                "banner-trouble",
                "warning",
                new QuietButton(
                        "close",
                        "Put the message away",
                        () -> model.refusalProperty().set("")));
        refused.textProperty().bind(model.refusalProperty());
        return new Banners(refused, waits);
    }

    // Cards

    private Card drawing() {
        BorderPane drawn = new BorderPane();
        drawn.setTop(palette());
        drawn.setCenter(plan);
        drawn.setMinSize(0, 0);
        Node text = text();
        Card card = new Card("Network", drawn, new ButtonBase[] {
            NodeAddress.command("design.unfold")
                    .on(new QuietToggle(
                            "unfolded",
                            "The network once for each of four time steps, instead of loops",
                            model.unfoldedProperty())),
            NodeAddress.command("design.text")
                    .on(new QuietToggle(
                            "as text", "The whole experiment as JSON, to read and to change", model.writtenProperty()))
        });
        card.subtitleProperty().bind(model.costProperty());
        model.writtenProperty().subscribe(written -> card.show(written ? text : drawn));
        return card;
    }

    private Node palette() {
        Label add = new Label("Add");
        add.getStyleClass().add("muted");
        add.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(add);
        row.getStyleClass().addAll("palette", "for-hands");
        for (PaletteItem part : PaletteItem.all()) {
            Button button = new Button(part.label());
            button.getStyleClass().addAll("quiet-toggle", "palette-part");
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(part.help()));
            button.setOnAction(event -> {
                editor.add(part);
                takeKeys();
            });
            row.getChildren().add(button);
        }
        row.disableProperty().bind(model.drawingProperty().map(drawing -> !drawing.editable()));
        return row;
    }

    private Node text() {
        TextArea area = new TextArea();
        area.getStyleClass().add("json");
        area.setAccessibleText("The experiment as JSON");
        model.textProperty().subscribe(area::setText);
        Button take = new Button("Take it (Ctrl+Enter)");
        take.setOnAction(event -> editor.take(area.getText()));
        Button back = new Button("As it was");
        back.setOnAction(event -> area.setText(model.textProperty().get()));
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (TAKE.match(key)) {
                editor.take(area.getText());
                key.consume();
            }
        });
        var changed = Bindings.createBooleanBinding(
                () -> !area.getText().equals(model.textProperty().get()), area.textProperty(), model.textProperty());
        take.disableProperty().bind(changed.not());
        back.disableProperty().bind(changed.not());
        HBox buttons = new HBox(take, back);
        buttons.getStyleClass().add("palette");
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox both = new VBox(area, buttons);
        both.setMinSize(0, 0);
        return both;
    }

    private Card weights() {
        return WeightsCard.of(model.weights());
    }

    private Card spectrum() {
        return SpectrumCard.atFirst(model.spectrum());
    }

    private Card numbers() {
        HistogramPlot plot = new HistogramPlot();
        model.weights()
                .weightsProperty()
                .subscribe(weights -> plot.numbersProperty().set(weights.numbers()));
        Card card = new Card("Histogram", plot);
        card.subtitleProperty()
                .bind(model.weights()
                        .weightsProperty()
                        .map(weights ->
                                weights.parts().isEmpty() ? "" : weights.title() + ", heights as square roots"));
        return card;
    }
}
