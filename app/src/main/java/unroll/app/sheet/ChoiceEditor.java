package unroll.app.sheet;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import unroll.app.control.ChoiceWords;
import unroll.engine.setting.Field;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/** A list of the few values that a setting can have. */
final class ChoiceEditor implements Editor {
    /** A value's name in files and what people read. */
    private record Option(String name, String label) {}

    private final ComboBox<Option> box = new ComboBox<>();
    private final List<Option> options;
    private boolean showing;

    private ChoiceEditor(String name, List<Option> options, Submission submission) {
        this.options = options;
        box.getItems().setAll(options);
        box.setAccessibleText(name);
        box.getStyleClass().add("value-choice");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new ChoiceWords<>(Option::label));
        box.setOnAction(event -> {
            if (!showing && box.getValue() != null) {
                submission.submit(box.getValue().name());
            }
        });
    }

    /** An editor of an enumeration. */
    static ChoiceEditor ofEnum(Field field, Submission submission) {
        List<Option> options = Stream.of(field.type().getEnumConstants())
                .map(constant -> new Option(SettingsJson.text((Enum<?>) constant), SettingSlot.words(constant)))
                .toList();
        return new ChoiceEditor(field.label(), options, submission);
    }

    /** An editor of which record of settings is chosen. */
    static ChoiceEditor ofKinds(Field field, Submission submission) {
        List<Option> options = Schema.choices(field.type()).stream()
                .map(Schema::kind)
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
        return new ChoiceEditor(field.label(), options, submission);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Object value) {
        String name = value instanceof Record record && record.getClass().isAnnotationPresent(Kind.class)
                ? Schema.kind(record.getClass()).name()
                : SettingSlot.text(value);
        showing = true;
        options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .ifPresent(box::setValue);
        showing = false;
    }
}
