package unroll.app.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.control.ChoiceWords;
import unroll.app.control.DropDown;
import unroll.app.sheet.PropertySheet;
import unroll.engine.archive.WeightsForm;

/** The sheet on which a person chooses which view becomes which file. */
public final class ExportSheet extends VBox {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final ExportModel model;
    private final WeightsRow weights;

    /**
     * The weights of the network that is open as files of other programs.
     *
     * @param refusal why there is no file of a form; empty where there is one
     * @param save asks for a file and writes it
     */
    public record Weights(Function<WeightsForm, Optional<String>> refusal, Consumer<WeightsForm> save) {}

    /**
     * @param choose asks for a file, given what stands there
     * @param weights of the network that is open
     * @param close puts the sheet away
     */
    public ExportSheet(
            ExportController controller, Function<Path, Optional<Path>> choose, Weights weights, Runnable close) {
        model = controller.model();
        getStyleClass().add("export-sheet");
        setFocusTraversable(true);
        Label title = new Label("Export a view");
        title.getStyleClass().add("overlay-title");
        ComboBox<ExportSubject> views = views();
        PropertySheet<ExportSettings> form = form();
        Button export = new Button("Export");
        export.setDefaultButton(true);
        export.disableProperty().bind(model.refusalProperty().isNotEmpty().or(form.refusedProperty()));
        export.setTooltip(new Tooltip("Write the file (Enter)"));
        export.setOnAction(event -> {
            close.run();
            controller.export();
        });
        form.addEventHandler(ActionEvent.ACTION, event -> {
            if (event.getTarget()
                    instanceof TextField) { // Enter in a field takes its value, and is meant for the sheet
                export.fire();
            }
        });
        this.weights = new WeightsRow(weights.refusal(), kind -> {
            close.run();
            weights.save().accept(kind);
        });
        VBox rows = new VBox(
                section("View", views),
                form,
                new SpanSlider(model),
                section("File", file(choose)),
                section("Or the weights of the network", this.weights));
        rows.getStyleClass().add("export-rows");
        ScrollPane scroll = new ScrollPane(rows); // large text in a small window
        scroll.getStyleClass().add("message-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().addAll(title, scroll, summary(), buttons(export, close));
        focusedProperty().subscribe(focused -> {
            if (focused) {
                views.requestFocus();
            }
        });
    }

    /** Looks again what there is of the network that is open. */
    public void refresh() {
        weights.refresh();
    }

    private static HBox buttons(Button export, Runnable close) {
        Button cancel = new Button("Cancel");
        cancel.setTooltip(new Tooltip("Back without a file (Esc)"));
        cancel.setOnAction(event -> close.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(space, cancel, export);
        buttons.getStyleClass().add("export-buttons");
        return buttons;
    }

    /** A part with a title, as those of the settings. */
    private static VBox section(String name, Node value) {
        Label title = new Label(name.toUpperCase(Locale.ROOT));
        title.getStyleClass().add("section-title");
        title.setLabelFor(value);
        VBox section = new VBox(title, value);
        section.getStyleClass().add("section");
        return section;
    }

    /** The format and its settings, as far as the view that is chosen has them. */
    private PropertySheet<ExportSettings> form() {
        PropertySheet<ExportSettings> form =
                new PropertySheet<>(model.settingsProperty().get(), edit -> model.choose(edit.after()));
        form.valueProperty().bind(model.settingsProperty());
        model.subjectProperty().subscribe(_ -> form.narrow(model::offered)); // now, and whenever another is chosen
        return form;
    }

    private ComboBox<ExportSubject> views() {
        ComboBox<ExportSubject> views = new DropDown<>();
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

    private Node file(Function<Path, Optional<Path>> choose) {
        TextField field = new TextField();
        field.setAccessibleText("File");
        field.textProperty().bindBidirectional(model.fileProperty());
        field.setTooltip(new Tooltip());
        field.getTooltip().textProperty().bind(model.fileProperty());
        field.textProperty().subscribe(field::end); // the name is seen, and not the folder
        field.widthProperty().subscribe(field::end); // also once it is laid out
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
    private Label summary() {
        Label summary = new Label();
        summary.getStyleClass().add("export-summary");
        summary.setWrapText(true);
        summary.textProperty()
                .bind(Bindings.when(model.refusalProperty().isEmpty())
                        .then(model.summaryProperty())
                        .otherwise(model.refusalProperty()));
        model.refusalProperty().subscribe(refusal -> summary.pseudoClassStateChanged(REFUSED, !refusal.isEmpty()));
        return summary;
    }
}
