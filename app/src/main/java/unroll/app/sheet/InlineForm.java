package unroll.app.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import unroll.app.control.Chooser;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/**
 * A choice and the settings of the chosen record in one row, made from its schema; it shows a value and reports edits, and changes
 * nothing itself. The settings are numbers and names.
 *
 * @param <C> the choice
 */
public final class InlineForm<C> extends FlowPane {
    /** Figures that there is room for in the field of a whole number, and in that of another. */
    private static final int WHOLE = 3;

    private static final int REAL = 5;

    private final Consumer<C> onEdit;
    private final Chooser kinds;
    private final List<Node> behind;

    /** By setting: what several kinds have has one editor, which keeps the focus when the kind is changed. */
    private final Map<String, Chooser> choosers = new HashMap<>();

    private final Map<String, NumberField> numbers = new HashMap<>();
    private C value;
    private List<C> offers = List.of();
    private List<Field> fields = List.of();

    /**
     * @param what is chosen, for those who do not see it
     * @param onKind takes the kind that a person wants, as it was offered
     * @param onEdit takes the value with a change
     * @param behind stands behind the settings
     */
    public InlineForm(String what, C first, Consumer<C> onKind, Consumer<C> onEdit, List<Node> behind) {
        this.onEdit = onEdit;
        this.behind = List.copyOf(behind);
        value = first;
        kinds = new Chooser(
                what,
                "",
                label -> offers.stream()
                        .filter(kind -> kind(kind).equals(label))
                        .findFirst()
                        .ifPresent(onKind));
        getStyleClass().add("inline-form");
    }

    /**
     * Shows a value.
     *
     * @param kindsOffered one of each kind that can be chosen
     * @param settings of the value, with what there is to choose of each
     */
    public void show(C now, List<C> kindsOffered, List<Field> settings) {
        value = now;
        offers = kindsOffered;
        fields = settings;
        kinds.show(offers.stream().map(InlineForm::kind).toList(), kind(now));
        kinds.getTooltip().setText(Schema.kind(now.getClass()).help());
        List<Node> nodes = new ArrayList<>(List.of(kinds));
        settings.stream().filter(field -> !isSettled(field)).map(this::editor).forEach(nodes::add);
        nodes.addAll(behind);
        if (!getChildren().equals(nodes)) {
            boolean focused = isFocusWithin();
            getChildren().setAll(nodes);
            if (focused && !isFocusWithin()) { // keys go on meaning what they meant
                requestFocus();
            }
        }
    }

    private static String kind(Object record) {
        return within(Schema.kind(record.getClass()).label());
    }

    /** A label as it stands within a row. */
    private static String within(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** Whether there is nothing to choose: the only row of a bias. */
    private boolean isSettled(Field field) {
        return field.of(value) instanceof Integer number
                && field.setting().min() == number
                && field.setting().max() == number;
    }

    private Node editor(Field field) {
        Object inside = field.of(value);
        String key = field.name() + ": " + field.setting().help();
        int place = inside instanceof Integer number
                ? number - (int) field.setting().min()
                : 0;
        if (field.type() == String.class || place < field.names().size()) {
            Chooser chooser = choosers.computeIfAbsent(
                    key,
                    newKey -> new Chooser(
                            field.label(),
                            field.setting().help(),
                            name -> edit(field.name(), named(field.name(), name))));
            chooser.show(
                    field.names(), inside instanceof Integer ? field.names().get(place) : inside.toString());
            return chooser;
        }
        NumberField number = numbers.computeIfAbsent(
                key,
                newKey -> new NumberField(
                        "",
                        field.setting().help(),
                        field.isWhole() ? WHOLE : REAL,
                        range(field),
                        typed -> edit(field.name(), Decimal.text(typed))));
        number.setName(within(field.label()));
        number.rangeProperty().set(range(field));
        number.valueProperty().set(((Number) inside).doubleValue());
        return number;
    }

    private static NumberField.Range range(Field field) {
        return new NumberField.Range(field.setting().min(), field.setting().max(), field.isWhole());
    }

    /** What is meant by a name: itself, or the number that it stands for. */
    private String named(String setting, String name) {
        Field field = fields.stream()
                .filter(one -> one.name().equals(setting))
                .findFirst()
                .orElseThrow();
        return field.isWhole()
                ? Integer.toString((int) field.setting().min() + field.names().indexOf(name))
                : name;
    }

    private void edit(String setting, String text) {
        onEdit.accept(SettingsJson.with(value, setting, text));
    }
}
