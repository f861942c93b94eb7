package unroll.app.control;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import unroll.engine.setting.Field;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/**
 * One place in a tree of settings.
 *
 * @param path its dotted path, as on the command line: {@code task.balls}
 * @param field what is said of it
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

    /** The value as it is written in a field. */
    static String text(Object value) {
        return switch (value) {
            case Double number -> plain(number);
            case Schedule schedule -> pieces(schedule);
            case Enum<?> constant -> SettingsJson.text(constant);
            case Record record
            when record.getClass().isAnnotationPresent(Kind.class) ->
                Schema.kind(record.getClass()).name();
            default -> value.toString();
        };
    }

    private static String pieces(Schedule schedule) {
        return schedule.pieces().size() == 1
                ? plain(schedule.pieces().getFirst().value())
                : schedule.pieces().stream()
                        .map(piece -> piece.from() + ": " + plain(piece.value()))
                        .collect(Collectors.joining(", "));
    }

    /** As a person writes it: 0.0001 and not 1.0E-4, but 1e-7. */
    private static String plain(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < 1e-5 || size >= 1e7)
                ? Double.toString(value).replace(".0E", "e").replace("E", "e")
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
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
