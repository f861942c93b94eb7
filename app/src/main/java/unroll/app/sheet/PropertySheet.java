package unroll.app.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.Field;
import unroll.engine.setting.Presets;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SharedSettings;

/**
 * The settings of a record by sections, made from its schema; it shows a value and reports edits, and changes nothing
 * itself.
 *
 * @param <R> the record
 */
public final class PropertySheet<R extends Record> extends VBox {
    private final ObjectProperty<R> value;
    private final LongProperty update = new SimpleLongProperty(this, "update");
    private final FileChoice files;
    private final Consumer<SettingEdit<R>> onEdit;
    private final BiPredicate<R, String> sections;
    private final List<SettingRow> rows = new ArrayList<>();
    private final List<PresetRow> presets = new ArrayList<>();
    private final Map<String, StringProperty> notes = new HashMap<>();

    /** The lists in which sections are chosen, by their paths: who chooses in one keeps the keyboard focus there when the rows below change. */
    private final Map<String, Node> choices = new HashMap<>();

    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper(this, "refused");
    private BiFunction<String, Field, Field> narrowing = (path, field) -> field;
    private List<String> structure = List.of();

    /** What a slider that is held began with. */
    private Optional<R> held = Optional.empty();

    /** A sheet of settings that name no files. */
    public PropertySheet(R first, Consumer<SettingEdit<R>> onEdit) {
        this(first, (kind, folder, now, window) -> Optional.empty(), onEdit);
    }

    /**
     * A sheet that shows {@code first}; each edit is handed to {@code onEdit}.
     *
     * @param files has files and folders chosen
     */
    public PropertySheet(R first, FileChoice files, Consumer<SettingEdit<R>> onEdit) {
        this(first, files, onEdit, (value, section) -> true);
    }

    /**
     * A sheet of some sections alone.
     *
     * @param sections whether a section belongs to a value; one that does not is left out as long as that value is shown
     */
    public PropertySheet(R first, FileChoice files, Consumer<SettingEdit<R>> onEdit, BiPredicate<R, String> sections) {
        this.files = files;
        this.onEdit = onEdit;
        this.sections = sections;
        value = new SimpleObjectProperty<>(this, "value", first);
        getStyleClass().add("property-sheet");
        value.subscribe(this::show);
        update.subscribe((before, after) -> rows.forEach(row -> row.go(after.longValue())));
        show();
    }

    /** The settings that are shown. */
    public ObjectProperty<R> valueProperty() {
        return value;
    }

    /** The update of the run that has these settings: of plans over updates the value that holds there is shown. */
    public LongProperty updateProperty() {
        return update;
    }

    /** Whether something is typed in a row that cannot be its value. */
    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /**
     * Offers less than the records allow, from now on.
     *
     * @param narrowed what there is to choose of a setting, given its dotted path and what its record describes
     */
    public void narrow(BiFunction<String, Field, Field> narrowed) {
        narrowing = narrowed;
        show();
    }

    /** The note below the settings of a section, such as {@code initialisation}; nothing where it is empty. */
    public StringProperty noteProperty(String section) {
        return notes.computeIfAbsent(section, name -> new SimpleStringProperty(this, name + "Note", ""));
    }

    /** What a setting is called in a sheet of such settings, by its dotted path; empty where they have none there. */
    public static Optional<String> label(Record settings, String path) {
        String[] names = path.split("\\.", 2);
        Optional<Field> found = Schema.of(settings).fields().stream()
                .filter(field -> field.name().equals(names[0]))
                .findFirst();
        return names.length == 1
                ? found.map(Field::label)
                : found.filter(field -> field.isGroup() || field.isChoice())
                        .flatMap(field -> label((Record) field.of(settings), names[1]));
    }

    private void show() {
        List<String> now = new ArrayList<>(structure("", value.get()));
        sections().map(Field::name).forEach(now::add);
        if (!now.equals(structure)) {
            structure = now;
            build();
        }
        showRows();
    }

    private void showRows() {
        rows.forEach(row -> row.show(value.get(), update.get()));
        presets.forEach(row -> row.show(value.get()));
    }

    /** The places of all settings and what is chosen; while these stay, the rows can stay. */
    private List<String> structure(String path, Record record) {
        List<String> places = new ArrayList<>();
        for (Field field : Schema.of(record).fields()) {
            String here = path + field.name();
            Object inside = field.of(record);
            List<String> offered = narrowing.apply(here, field).names();
            places.add(here + ":" + inside.getClass().getName() + SettingRow.isLong(field, inside) + offered);
            if (field.isGroup() || field.isChoice()) {
                places.addAll(structure(here + ".", (Record) inside));
            }
        }
        return places;
    }

