package unroll.app.sheet;

import unroll.engine.setting.Decimal;
import unroll.engine.setting.Field;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/**
 * One place in a tree of settings.
 *
 * @param path its dotted path, as on the command line: {@code task.balls}
 * @param field how it is described
 */
record SettingSlot(String path, Field field) {
    /** What the record {@code root} has in this place. */
    Object of(Record root) {
        Object value = root;
        for (String name : path.split("\\.", -1)) {
            value = Schema.of((Record) value).field(name).of(value);
        }
        return value;
    }

    /** The number that a plan over updates has at {@code update}; otherwise what the record has in this place. */
    Object of(Record root, long update) {
        return of(root) instanceof Schedule plan ? (Object) plan.at(update) : of(root);
    }

    /** The record inside {@code root} that this place belongs to. */
    Record owner(Record root) {
        int last = path.lastIndexOf('.');
        return last < 0 ? root : (Record) new SettingSlot(path.substring(0, last), field).of(root);
    }

    /** The value as it is written in a field. */
    static String text(Object value) {
        return switch (value) {
            case Double number -> Decimal.text(number);
            case Enum<?> constant -> SettingsJson.text(constant);
            case Record record
            when record.getClass().isAnnotationPresent(Kind.class) ->
                Schema.kind(record.getClass()).name();
            default -> value.toString();
        };
    }

    /** The value as it is read: a choice by its label. */
    static String words(Object value) {
        return switch (value) {
            case Enum<?> constant -> text(constant).replace('-', ' ');
            case Boolean flag -> flag ? "on" : "off";
            case Record record
            when record.getClass().isAnnotationPresent(Kind.class) ->
                Schema.kind(record.getClass()).label();
            default -> text(value);
        };
    }
}
