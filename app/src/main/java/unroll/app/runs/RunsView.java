package unroll.app.runs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.Card;
import unroll.app.control.CardPane;
import unroll.app.control.HeadLine;
import unroll.app.control.QuietToggle;
import unroll.app.control.RowTable;
import unroll.app.control.ScrolledArea;
import unroll.app.screen.ScreenLayout;

/** The layout of the screen of all runs: their table above, below it the curves of those that are chosen, and notes. */
public final class RunsView extends BorderPane implements ScreenLayout {
    private final RunsModel model;
    private final RunsController controller;
    private final RowTable<RunRow> table = new RowTable<>("No run is here");
    private final TextField filter = new TextField();
    private final TextField name = new TextField();
    private final TextField tags = new TextField();
    private final TextArea notes = new TextArea();
    /** The table's share of the height. */
    private static final double TABLE = 0.5;

    /** Width of the notes in font sizes, and the most of the width that they may have. */
    private static final double NOTES = 26;

    private static final double MOST = 0.4;

    private final RunsComparison comparison;
    private final CardPane cards;
    private boolean filled;
    private RunsColumns columns = new RunsColumns(List.of(), "none yet", false, false, false);

    public RunsView(RunsModel model, RunsController controller) {
        this.model = model;
        this.controller = controller;
        comparison = new RunsComparison(model, controller, this::choose);
        table.nothingProperty()
                .bind(Bindings.when(model.readProperty().lessThan(1))
                        .then("Reading the runs\u2026")
                        .otherwise("No run is here"));
        table.chooseSeveral();
        table.setOnOpen(controller::open);
        table.setOnChange(this::chosen);
        Card runs = new Card("Runs", table);
        runs.subtitleProperty().bind(model.tableProperty().map(RunsView::judged));
        runs.addControl(
                showAll(), model.tableProperty().map(now -> !now.limited().isEmpty()));
        Card noted = new Card("Notes", notes());
        noted.subtitleProperty().bind(model.notedNameProperty());
        cards = new CardPane(List.of(runs, comparison.card(), noted), RunsView::places);
        cards.getStyleClass().add("below-head");
        setTop(head());
        setCenter(cards);
        getStyleClass().add("stage-area");
        model.tableProperty().subscribe(this::fill);
    }

    /** The table above, the curves below it with the notes at their side. */
    private static List<Rectangle2D> places(double width, double height, double em) {
        double upper = Math.rint(TABLE * (height - CardPane.GAP));
        double side = Math.rint(Math.min(NOTES * em, MOST * width));
        double y = upper + CardPane.GAP;
        double lower = Math.max(0, height - y);
        return List.of(
                new Rectangle2D(0, 0, width, upper),
                new Rectangle2D(0, y, Math.max(0, width - side - CardPane.GAP), lower),
                new Rectangle2D(width - side, y, side, lower));
    }

    @Override
    public boolean restore() {
        return cards.restore();
    }

    @Override
    public void takeKeys() {
        table.takeKeys();
    }

    /** Moves the keyboard focus to the filter. */
    public void toFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Moves the keyboard focus to the notes. */
    public void toNotes() {
        write(notes);
    }

    /** Moves the keyboard focus to the name. */
    public void toName() {
        write(name);
        name.selectAll();
    }

    /** Moves the keyboard focus to the tags. */
    public void toTags() {
        write(tags);
    }

    private static void write(TextInputControl field) {
        if (!field.isDisabled()) {
            field.requestFocus();
            field.end();
        }
    }

    /** Opens the run that is chosen. */
    public void openChosen() {
        table.chosen().ifPresent(controller::open);
    }

    /** Adds the run in focus to the chosen ones, or takes it out. */
    public void flipChosen() {
        table.flipChosen();
    }

    /** Draws the runs over their settings, with the keys there, or the tests of those that are chosen. */
    public void flipSettings() {
        model.bySettingsProperty().set(!model.bySettingsProperty().get());
        if (model.bySettingsProperty().get()) {
            comparison.takeKeys();
        } else {
            takeKeys();
        }
    }

