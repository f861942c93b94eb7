package unroll.app.sheet;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.SearchableComboBox;
import unroll.app.control.ChoiceWords;
import unroll.app.control.DropDown;
import unroll.engine.setting.Field;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/** A list of the values that a setting can have; where there are many, what is typed searches them. */
final class ChoiceEditor implements Editor {
    /** A value's name in files and what people read. */
    private record Option(String name, String label) {}

    /** More than these are not seen at a glance. */
    private static final int FEW = 8;

    private final ComboBox<Option> box;
    private final List<Option> options;
    private final Submission submission;
    private String shown = "";

    private ChoiceEditor(String name, List<Option> options, Submission submission) {
        this.options = options;
        this.submission = submission;
        box = options.size() > FEW ? searchable() : new DropDown<>();
        box.getItems().setAll(options);
        box.setAccessibleText(name);
        box.getStyleClass().add("value-choice");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new ChoiceWords<>(Option::label));
        box.setOnAction(event -> {
            if (!box.isShowing()) { // what is passed on the way through an open list is not chosen yet
                choose();
            }
        });
        box.setOnHidden(event -> choose());
    }

    private static ComboBox<Option> searchable() {
        SearchableComboBox<Option> box = new SearchableComboBox<>();
        box.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (!key.isShortcutDown()
                            && (key.getCode().isLetterKey() || key.getCode().isDigitKey())
                    || key.getCode() == KeyCode.SPACE) {
                key.consume(); // it begins to search, and is no command of the window's
            }
        });
        return box;
    }

    /** Submits what is chosen now; while the search found nothing, what was chosen before stays. */
    private void choose() {
        Option chosen = box.getValue();
        if (chosen == null) {
            select(shown);
        } else if (!chosen.name().equals(shown)) {
            shown = chosen.name();
            submission.submit(shown);
        }
    }

    private void select(String name) {
        options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .ifPresent(box::setValue);
    }

    /** An editor of an enumeration. */
    static ChoiceEditor ofEnum(Field field, Submission submission) {
        List<Option> options = Stream.of(field.type().getEnumConstants())
                .map(constant -> new Option(SettingsJson.text((Enum<?>) constant), SettingSlot.words(constant)))
                .toList();
        return of(field, options, submission);
    }

    /** An editor of which record of settings is chosen. */
    static ChoiceEditor ofKinds(Field field, Submission submission) {
        List<Option> options = Schema.choices(field.type()).stream()
                .map(Schema::kind)
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
        return of(field, options, submission);
    }

    private static ChoiceEditor of(Field field, List<Option> all, Submission submission) {
        List<Option> options = all.stream()
                .filter(option -> field.names().isEmpty() || field.names().contains(option.name()))
                .toList();
        return new ChoiceEditor(field.label(), options, submission);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Object value) {
        shown = value instanceof Record record && record.getClass().isAnnotationPresent(Kind.class)
                ? Schema.kind(record.getClass()).name()
                : SettingSlot.text(value);
        select(shown);
    }
}
