package unroll.app.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import unroll.app.control.Chooser;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.Field;
import unroll.engine.setting.SettingsJson;

/**
 * Settings of a record beside each other, in as many rows as they need, made from its schema; it shows values and reports edits, and changes
 * nothing itself. Where a setting leaves something open, what was found stands beside it.
 *
 * @param <R> the record
 */
public final class FlowForm<R extends Record> extends FlowPane {
    /** Figures and letters that there is room for. */
    private static final int FIGURES = 5;

    private static final int LETTERS = 12;

    private static final String FOUND = "found";

    private final List<BiConsumer<R, R>> shows = new ArrayList<>();
    private final Map<String, Node> editors = new HashMap<>();

    /**
     * @param fields of the record that are seen; of one with names one of these is chosen
     * @param submit takes the name of a field and what a person wants, and returns why not; empty where it was taken
     */
    public FlowForm(List<Field> fields, BiFunction<String, String, String> submit) {
        getStyleClass().add("inline-form");
        for (Field field : fields) {
            Node editor = editor(field, text -> submit.apply(field.name(), text));
            editors.put(field.name(), editor);
            getChildren().add(editor);
        }
    }

    /** Sets whether a field is seen. */
    public void setShown(String field, boolean shown) {
        Optional.ofNullable(editors.get(field)).ifPresent(editor -> {
            editor.setVisible(shown);
            editor.setManaged(shown);
        });
    }

    /**
     * Shows values.
     *
     * @param found the same with what was found where {@code now} leaves something open
     */
    public void show(R now, R found) {
        shows.forEach(one -> one.accept(now, found));
    }

    private Node editor(Field field, Editor.Submission submission) {
        String help = field.setting().help();
        if (field.type().isEnum() || !field.names().isEmpty()) {
            return chooser(field, help, submission);
        }
        if (field.type() == boolean.class) {
            FlagEditor flag = new FlagEditor(field.label(), submission);
            shows.add((now, found) -> flag.show(field.of(now)));
            return named(field, help, flag.node());
        }
        if (isText(field)) {
            WordField words = new WordField(field.label(), help, field.setting().empty(), LETTERS, submission);
            shows.add((now, found) -> words.show(SettingSlot.text(field.of(now))));
            return words;
        }
        NumberField number = new NumberField(
                field.label(),
                help,
                FIGURES,
                new NumberField.Range(field.setting().min(), field.setting().max(), field.isWhole()),
                typed -> submission.submit(Decimal.text(typed)));
        shows.add((now, found) -> number.valueProperty().set(((Number) field.of(now)).doubleValue()));
        return number;
    }

    private Node chooser(Field field, String help, Editor.Submission submission) {
        Chooser chooser = new Chooser(
                field.label(), help, name -> submission.submit(name.equals(FOUND) && isText(field) ? "" : name));
        List<String> names = field.names().isEmpty()
                ? Stream.of(field.type().getEnumConstants())
                        .map(constant -> SettingsJson.text((Enum<?>) constant))
                        .toList()
                : field.names();
        shows.add((now, found) -> {
            String chosen = named(SettingSlot.text(field.of(now)));
            String seen = SettingSlot.words(field.of(found));
            boolean told = !seen.isEmpty() && !seen.equals(FOUND);
            SequencedMap<String, String> words = new LinkedHashMap<>();
            names.forEach(name -> words.put(named(name), isText(field) ? name : name.replace('-', ' ')));
            words.putIfAbsent(chosen, chosen);
            words.computeIfPresent(FOUND, (any, before) -> told && chosen.equals(FOUND) ? FOUND + ": " + seen : FOUND);
            chooser.show(words, chosen);
        });
        return named(field, help, chooser);
    }

    private static boolean isText(Field field) {
        return field.type() == String.class;
    }

    /** What an empty text is called, as settings call what is found. */
    private static String named(String text) {
        return text.isEmpty() ? FOUND : text;
    }

    private static Node named(Field field, String help, Node editor) {
        Label label = new Label(field.label());
        label.getStyleClass().add("setting-name");
        label.setMinWidth(USE_PREF_SIZE);
        label.setTooltip(new Tooltip(help));
        label.setLabelFor(editor);
        HBox both = new HBox(label, editor);
        both.getStyleClass().add("number-field");
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }
}