    private QuietToggle showAll() {
        QuietToggle all = NodeAddress.command("runs.endLimits")
                .on(new QuietToggle("show all", "End all limits on runs and their settings (undo brings them back)"));
        all.setOnAction(event -> {
            all.setSelected(false);
            controller.endLimits();
        });
        return all;
    }

    /** Chooses a run in the table, besides the others or no longer, or alone. */
    private void choose(String run, boolean more) {
        Set<String> wanted = new HashSet<>(more ? model.chosenProperty().get() : Set.of());
        if (!wanted.add(run)) {
            wanted.remove(run);
        }
        model.chosenProperty().set(Set.copyOf(wanted));
        fill(model.tableProperty().get());
        table.showChosen();
    }

    private void chosen() {
        model.chosenProperty().set(table.allChosen().stream().map(RunRow::id).collect(Collectors.toUnmodifiableSet()));
    }

    private void fill(RunsTable now) {
        RunsColumns next = RunsColumns.of(now);
        Set<String> chosen = model.chosenProperty().get();
        if (!next.equals(columns)) {
            columns = next;
            table.setColumns(next.columns());
        }
        boolean first = !filled && !now.rows().isEmpty();
        filled = !now.rows().isEmpty();
        String newest = first && chosen.isEmpty() ? now.rows().getFirst().id() : "";
        table.showAndChoose(
                now.rows(), row -> chosen.contains(row.id()) || row.id().equals(newest));
    }

    private static String judged(RunsTable table) {
        boolean one = !RunsColumns.of(table).measured();
        String measure = table.rows().stream()
                .map(RunRow::measure)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return one ? measure : "";
    }

    private HeadLine head() {
        filter.setPromptText("Filter by name, tag, state, setting or note (Ctrl+F)");
        filter.setAccessibleText("Filter the runs");
        filter.getStyleClass().add("runs-filter");
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveFilter);
        HeadLine head = new HeadLine(model.standingProperty(), model.readProperty(), filter);
        head.showBarWhile(model.readProperty().lessThan(1));
        return head;
    }

    private void leaveFilter(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            filter.clear();
        }
        if (List.of(KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.DOWN).contains(event.getCode())) {
            event.consume();
            takeKeys();
        }
    }

    private Node notes() {
        Label words = new Label();
        words.getStyleClass().addAll("muted", "runs-words");
        words.setWrapText(true);
        words.textProperty().bind(model.wordsProperty());
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        whole.textProperty().bind(model.wordsProperty());
        words.setTooltip(whole);
        words.visibleProperty().bind(model.wordsProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        name.setPromptText("As its experiment");
        name.setTooltip(new Tooltip("What the run is called here and in lists and reports; its folder keeps its name"));
        tags.setPromptText("Short words, such as: baseline paper");
        tags.setTooltip(new Tooltip("Words that the filter finds, with spaces between them"));
        notes.setWrapText(true);
        notes.setPromptText("What did you try, and what came of it?");
        notes.getStyleClass().add("runs-notes");
        editable(name, "Name of the chosen run", model.nameProperty());
        editable(tags, "Tags of the chosen run", model.tagsProperty());
        editable(notes, "Notes of the chosen run", model.notesProperty());
        VBox.setVgrow(notes, Priority.ALWAYS);
        VBox box = new VBox(words, labelled("Name", name), labelled("Tags", tags), notes);
        box.getStyleClass().add("runs-side");
        box.setMinWidth(0);
        ScrolledArea area = new ScrolledArea("runs-noted"); // large text in a small window
        area.fill(box);
        area.setMinSize(0, 0);
        return area;
    }

    private void editable(TextInputControl field, String what, StringProperty text) {
        field.setAccessibleText(what);
        field.textProperty().bindBidirectional(text);
        field.disableProperty().bind(model.notedRunProperty().isEmpty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER && field instanceof TextField) {
                event.consume();
                takeKeys();
            }
        });
    }

    private static HBox labelled(String words, TextField field) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(label, field);
        row.getStyleClass().add("runs-label");
        return row;
    }
}
