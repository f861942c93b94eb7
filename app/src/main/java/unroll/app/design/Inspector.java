package unroll.app.design;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.ChoiceWords;
import unroll.app.control.DropDown;
import unroll.engine.model.Cell;
import unroll.engine.model.Plan;

/** What is chosen in the drawing, with its settings to change. */
final class Inspector extends VBox {
    private final DesignModel model;
    private final PlanEditor editor;
    private final Label title = new Label();
    private final VBox rows = new VBox();
    private final Label refusal = new Label();
    private final Runnable leave;
    private TextField first = new TextField();

    /** What is shown, so that a field that is being typed into stays. */
    private Optional<Content> shown = Optional.empty();

    /** @param leave gives the keyboard focus back to the drawing */
    Inspector(DesignModel model, PlanEditor editor, Runnable leave) {
        this.model = model;
        this.editor = editor;
        this.leave = leave;
        title.getStyleClass().add("section-title");
        rows.getStyleClass().add("inspector-rows");
        refusal.getStyleClass().add("inspector-refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        getStyleClass().add("inspector");
        getChildren().addAll(title, rows, refusal);
        model.selectionProperty().subscribe(chosen -> show());
        model.drawingProperty().subscribe(drawing -> show());
    }

    /** Moves the keyboard focus to the first field. */
    void takeKeys() {
        first.requestFocus();
        first.selectAll();
    }

    private record Content(Selection selection, NetworkDrawing drawing) {}

    private void show() {
        Content now = new Content(
                model.selectionProperty().get(), model.drawingProperty().get());
        if (shown.equals(Optional.of(now))) {
            return;
        }
        shown = Optional.of(now);
        refusal.setText("");
        rows.getChildren().clear();
        if (!now.drawing().editable()) {
            whole();
            return;
        }
        switch (now.selection()) {
            case Selection.OfLayer(String name) ->
                now.drawing().plan().layer(name).ifPresentOrElse(this::layer, () -> end(name));
            case Selection.OfLink(Plan.Link link) -> link(link);
            case Selection.Nothing nothing -> {
                title.setText("DRAWING");
                rows.getChildren()
                        .add(note("Choose a layer or a connection to change it. Drag from one box to another to connect"
                                + " them; a connection that would make a circle reaches one step back."));
            }
        }
    }

    private void whole() {
        title.setText("DRAWING");
        Button draw = new Button("Draw instead");
        draw.setOnAction(event -> editor.drawInstead());
        rows.getChildren()
                .addAll(
                        note(model.drawingProperty().get().words()
                                + " is an architecture that is no plan of layers: its settings are below. A drawing of"
                                + " your own takes its place."),
                        draw);
    }

    private void end(String name) {
        boolean input = name.equals(Plan.INPUT);
        title.setText(input ? "INPUT" : "OUTPUT");
        rows.getChildren()
                .add(note(
                        input
                                ? "What the task gives at each time step. Layers receive it; nothing leads to it."
                                : "Linear units from which the loss makes predictions. Any layer can lead to them, and"
                                        + " so can the input."));
    }

    private void layer(Plan.Layer layer) {
        title.setText("LAYER");
        first = field(layer.name(), text -> {
            String refused = text.equals(layer.name()) ? "" : editor.refusal(text);
            return refused.isEmpty()
                    ? editor.change(layer.name(), new Plan.Layer(text, layer.cell(), layer.units()))
                    : refused;
        });
        TextField units = field(
                Integer.toString(layer.units()),
                text -> text.matches("\\d{1,9}")
                        ? editor.change(
                                layer.name(), new Plan.Layer(layer.name(), layer.cell(), Integer.parseInt(text)))
                        : "'" + text + "' is no whole number.");
        ComboBox<Cell> cells = new DropDown<>();
        cells.getItems().setAll(Cell.all());
        cells.setConverter(new ChoiceWords<>(Cell::label));
        cells.setValue(layer.cell());
        cells.setMaxWidth(Double.MAX_VALUE);
        cells.setOnAction(event ->
                refuse(editor.change(layer.name(), new Plan.Layer(layer.name(), cells.getValue(), layer.units()))));
        rows.getChildren()
                .addAll(
                        row("Name (F2)", first),
                        row("Units (+ and \u2212)", units),
                        row("Kind", cells),
                        delete("Delete the layer"));
    }

    private void link(Plan.Link link) {
        title.setText("CONNECTION");
        first = field(Integer.toString(link.lag()), text -> {
            return text.matches("\\d{1,9}")
                    ? editor.delay(link, Integer.parseInt(text))
                    : "'" + text + "' is no whole number.";
        });
        rows.getChildren()
                .addAll(
                        note(link.to() + " receives " + link.from()
                                + (link.lag() == 0
                                        ? " at the same step."
                                        : link.lag() == 1
                                                ? " as it was one step before."
                                                : " as it was " + link.lag() + " steps before.")),
                        row("Delay in steps", first),
                        delete("Delete the connection"));
    }

    // Parts

    @FunctionalInterface
    private interface Submit {
        /** A sentence where the text is refused, or nothing. */
        String take(String text);
    }

    private TextField field(String text, Submit submit) {
        TextField field = new TextField(text);
        AtomicReference<String> said =
                new AtomicReference<>(text); // what was taken leaves the field, and that ends it again
        Runnable end = () -> {
            String now = field.getText().strip();
            if (!now.equals(said.getAndSet(now))) {
                refuse(submit.take(now));
            }
        };
        field.setOnAction(event -> {
            end.run();
            leave.run();
        });
        field.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                end.run();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                field.setText(text);
                leave.run();
                key.consume();
            }
        });
        return field;
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
    }

    private Button delete(String text) {
        Button button = new Button(text);
        button.setOnAction(event -> editor.delete());
        return button;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("section-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private static Node row(String name, Node editor) {
        Label label = new Label(name);
        label.getStyleClass().add("inspector-name");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(editor);
        HBox.setHgrow(editor, Priority.ALWAYS);
        HBox row = new HBox(label, editor);
        row.getStyleClass().add("inspector-row");
        return row;
    }
}
