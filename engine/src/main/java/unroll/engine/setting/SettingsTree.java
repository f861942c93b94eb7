package unroll.engine.setting;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.Optional;

/** Settings as the tree of JSON that {@link SettingsJson} reads. */
final class SettingsTree {
    private final Optional<Path> folder;
    private final boolean changed;

    /**
     * A writer of trees.
     *
     * @param folder of the file that is written; it names files in it from there
     * @param changed whether settings with their first values are left out
     */
    SettingsTree(Optional<Path> folder, boolean changed) {
        this.folder = folder;
        this.changed = changed;
    }

    JsonElement of(Object value) {
        return switch (value) {
            case Schedule schedule -> of(schedule);
            case WholeNumbers numbers -> of(numbers);
            case Matrices matrices -> of(matrices);
            case FilePath file -> new JsonPrimitive(folder.map(file::text).orElseGet(file::toString));
            case Record record -> of(record);
            case Enum<?> constant -> new JsonPrimitive(SettingsJson.text(constant));
            case Boolean flag -> new JsonPrimitive(flag);
            case Double number -> of(number.doubleValue());
            case Number number -> new JsonPrimitive(number);
            default -> new JsonPrimitive(value.toString());
        };
    }

    /** Parsed, because only a number that was read keeps its digits as they were written. */
    private static JsonElement of(double number) {
        return JsonParser.parseString(Decimal.text(number));
    }

    private static JsonElement of(Schedule schedule) {
        if (schedule.pieces().size() == 1) {
            return of(schedule.pieces().getFirst().value());
        }
        JsonArray pieces = new JsonArray();
        for (Schedule.Piece piece : schedule.pieces()) {
            JsonArray pair = new JsonArray();
            pair.add(piece.from());
            pair.add(of(piece.value()));
            pieces.add(pair);
        }
        return pieces;
    }

    private static JsonArray of(WholeNumbers numbers) {
        JsonArray array = new JsonArray();
        numbers.values().forEach(array::add);
        return array;
    }

    private static JsonObject of(Matrices matrices) {
        JsonObject object = new JsonObject();
        matrices.texts().forEach(object::addProperty);
        return object;
    }

    private JsonObject of(Record record) {
        JsonObject object = new JsonObject();
        Kind kind = record.getClass().getAnnotation(Kind.class);
        if (kind != null) {
            object.addProperty(SettingsJson.KIND, kind.name());
        }
        for (Field field : Schema.of(record).fields()) {
            Object value = field.of(record);
            if (!changed || !SettingsJson.isFirst(field, value)) {
                object.add(field.name(), of(value));
            }
        }
        return object;
    }
}
