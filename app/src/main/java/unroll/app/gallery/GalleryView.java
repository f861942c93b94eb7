package unroll.app.gallery;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.look.Icon;
import unroll.app.screen.ScreenLayout;
import unroll.engine.open.OpenableKind;

/** The gallery's layout: a heading and the cards. */
public final class GalleryView extends ScrollPane implements ScreenLayout {
    /** What can be done here. */
    public record Actions(
            Consumer<SweepItem> openSweep, Consumer<RecentItem> openAgain, Runnable openFile, Runnable openFolder) {}

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final Actions actions;

    public GalleryView(GalleryModel model, Actions actions) {
        this.actions = actions;
        getStyleClass().add("gallery");
        VBox page = new VBox(top(model));
        for (Shelf shelf : Shelf.values()) {
            page.getChildren().add(shelf(shelf, model));
        }
        page.getChildren().add(sweeps(model));
        page.getStyleClass().add("gallery-page");
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    private VBox top(GalleryModel model) {
        FlowPane recent = new FlowPane();
        recent.getStyleClass().add("gallery-recent");
        model.recentProperty().subscribe(all -> {
            Label title = new Label("Opened last");
            title.getStyleClass().add("muted");
            recent.getChildren().setAll(title);
            all.forEach(item -> recent.getChildren().add(again(item)));
        });
        recent.visibleProperty().bind(model.recentProperty().map(all -> !all.isEmpty()));
        recent.managedProperty().bind(recent.visibleProperty());
        VBox top = new VBox(heading(), recent);
        top.getStyleClass().add("gallery-head");
        return top;
    }

    private Button again(RecentItem item) {
        Button button = new Button(item.name() + (item.missing() ? " (missing)" : ""), new Icon(item.icon()));
        button.setMnemonicParsing(false); // my_data.csv
        button.getStyleClass().add("gallery-again");
        button.pseudoClassStateChanged(MISSING, item.missing());
        button.setTooltip(new Tooltip(item.path().toString()));
        button.setOnAction(event -> actions.openAgain().accept(item));
        return button;
    }

    private HBox heading() {
        Label title = new Label("Gallery");
        title.getStyleClass().add("gallery-title");
        Label line = new Label("Open one and press Space to train it. Runs, " + OpenableKind.allWords()
                + " can be dropped on the window.");
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        VBox text = new VBox(title, line);
        text.getStyleClass().add("gallery-heading");
        HBox.setHgrow(text, Priority.ALWAYS);
        Button file = new Button("Open file\u2026", new Icon("open"));
        file.setTooltip(new Tooltip("A file that can be opened: " + OpenableKind.allWords()));
        file.setOnAction(event -> actions.openFile().run());
        Button folder = new Button("Open folder\u2026", new Icon("folder"));
        folder.setTooltip(new Tooltip("A run, a sweep, or a folder of " + OpenableKind.folderWords()));
        folder.setOnAction(event -> actions.openFolder().run());
        NodeAddress.command("file.open").on(file);
        NodeAddress.command("file.openFolder").on(folder);
        file.setMinWidth(USE_PREF_SIZE);
        folder.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(text, file, folder);
        row.getStyleClass().add("gallery-top");
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private Region shelf(Shelf shelf, GalleryModel model) {
        CardGrid cards = new CardGrid();
        ObservableValue<List<GalleryCard>> there = model.cardsProperty()
                .map(all -> all.stream().filter(card -> card.shelf() == shelf).toList());
        there.subscribe(
                some -> cards.getChildren().setAll(some.stream().map(this::card).toList()));
        if (shelf.title().isEmpty()) {
            return cards;
        }
        VBox section = new VBox(section(shelf.title(), shelf.line()), cards);
        section.getStyleClass().add("gallery-shelf");
        section.visibleProperty().bind(there.map(some -> !some.isEmpty()));
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    private static VBox section(String words, String sentence) {
        Label title = new Label(words);
        title.getStyleClass().add("gallery-section");
        Label line = new Label(sentence);
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        VBox heading = new VBox(title, line);
        heading.getStyleClass().add("gallery-heading");
        return heading;
    }

    private VBox sweeps(GalleryModel model) {
        VBox heading = section(
                "Sweeps",
                "Many runs that differ in a few settings, made side by side. They can be stopped and gone on with at"
                        + " any time.");
        VBox rows = new VBox();
        rows.getStyleClass().add("gallery-sweeps");
        model.sweepsProperty()
                .subscribe(all ->
                        rows.getChildren().setAll(all.stream().map(this::sweep).toList()));
        VBox section = new VBox(heading, rows);
        section.getStyleClass().add("gallery-sweep-section");
        section.visibleProperty().bind(model.sweepsProperty().map(all -> !all.isEmpty()));
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    private Button sweep(SweepItem item) {
        Label title = new Label(item.title(), new Icon("sweep"));
        title.getStyleClass().add("gallery-sweep-title");
        Label line = new Label(item.line());
        line.getStyleClass().add("gallery-card-line");
        VBox text = new VBox(title, line);
        text.setMinWidth(0);
        text.getStyleClass().add("gallery-sweep-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        Label standing = new Label(item.standing());
        standing.getStyleClass().add("gallery-card-time");
        standing.setMinWidth(USE_PREF_SIZE);
        HBox inside = new HBox(text, standing);
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.getStyleClass().add("gallery-sweep-inside");
        Button button = new Button();
        button.setGraphic(inside);
        button.getStyleClass().add("gallery-sweep");
        button.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(2));
        button.setAccessibleText("Sweep " + item.title() + ". " + item.line() + " " + item.standing());
        button.setOnAction(event -> actions.openSweep().accept(item));
        return button;
    }

    private Button card(GalleryCard card) {
        Label title = new Label(card.title());
        title.getStyleClass().add("gallery-card-title");
        Label line = new Label(card.line());
        line.getStyleClass().add("gallery-card-line");
        line.setWrapText(true);
        Label time = new Label(card.time(), new Icon("clock"));
        time.getStyleClass().add("gallery-card-time");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox text = new VBox(title, line, space, time);
        text.getStyleClass().add("gallery-card-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox inside = new VBox(new Thumbnail(card.picture().get()), text);
        inside.getStyleClass().add("gallery-card-inside");
        Button button = new Button();
        button.setGraphic(inside);
        button.getStyleClass().add("gallery-card");
        inside.prefWidthProperty().bind(button.widthProperty().subtract(2));
        button.setAccessibleText(card.title() + ". " + card.line() + " " + card.time());
        button.setOnAction(event -> card.open().run());
        return NodeAddress.card(card.title()).on(button);
    }
}