    private void build() {
        rows.clear();
        presets.clear();
        choices.clear();
        getChildren().clear();
        sections().forEach(field -> {
            Label title = new Label(field.label().toUpperCase(Locale.ROOT));
            title.getStyleClass().add("section-title");
            VBox section = new VBox(title);
            section.getStyleClass().add("section");
            NodeAddress.setting(field.name()).on(section);
            addRows(section, slot(field.name(), field), true);
            section.getChildren().add(note(noteProperty(field.name())));
            getChildren().add(section);
        });
        refused.bind(SettingRow.anyRefused(rows));
    }

    private Stream<Field> sections() {
        return Schema.of(value.get()).fields().stream()
                .filter(field -> (field.isGroup() || field.isChoice()) && sections.test(value.get(), field.name()));
    }

    private static Label note(StringProperty text) {
        Label note = new Label();
        note.getStyleClass().add("section-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.textProperty().bind(text);
        note.visibleProperty().bind(text.isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private SettingSlot slot(String path, Field field) {
        return new SettingSlot(path, narrowing.apply(path, field));
    }

    private void addRows(VBox section, SettingSlot slot, boolean first) {
        Field field = slot.field();
        Object inside = slot.of(value.get());
        if (field.isChoice()) {
            section.getChildren().add(chosen(slot, first));
            if (first && inside instanceof Presets) {
                section.getChildren().add(presets(slot));
            }
        } else if (!field.isGroup()) {
            section.getChildren().add(row(slot));
            return;
        }
        VBox rows = field.isGroup() && !first ? group(section, slot) : section;
        for (Field below : Schema.of((Record) inside).fields()) {
            addRows(rows, slot(slot.path() + "." + below.name(), below), false);
        }
    }

    /** A part of a section with a title of its own, for settings that belong together. */
    private static VBox group(VBox section, SettingSlot slot) {
        Label title = new Label(slot.field().label());
        title.getStyleClass().add("group-title");
        title.setTooltip(new Tooltip(slot.field().setting().help()));
        VBox group = new VBox(title);
        group.getStyleClass().add("setting-group");
        NodeAddress.setting(slot.path()).on(group);
        section.getChildren().add(group);
        return group;
    }

    private VBox chosen(SettingSlot slot, boolean first) {
        if (!first) {
            return row(slot);
        }
        VBox line = new VBox();
        line.getStyleClass().add("setting-row");
        if (Schema.choices(slot.field().type()).size() == 1) {
            Label only = new Label(SettingSlot.words(slot.of(value.get())));
            only.getStyleClass().add("setting-only");
            line.getChildren().add(only);
            return line;
        }
        ChoiceEditor editor = ChoiceEditor.ofKinds(slot.field(), text -> submit(slot, text));
        editor.show(slot.of(value.get()));
        choices.put(slot.path(), editor.node());
        editor.node().setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(editor.node(), Priority.ALWAYS);
        SettingHelp help = SettingHelp.ofChoice(line, slot.field(), () -> (Record) slot.of(value.get()));
        HBox choice = new HBox(editor.node(), help.button());
        choice.getStyleClass().add("setting-line");
        line.getChildren().add(choice);
        return line;
    }

    private PresetRow presets(SettingSlot slot) {
        PresetRow row = new PresetRow(
                slot,
                (name, chosen) -> onEdit.accept(new SettingEdit<>(
                        slot.field().label() + " \u2192 " + name,
                        Schema.of(value.get()).with(value.get(), slot.path(), chosen))));
        presets.add(row);
        return row;
    }

    private SettingRow row(SettingSlot slot) {
        SettingRow row = new SettingRow(
                slot,
                value.get(),
                files,
                text -> submit(slot, text),
                (number, more) -> submit(slot, Decimal.text(number), more));
        rows.add(row);
        return row;
    }

    private String submit(SettingSlot slot, String text) {
        return submit(slot, text, false);
    }

    /** @param more whether a slider is still held */
    private String submit(SettingSlot slot, String text, boolean more) {
        R before = held.orElse(value.get());
        held = more ? Optional.of(before) : Optional.empty();
        R after;
        try {
            after = SettingsJson.with(value.get(), slot.path(), text);
        } catch (SettingsException refused) {
            String message = String.valueOf(refused.getMessage());
            String place = slot.path() + ": ";
            return sentence(message.startsWith(place) ? message.substring(place.length()) : message);
        }
        if (slot.field().isChoice()) {
            after = SharedSettings.keep(after, slot.path(), (Record) slot.of(before));
        }
        boolean focused = choices.containsKey(slot.path()) && isFocusWithin();
        boolean planned =
                slot.of(after) instanceof Schedule plan && plan.pieces().size() > 1;
        Object old = planned ? slot.of(before) : slot.of(before, update.get());
        String name =
                slot.field().label() + " " + SettingSlot.words(old) + " \u2192 " + SettingSlot.words(slot.of(after));
        onEdit.accept(new SettingEdit<>(name, after, more));
        showRows();
        if (focused) {
            Optional.ofNullable(choices.get(slot.path())).ifPresent(Node::requestFocus);
        }
        return "";
    }

    private static String sentence(String message) {
        String begun = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
