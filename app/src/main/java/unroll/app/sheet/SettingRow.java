package unroll.app.sheet;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import unroll.app.address.NodeAddress;
import unroll.app.control.HelpBubble;
import unroll.app.control.QuietButton;
import unroll.engine.setting.Field;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Matrices;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.WholeNumbers;

/** One setting in a property sheet: its name, its editor, and below it what is wrong with what was typed. */
final class SettingRow extends VBox {
    /** A longer value has a line of its own. */
    private static final int SHORT = 12;

    /** Beside a longer name there is room for the dot of live settings only. */
    private static final int LONG_NAME = 16;

    /** Figures of a plan that are seen at once. */
    private static final int PLAN = 24;

    private final SettingSlot slot;
    private final Editor editor;
    private final Editor.Submission submission;
    private final QuietButton plan = new QuietButton("history", "", this::editPlan);
    private final Optional<ValueSlider> slider;
    private final StringProperty refusal = new SimpleStringProperty(this, "refusal", "");
    private Record root;
    private Object shown;

    /**
     * A row that submits what is typed; the value in {@code root} decides whether it needs a line of its own.
     *
     * @param files has files and folders chosen
     * @param slide takes what a slider is moved to
     */
    SettingRow(
            SettingSlot slot, Record root, FileChoice files, Editor.Submission submission, ValueSlider.Change slide) {
        this.slot = slot;
        this.root = root;
        shown = slot.of(root);
        NodeAddress.setting(slot.path()).on(this);
        Field field = slot.field();
        editor = field.isPath()
                ? new PathEditor(field, (FilePath) slot.of(root), files, submission)
                : editor(field, submission);
        Label name = new Label(field.label());
        name.getStyleClass().add("setting-name");
        HBox line = new HBox(name);
        line.getStyleClass().add("setting-line");
        if (field.setting().live()) {
            Region dot = new Region();
            dot.getStyleClass().add("live-dot");
            Label live = new Label("live", dot);
            live.getStyleClass().add("live");
            live.setMinWidth(USE_PREF_SIZE);
            if (field.label().length() > LONG_NAME) {
                live.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            }
            line.getChildren().add(live);
        }
        this.submission = submission;
        plan.setVisible(false);
        plan.managedProperty().bind(plan.visibleProperty());
        line.getChildren().add(plan);
        line.getChildren()
                .add(SettingHelp.of(this, field, () -> slot.owner(this.root)).passingButton());
        getStyleClass().add("setting-row");
        getChildren().add(line);
        place(line, isLong(field, slot.of(root)));
        slider = ValueSlider.suits(field) ? Optional.of(new ValueSlider(field, slide)) : Optional.empty();
        slider.ifPresent(getChildren()::add);
        Tooltip.install(name, help(field));
        editor.refusal().ifPresent(this::addRefusal);
    }

    /** Whether the value needs a line of its own. */
    static boolean isLong(Field field, Object value) {
        return field.type() == String.class
                || field.isPath()
                || field.type().equals(Matrices.class)
                || field.type().equals(WholeNumbers.class)
                        && SettingSlot.text(value).length() > SHORT;
    }

    private void place(HBox line, boolean alone) {
        if (alone) {
            editor.node().setMaxWidth(Double.MAX_VALUE);
            getChildren().add(editor.node());
            return;
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(editor.node(), Priority.NEVER);
        HBox cell = new HBox(editor.node());
        cell.getStyleClass().add("setting-cell");
        cell.setAlignment(Pos.CENTER_RIGHT);
        cell.setMinWidth(USE_PREF_SIZE);
        if (!(editor instanceof FlagEditor)) {
            HBox.setHgrow(editor.node(), Priority.ALWAYS);
        }
        line.getChildren().addAll(space, cell);
    }

    private static Editor editor(Field field, Editor.Submission submission) {
        if (field.type() == boolean.class) {
            return new FlagEditor(field.label(), submission);
        }
        if (field.type().isEnum()) {
            return ChoiceEditor.ofEnum(field, submission);
        }
        if (field.isChoice()) {
            return ChoiceEditor.ofKinds(field, submission);
        }
        TextEditor text = new TextEditor(field.label(), field.setting().unit(), submission);
        text.setEmpty(field.setting().empty());
        return text;
    }

    private static Tooltip help(Field field) {
        Tooltip help = new Tooltip(field.setting().help());
        help.setWrapText(true);
        help.setMaxWidth(320);
        help.setShowDelay(Duration.millis(400));
        help.setShowDuration(Duration.seconds(30));
        return help;
    }

    /** Whether what is typed in one of these rows was not taken. */
    static BooleanBinding anyRefused(List<SettingRow> rows) {
        List<SettingRow> all = List.copyOf(rows);
        return Bindings.createBooleanBinding(
                () -> all.stream().anyMatch(row -> !row.refusal.get().isEmpty()),
                all.stream().map(row -> row.refusal).toArray(Observable[]::new));
    }

    /** The whole plan over updates in a bubble, to be changed. */
    private void editPlan() {
        TextEditor all = new TextEditor(
                "Plan of " + slot.field().label(), slot.field().setting().unit(), submission);
        all.setColumns(PLAN);
        all.show(slot.of(root));
        HelpBubble.beside(
                this,
                HelpBubble.content(
                        slot.field().label() + " over updates",
                        List.of(
                                HelpBubble.label(
                                        "help-words", "Update from which on, then the value: 0: 0.9, 300: 0.98."),
                                all,
                                refusal(all.refusalProperty()))));
        all.edit();
    }

    private static Label refusal(ObservableStringValue said) {
        Label why = HelpBubble.label("refusal", "");
        why.textProperty().bind(said);
        why.visibleProperty().bind(Bindings.isNotEmpty(said));
        why.managedProperty().bind(why.visibleProperty());
        return why;
    }

    private void addRefusal(ReadOnlyStringProperty said) {
        refusal.bind(said);
        getChildren().add(refusal(refusal));
    }

    /** Shows another value where a plan has one from this update on. */
    void go(long update) {
        if (slot.of(root) instanceof Schedule && !slot.of(root, update).equals(shown)) {
            show(root, update);
        }
    }

    /**
     * Shows the value in {@code now}.
     *
     * @param update the update of the run, for values that change with it
     */
    void show(Record now, long update) {
        root = now;
        Object value = slot.of(now, update);
        shown = value;
        boolean planned = slot.of(now) instanceof Schedule all && all.pieces().size() > 1;
        plan.setVisible(planned);
        if (planned) {
            plan.getTooltip().setText("The plan over updates, to be changed: " + SettingSlot.text(slot.of(now)));
        }
        editor.show(value);
        if (value instanceof Number number) {
            slider.ifPresent(shown -> shown.show(number.doubleValue()));
        }
    }
}
