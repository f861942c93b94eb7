package unroll.engine.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** A record of settings as a list of paths, each with its value as {@code --set} takes it. */
public final class SettingsList {
    private SettingsList() {}

    /** Every setting in the order of the components; a choice is the name of its kind, and what is inside follows. */
    public static SequencedMap<String, String> of(Object settings) {
        SequencedMap<String, String> list = new LinkedHashMap<>();
        add(settings, "", list);
        return list;
    }

    /** The files and folders that settings name, each by the path of its setting. */
    public static SequencedMap<String, FilePath> files(Object settings) {
        SequencedMap<String, FilePath> files = new LinkedHashMap<>();
        of(settings).keySet().forEach(path -> {
            if (at(settings, path) instanceof FilePath file) {
                files.put(path, file);
            }
        });
        return files;
    }

    /** The field of the setting at a dotted path. */
    public static Field field(Object settings, String path) {
        int last = path.lastIndexOf('.');
        return Schema.of(last < 0 ? settings : at(settings, path.substring(0, last)))
                .field(path.substring(last + 1));
    }

    /** What the setting at a dotted path is. */
    static Object at(Object settings, String path) {
        Object inside = settings;
        for (String name : path.split("\\.", -1)) {
            inside = Schema.of(inside).field(name).of(inside);
        }
        return inside;
    }

    private static void add(Object settings, String place, Map<String, String> list) {
        for (Field field : Schema.of(settings).fields()) {
            String path = place.isEmpty() ? field.name() : place + "." + field.name();
            Object value = field.of(settings);
            if (field.isChoice()) {
                list.put(path, Schema.kind(value.getClass()).name());
            }
            if (field.isChoice() || field.isGroup()) {
                add(value, path, list);
            } else {
                list.put(path, text(value));
            }
        }
    }

    static String text(Object value) {
        return switch (value) {
            case Double number -> Decimal.text(number);
            case Enum<?> constant -> SettingsJson.text(constant);
            default -> value.toString();
        };
    }
}
