package unroll.app.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.control.ChoiceWords;

/** The sheet on which somebody says which view shall become which file. */
public final class ExportSheet extends VBox {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 15, 20, 25, 30);

    private final ExportModel model;
    private final GridPane rows = new GridPane();
    private int count;

    /**
     * @param choose asks for a file, given what stands there
     * @param close puts the sheet away
     */
    public ExportSheet(ExportController controller, Function<Path, Optional<Path>> choose, Runnable close) {
        model = controller.model();
        getStyleClass().add("export-sheet");
        setFocusTraversable(true);
        Label title = new Label("Export a view");
        title.getStyleClass().add("overlay-title");
        rows.getStyleClass().add("export-rows");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().setAll(names, values);
        ComboBox<ExportSubject> views = views();
        fill(views, choose);
        Button export = new Button("Export");
        export.setDefaultButton(true);
        export.disableProperty().bind(model.refusalProperty().isNotEmpty());
        export.setTooltip(new Tooltip("Write the file (Enter)"));
        export.setOnAction(event -> {
            close.run();
            controller.export();
        });
        Button cancel = new Button("Cancel");
        cancel.setTooltip(new Tooltip("Back without a file (Esc)"));
        cancel.setOnAction(event -> close.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(space, cancel, export);
        buttons.getStyleClass().add("export-buttons");
        ScrollPane scroll = new ScrollPane(rows); // large text in a small window
        scroll.getStyleClass().add("message-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().addAll(title, scroll, words(), buttons);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                views.requestFocus();
            }
        });
    }

    private void fill(ComboBox<ExportSubject> views, Function<Path, Optional<Path>> choose) {
        var film = model.formatProperty().map(Format::film);
        row("View", views, always());
        row("Format", formats(), always());
        row(
                "Along",
                toggles(
                        model.spanProperty(),
                        List.of(FilmAxis.values()),
                        FilmAxis::words,
                        FilmAxis::help,
                        this::offered),
                film);
        row("From", new SpanRow(model), film);
        row("Speed", speed(), film);
        row(
                "Size",
                toggles(
                        model.pixelsProperty(),
                        List.of(1, 2, 4),
                        size -> size + "\u00d7",
                        size -> size == 1 ? "As on the screen" : size + " pixels for each point of the screen",
                        size -> always()),
                model.formatProperty().map(Format::pixels));
        row(
                "Colours",
                toggles(
                        model.coloursProperty(),
                        List.of(Colours.values()),
                        Colours::words,
                        colours -> "The picture's colours are " + colours.words(),
                        colours -> always()),
                model.formatProperty().map(format -> format != Format.CSV));
        row("Caption", caption(), model.formatProperty().map(format -> format != Format.CSV));
        row("File", file(choose), always());
    }

    private static ObservableValue<Boolean> always() {
        return Bindings.createBooleanBinding(() -> true);
    }

    private ObservableValue<Boolean> offered(FilmAxis span) {
        return model.subjectProperty()
                .map(subject ->
                        subject.map(chosen -> chosen.spans().contains(span)).orElse(false));
    }

    /** A line with a name; it takes no room while it does not matter. */
    private void row(String name, Node value, ObservableValue<Boolean> matters) {
        Label label = new Label(name);
        label.getStyleClass().add("setting-name");
        label.setLabelFor(value);
        rows.addRow(count++, label, value);
        for (Node node : List.of(label, value)) {
            node.visibleProperty().bind(matters);
            node.managedProperty().bind(matters);
        }
    }

    private ComboBox<ExportSubject> views() {
        ComboBox<ExportSubject> views = new ComboBox<>();
        views.setAccessibleText("View");
        views.setMaxWidth(Double.MAX_VALUE);
        views.setConverter(new ChoiceWords<>(ExportSubject::name));
        views.setOnAction(event -> {
            if (views.getValue() != null && views.getItems().contains(views.getValue())) {
                model.subjectProperty().set(Optional.of(views.getValue()));
            }
        });
        model.subjectsProperty().subscribe(all -> views.getItems().setAll(all));
        model.subjectProperty().subscribe(chosen -> chosen.ifPresent(views::setValue));
        return views;
    }

    private Node formats() {
        return toggles(
                model.formatProperty(),
                List.of(Format.values()),
                Format::name,
                Format::help,
                format -> model.subjectProperty()
                        .map(subject -> subject.map(chosen -> chosen.formats().contains(format))
                                .orElse(false)));
    }

    /** One of a few values; those that are not offered cannot be chosen. */
    private static <T> HBox toggles(
            ObjectProperty<T> value,
            List<T> all,
            Function<T, String> words,
            Function<T, String> help,
            Function<T, ObservableValue<Boolean>> offered) {
        HBox row = new HBox();
        row.getStyleClass().add("export-toggles");
        ToggleGroup group = new ToggleGroup();
        for (T one : all) {
            ToggleButton button = new ToggleButton(words.apply(one));
            button.getStyleClass().add("export-toggle");
            button.setTooltip(new Tooltip(help.apply(one)));
            button.setToggleGroup(group);
            button.disableProperty().bind(offered.apply(one).map(is -> !is));
            button.setOnAction(event -> {
                value.set(one);
                button.setSelected(true);
            });
            value.subscribe(now -> button.setSelected(one.equals(now)));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node speed() {
        ComboBox<Integer> speeds = new ComboBox<>();
        speeds.setAccessibleText("Frames a second");
        speeds.getItems().setAll(SPEEDS);
        speeds.valueProperty().bindBidirectional(model.speedProperty());
        Label unit = new Label("frames a second");
        unit.getStyleClass().add("muted");
        HBox line = new HBox(speeds, unit);
        line.getStyleClass().add("export-line");
        return line;
    }

    private Node caption() {
        CheckBox caption = new CheckBox("experiment, update, seeds and date below the picture");
        caption.selectedProperty().bindBidirectional(model.captionedProperty());
        return caption;
    }

    private Node file(Function<Path, Optional<Path>> choose) {
        TextField field = new TextField();
        field.setAccessibleText("File");
        field.textProperty().bindBidirectional(model.fileProperty());
        field.setTooltip(new Tooltip());
        field.getTooltip().textProperty().bind(model.fileProperty());
        field.textProperty().subscribe(field::end); // the name is seen, and not the folder
        HBox.setHgrow(field, Priority.ALWAYS);
        Button other = new Button("Choose\u2026");
        other.setTooltip(new Tooltip("Choose a folder and a name"));
        other.setMinWidth(USE_PREF_SIZE);
        other.setOnAction(event -> choose.apply(Path.of(model.fileProperty().get()))
                .ifPresent(path -> model.fileProperty().set(path.toString())));
        HBox line = new HBox(field, other);
        line.getStyleClass().add("export-line");
        return line;
    }

    /** What the file will be, or why there can be none. */
    private Label words() {
        Label words = new Label();
        words.getStyleClass().add("export-words");
        words.setWrapText(true);
        words.textProperty()
                .bind(Bindings.when(model.refusalProperty().isEmpty())
                        .then(model.wordsProperty())
                        .otherwise(model.refusalProperty()));
        model.refusalProperty().subscribe(refusal -> words.pseudoClassStateChanged(REFUSED, !refusal.isEmpty()));
        return words;
    }
}
