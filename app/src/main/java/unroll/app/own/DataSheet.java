package unroll.app.own;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.control.Banner;
import unroll.app.control.SheetTitle;
import unroll.app.sheet.FlowForm;
import unroll.engine.series.ColumnSettings;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;
import unroll.engine.table.Doubt;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.task.OwnSeries;

/** The sheet on which a person sees how data are read, and changes it. */
public final class DataSheet extends VBox {
    /** Encodings that people's files have; others can be named in the settings. */
    private static final List<String> ENCODINGS =
            List.of("", "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "ISO-8859-15", "windows-1251");

    /** What not all kinds of files have. */
    private static final List<Field> OF_SOME_FILES = fields(
            TableForm.class, field -> Set.of("encoding", "separator", "sheet").contains(field.name()));

    /** Settings of the task that have a place of their own here. */
    private static final Set<String> ELSEWHERE = Set.of("folder", "form", "columns");

    private final DataModel model;
    private final FlowForm<TableForm> form;
    private final FlowForm<OwnSeries> series;
    private final Preview preview;
    private final TextArea lines = new TextArea();
    private final VBox doubts = new VBox();
    private final Label understood = new Label();
    private final HBox line = new HBox();
    private final Label columns = new Label();
    private final TextField named = new TextField();
    private final Button asFound = new Button("Use as found");
    private final Label refusal = new Label();
    private final Label busy = new Label("Reading\u2026");
    private final Button open = new Button();

    /**
     * @param does what the button at the end does with the settings: "Open"
     * @param take what happens then
     * @param close puts the sheet away
     */
    public DataSheet(DataModel model, String does, Runnable take, Runnable close) {
        this.model = model;
        form = new FlowForm<>(fields(TableForm.class, field -> true), (name, text) -> model.set("form." + name, text));
        series = new FlowForm<>(fields(OwnSeries.class, field -> !ELSEWHERE.contains(field.name())), model::set);
        preview = new Preview(model::use);
        open.setText(does);
        open.setDefaultButton(true);
        open.setMinWidth(USE_PREF_SIZE);
        open.setTooltip(new Tooltip(does + " with these settings (Enter)"));
        open.setOnAction(event -> {
            close.run();
            take.run();
        });
        refusal.setWrapText(true);
        refusal.getStyleClass().add("refusal");
        busy.getStyleClass().add("muted");
        busy.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("data-sheet");
        setFocusTraversable(true);
        doubts.getStyleClass().add("data-part");
        doubts.setMinHeight(USE_PREF_SIZE);
        understood.getStyleClass().add("data-words");
        understood.setWrapText(true);
        understood.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(rows()); // large text in a small window
        scroll.getStyleClass().add("message-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new SheetTitle("How " + model.file() + " is read", close),
                        doubts,
                        scroll,
                        understood,
                        refusal,
                        buttons(close));
        model.readingProperty().subscribe(this::show);
        model.settingsProperty().subscribe((before, after) -> showForms());
        model.busyProperty().subscribe((before, now) -> showState());
        addEventHandler(KeyEvent.KEY_PRESSED, this::undoOrRedo);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                takeKeys();
            }
        });
        sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                model.leave();
            }
        });
    }

    private static List<Field> fields(Class<? extends Record> type, Predicate<Field> which) {
        return Schema.of(type).fields().stream()
                .filter(which)
                .map(field -> field.name().equals("encoding") ? field.among(ENCODINGS) : field)
                .toList();
    }

    private VBox rows() {
        columns.getStyleClass().add("muted");
        columns.setWrapText(true);
        asFound.setTooltip(new Tooltip("Take each column for what is found, whatever was chosen"));
        asFound.setMinWidth(USE_PREF_SIZE);
        asFound.setOnAction(event -> model.useAsFound());
        HBox.setHgrow(columns, Priority.ALWAYS);
        columns.setMaxWidth(Double.MAX_VALUE);
        named.setPromptText("Columns named\u2026");
        named.setTooltip(new Tooltip("Shows the columns whose names have this in them"));
        named.setAccessibleText("Columns named");
        named.setMinWidth(USE_PREF_SIZE);
        named.textProperty().subscribe((before, now) -> showColumns());
        line.getChildren().setAll(columns, named, asFound);
        line.getStyleClass().add("data-line");
        for (Region part : List.of(form, line, series)) {
            part.setMinHeight(USE_PREF_SIZE);
        }
        VBox.setVgrow(preview, Priority.ALWAYS);
        lines.setEditable(false);
        lines.setAccessibleText("The file as it is");
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox rows = new VBox(form, line, preview, lines, series);
        rows.getStyleClass().add("data-rows");
        return rows;
    }

    private HBox buttons(Runnable close) {
        Button cancel = new Button("Cancel");
        cancel.setTooltip(new Tooltip("Back with nothing changed (Esc)"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> close.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(
                button("Undo", "Takes the last choice back (Ctrl+Z)", model.canUndo(), model::undo),
                button("Redo", "Makes the choice again (Ctrl+Shift+Z)", model.canRedo(), model::redo),
                busy,
                space,
                cancel,
                open);
        buttons.getStyleClass().add("export-buttons");
        return buttons;
    }

    private static Button button(String name, String help, BooleanBinding possible, Runnable action) {
        Button button = new Button(name);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(possible.not());
        return button;
    }

    /** Where a text is typed that is not taken yet the keys are the field's. */
    private void undoOrRedo(KeyEvent key) {
        boolean z = key.getCode() == KeyCode.Z;
        if (!key.isShortcutDown() || key.isAltDown() || !z && key.getCode() != KeyCode.Y) {
            return;
        }
        if (z && !key.isShiftDown()) {
            model.undo();
        } else {
            model.redo();
        }
        key.consume();
    }

    /** The first doubt has the keys; where nothing is doubtful, the end. */
    private void takeKeys() {
        Node first = doubts.lookup(".button");
        (first == null ? form.lookup(".combo-box") : first).requestFocus();
    }

    private void show(Reading now) {
        boolean first = doubts.getChildren().isEmpty() && !now.doubts().isEmpty();
        boolean asked = doubts.isFocusWithin() || first && isFocusWithin();
        doubts.getChildren().setAll(now.doubts().stream().map(this::banner).toList());
        shown(named, now.columns().size() > Preview.COLUMNS);
        showColumns();
        understood.setText(String.join(" ", now.understood()));
        shown(doubts, !now.doubts().isEmpty());
        shown(preview, !now.columns().isEmpty());
        lines.setText(IntStream.range(0, now.lines().size())
                .mapToObj(i -> (i + 1) + "\t" + now.lines().get(i) + "\n")
                .collect(Collectors.joining()));
        shown(lines, !now.lines().isEmpty());
        shown(line, !now.columns().isEmpty());
        shown(understood, !now.understood().isEmpty());
        showForms();
        showState();
        if (asked) {
            takeKeys();
        }
    }

    private Banner banner(Doubt doubt) {
        Button[] values = doubt.values().stream()
                .map(value -> {
                    Button button = new Button(value.replace('-', ' '));
                    button.setOnAction(event -> model.settle(doubt, value));
                    return button;
                })
                .toArray(Button[]::new);
        Banner banner = new Banner("banner-note", "help", values);
        banner.textProperty().set(doubt.sentence());
        return banner;
    }

    /** Shows the columns that are looked for, as many as have room, and says how many others there are. */
    private void showColumns() {
        Reading now = model.readingProperty().get();
        String wanted = named.isManaged() ? named.getText().strip().toLowerCase(Locale.ROOT) : "";
        List<ColumnLook> found = now.columns().stream()
                .filter(look -> look.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        List<ColumnLook> seen = found.subList(0, Math.min(Preview.COLUMNS, found.size()));
        preview.show(seen);
        String of = now.files() > 1 ? "The first of " + now.files() + " files. " : "";
        columns.setText(of + words(seen.size(), found.size(), now.columns().size()));
    }

    private static String words(int seen, int found, int all) {
        String use = "What each column is for is chosen above it.";
        if (all <= Preview.COLUMNS) {
            return use;
        }
        String several = found < all ? found + " of " + all + " columns are named so" : "There are " + all + " columns";
        String first =
                seen < found ? ", of which the first " + seen + " are shown; type a name to find others. " : ". ";
        return several + first + use;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showForms() {
        OwnSeries now = model.settingsProperty().get();
        Optional<TableForm> found = model.readingProperty().get().first().map(Table::found);
        form.show(now.form(), found.orElse(now.form()));
        for (Field field : OF_SOME_FILES) {
            Object nothing = field.of(TableForm.FOUND);
            boolean said = !field.of(now.form()).equals(nothing);
            form.setShown(
                    field.name(),
                    said
                            || found.map(table -> !field.of(table).equals(nothing))
                                    .orElse(!field.name().equals("sheet")));
        }
        series.show(now, now);
        asFound.setDisable(now.columns().equals(ColumnSettings.FOUND));
    }

    private void showState() {
        busy.setVisible(model.busyProperty().get());
        open.setDisable(
                !model.isReady() || !model.readingProperty().get().doubts().isEmpty());
        refusal.setText(model.readingProperty().get().refusal());
        shown(refusal, !refusal.getText().isEmpty());
    }
}
