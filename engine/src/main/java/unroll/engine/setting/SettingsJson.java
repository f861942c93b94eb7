package unroll.engine.setting;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settings records as JSON: a field left out takes its first value; an unknown field, a wrong type or a value out of
 * range is refused with its place.
 */
public final class SettingsJson {
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** In a choice, the member that says which record it is. */
    static final String KIND = "kind";

    /** The folder in which the program was started. */
    private static final Path HERE = Path.of("");

    private SettingsJson() {}

    /** Settings as indented JSON text that {@link #read} understands. */
    public static String write(Object settings) {
        return PRETTY.toJson(new SettingsTree(Optional.empty(), false).of(settings)) + "\n";
    }

    /** The same for a file in {@code folder}: files in that folder are named from there. */
    public static String write(Object settings, Path folder) {
        return PRETTY.toJson(new SettingsTree(Optional.of(folder), false).of(settings)) + "\n";
    }

    /** The same of the settings alone that do not have their first value; of a choice its kind is always there. */
    public static String writeChanged(Object settings) {
        return PRETTY.toJson(new SettingsTree(Optional.empty(), true).of(settings)) + "\n";
    }

    /**
     * The record that {@code text} describes.
     *
     * @param source the file's name, for messages
     * @throws SettingsException with file, place and what to do
     */
    public static <R> R read(Class<R> type, String text, String source) {
        return read(type, text, source, HERE);
    }

    /** The same of a file in {@code folder}, where paths of files begin that begin nowhere. */
    public static <R> R read(Class<R> type, String text, String source, Path folder) {
        return read(type, parse(text, source), source, folder);
    }

    /** The same for JSON that is a part of another document. */
    public static <R> R read(Class<R> type, JsonElement tree, String source) {
        return read(type, tree, source, HERE);
    }

    /** The same of a file in {@code folder}. */
    public static <R> R read(Class<R> type, JsonElement tree, String source, Path folder) {
        try {
            return type.cast(new SettingsReader(folder).value(type, tree, ""));
        } catch (SettingsException e) {
            throw new SettingsException(source, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The JSON that {@code text} is.
     *
     * @param source the file's name, for messages
     * @throws SettingsException where it is none, or has a name twice
     */
    public static JsonElement parse(String text, String source) {
        try {
            return JsonText.parse(text);
        } catch (SettingsException e) {
            throw new SettingsException(source, String.valueOf(e.getMessage()));
        }
    }

    /**
     * A copy of {@code record} with the setting at a dotted path changed, as on the command line:
     * {@code task.balls=2}. A choice is changed by naming its kind: {@code optimiser=nesterov}.
     */
    public static <R> R with(R record, String path, String text) {
        return with(record, Map.of(path, text));
    }

    /** The same with several settings at once, which are judged together: their order makes no difference. */
    public static <R> R with(R record, Map<String, String> texts) {
        Map<String, Function<Field, JsonElement>> given = new LinkedHashMap<>();
        texts.forEach((path, text) -> given.put(path, field -> SettingsReader.literal(field, text)));
        return new SettingsReader(HERE).with(record, given, "");
    }

    /** The same with values as a file of settings in {@code folder} has them, where a choice may also be the name of its kind. */
    public static <R> R with(R record, Map<String, JsonElement> values, Path folder) {
        Map<String, Function<Field, JsonElement>> given = new LinkedHashMap<>();
        values.forEach((path, value) -> given.put(path, field -> named(field, value)));
        return new SettingsReader(folder).with(record, given, "");
    }

    private static JsonElement named(Field field, JsonElement value) {
        boolean text = value instanceof JsonPrimitive primitive && primitive.isString();
        return field.isChoice() && text ? SettingsReader.literal(field, value.getAsString()) : value;
    }

    /** The record of {@code type} with every field at its first value. */
    static <R> R initial(Class<R> type) {
        return type.cast(new SettingsReader(HERE).value(type, new JsonObject(), ""));
    }

    /** Whether a setting has the value that it takes where it is left out. */
    static boolean isFirst(Field field, Object value) {
        return value.equals(new SettingsReader(HERE).first(field));
    }

    /** How an enum constant is written: lower case with hyphens. */
    public static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
