package unroll.app.valley;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import unroll.app.chart.DecayChart;
import unroll.app.chart.Swatch;
import unroll.app.chart.ValleyPlot;
import unroll.app.control.Card;
import unroll.app.control.CardPane;
import unroll.app.control.QuietToggle;
import unroll.app.control.SidePanel;
import unroll.app.look.Icon;
import unroll.app.screen.ScreenLayout;
import unroll.app.sheet.SliderForm;

/** The valley screen's layout: the picture above the distances, constants and theory at the side. */
public final class ValleyView extends BorderPane implements ScreenLayout {
    /** Share of the height that the picture has. */
    private static final double PICTURE = 0.62;

    /** In a card narrower than this the names of the methods need the room. */
    private static final double ROOM_FOR_FORMULA = 760;

    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final ValleyModel model;
    private final ValleyController controller;
    private final CardPane cards;

    public ValleyView(ValleyModel model, ValleyController controller) {
        this.model = model;
        this.controller = controller;
        getStyleClass().add("valley");
        cards = new CardPane(
                List.of(picture(), distances()),
                (width, height, em) -> CardPane.above(width, height, PICTURE * (height - CardPane.GAP)));
        BorderPane middle = new BorderPane(cards);
        middle.setBottom(new ValleyStrip(model, controller));
        middle.getStyleClass().add("stage-area");
        setCenter(middle);
        setRight(side());
    }

    @Override
    public boolean restore() {
        return cards.restore();
    }

    // Views

    private Card picture() {
        ValleyPlot plot = new ValleyPlot(controller::start);
        plot.dataProperty().bind(model.pictureProperty());
        List<ButtonBase> actions = new ArrayList<>();
        for (Method method : Method.values()) {
            QuietToggle lane = new QuietToggle(method.label(), method.help(), model.laneProperty(method));
            lane.setGraphic(new Swatch(method.ink()));
            actions.add(lane);
        }
        actions.add(new QuietToggle(
                "steps",
                "The parts of each next step, as in the left of thesis fig. 7.1: broken, the velocity that is kept;"
                        + " whole, what the gradient adds (A)",
                model.stepShownProperty()));
        VBox.setVgrow(plot, Priority.ALWAYS);
        Card card = new Card("Valley", new VBox(plot, words()), actions.toArray(ButtonBase[]::new));
        card.subtitleProperty()
                .bind(card.widthProperty()
                        .map(width -> width.doubleValue() < ROOM_FOR_FORMULA
                                ? ""
                                : "f = \u00bd(\u03bb\u2081x\u2081\u00b2 + \u03bb\u2082x\u2082\u00b2) from above"));
        return card;
    }

    /** What diverges, or else what the constants come to: always in the same room, so that the picture stays where it is. */
    private Label words() {
        Label words = new Label();
        words.getStyleClass().add("valley-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        Icon warning = new Icon("warning");
        model.troubleProperty().subscribe(trouble -> {
            words.pseudoClassStateChanged(TROUBLE, !trouble.isEmpty());
            words.setGraphic(trouble.isEmpty() ? null : warning);
        });
        words.textProperty()
                .bind(Bindings.when(model.troubleProperty().isEmpty())
                        .then(model.insightProperty())
                        .otherwise(model.troubleProperty()));
        return words;
    }

    private Card distances() {
        DecayChart chart = new DecayChart();
        chart.dataProperty().bind(model.distancesProperty());
        Button fit = new Button("fit");
        fit.getStyleClass().addAll("quiet-toggle");
        fit.setMinWidth(USE_PREF_SIZE);
        fit.setTooltip(
                new Tooltip("Choose the decades that hold these distances; otherwise the axis stays as it is (D)"));
        fit.setOnAction(event -> controller.fit());
        Card card = new Card("Distance to the minimum", chart, fit);
        card.subtitleProperty().set("after each update");
        return card;
    }

    // Side

    private SidePanel side() {
        return new SidePanel(
                section("SHOW", presets()),
                section("CONSTANTS", new SliderForm<>(model.setupProperty(), controller::edit)),
                section("IN THEORY", new TheoryView(model)));
    }

    private static VBox section(String name, Node content) {
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        VBox section = new VBox(title, content);
        section.getStyleClass().add("valley-section");
        return section;
    }

    private GridPane presets() {
        GridPane tiles = new GridPane();
        tiles.getStyleClass().add("presets");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(50);
            tiles.getColumnConstraints().add(column);
        }
        for (int i = 0; i < Preset.ALL.size(); i++) {
            tiles.add(preset(Preset.ALL.get(i)), i % 2, i / 2);
        }
        return tiles;
    }

    private Button preset(Preset preset) {
        Button button = new Button(preset.label());
        button.setMaxWidth(Double.MAX_VALUE);
        Tooltip tip = new Tooltip(preset.help());
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        tip.setShowDuration(Duration.seconds(60));
        button.setTooltip(tip);
        button.setOnAction(event -> controller.take(preset));
        return button;
    }
}
