package unroll.engine.setting;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes settings of a tree of JSON, or refuses it with the place of what is wrong. */
final class SettingsReader {
    /** What is written for a value of each type that is no text. */
    private static final Map<Class<?>, String> FORMS = Map.of(
            double.class,
            "a number",
            boolean.class,
            "true or false",
            Schedule.class,
            "a number or a list of [update, value]",
            WholeNumbers.class,
            "a list of whole numbers such as [400, 200]",
            Matrices.class,
            "rows of numbers such as \"0 1; 1 0\"");

    private final Path folder;

    /** @param folder where paths of files begin that begin nowhere */
    SettingsReader(Path folder) {
        this.folder = folder;
    }

    /**
     * A copy of {@code record} with the settings at dotted paths changed, each to what is given for its field. A choice is made before
     * settings inside it change, in whatever order they come, and each record is judged once, with all that is new in it.
     */
    <R> R with(R record, Map<String, Function<Field, JsonElement>> given, String place) {
        Schema<R> schema = Schema.of(record);
        Map<String, Object> changed = new LinkedHashMap<>();
        Map<String, Map<String, Function<Field, JsonElement>>> inside = new LinkedHashMap<>();
        given.forEach((path, value) -> {
            int dot = path.indexOf('.');
            String name = dot < 0 ? path : path.substring(0, dot);
            String here = within(place, name);
            Field field = schema.find(name).orElseThrow(() -> unknown(here, name, names(schema, List.of())));
            if (dot < 0) {
                changed.put(name, value(field, value.apply(field), here));
            } else if (field.isGroup() || field.isChoice()) {
                inside.computeIfAbsent(name, any -> new LinkedHashMap<>()).put(path.substring(dot + 1), value);
            } else if (changed.getOrDefault(name, field.of(record)) instanceof Matrices matrices) {
                String inner = path.substring(dot + 1);
                String there = within(here, inner);
                changed.put(name, checked(there, () -> matrices.with(inner, text(field, value.apply(field), there))));
            } else {
                throw new SettingsException(here, field.label() + " has no settings inside");
            }
        });
        inside.forEach((name, settings) -> {
            Object before = changed.getOrDefault(name, schema.field(name).of(record));
            changed.put(name, with(before, settings, within(place, name)));
        });
        String judged =
                changed.size() == 1 ? within(place, changed.keySet().iterator().next()) : place;
        return checked(judged, () -> schema.with(record, changed));
    }

    static JsonElement literal(Field field, String text) {
        if (field.isChoice() && !text.startsWith("{")) {
            JsonObject chosen = new JsonObject();
            chosen.addProperty(SettingsJson.KIND, text);
            return chosen;
        }
        if (field.type() == String.class
                || field.isList()
                || field.isPath()
                || field.type().isEnum()) {
            return new JsonPrimitive(text);
        }
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            return new JsonPrimitive(text);
        }
    }

    /** What a setting is that is left out. */
    Object first(Field field) {
        return value(field, initial(field), field.name());
    }

    Object value(Class<?> type, JsonElement tree, String place) {
        if (!(tree instanceof JsonObject object)) {
            throw new SettingsException(place, "expected settings in braces, found " + show(tree));
        }
        return type.isSealed() ? choice(type, object, place) : group(type, object, place);
    }

    private Object choice(Class<?> type, JsonObject object, String place) {
        List<String> names =
                Schema.choices(type).stream().map(c -> Schema.kind(c).name()).toList();
        JsonElement kind = object.get(SettingsJson.KIND);
        if (kind == null) {
            throw new SettingsException(place, "needs a \"kind\": one of " + String.join(", ", names));
        }
        String name = kind.isJsonPrimitive() ? kind.getAsString() : "";
        int index = names.indexOf(name);
        if (index < 0) {
            throw unknown(within(place, SettingsJson.KIND), name, names);
        }
        return group(Schema.choices(type).get(index), object, place);
    }

    private <R> R group(Class<R> type, JsonObject object, String place) {
        Schema<R> schema = Schema.of(type);
        Kind kind = type.getAnnotation(Kind.class);
        List<String> known = names(schema, kind == null ? List.of() : List.of(SettingsJson.KIND));
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                throw unknown(within(place, name), name, known);
            }
        }
        if (kind != null
                && object.has(SettingsJson.KIND)
                && !object.get(SettingsJson.KIND).equals(new JsonPrimitive(kind.name()))) {
            throw unknown(within(place, SettingsJson.KIND), show(object.get(SettingsJson.KIND)), List.of(kind.name()));
        }
        Object[] values = new Object[schema.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Field field = schema.fields().get(i);
            String here = within(place, field.name());
            JsonElement given = object.get(field.name());
            values[i] = value(field, given == null ? initial(field) : given, here);
        }
        return checked(place, () -> schema.create(values));
    }

    private static JsonElement initial(Field field) {
        String text = field.setting().initial();
        if (!text.isEmpty()) {
            return literal(field, text);
        }
        if (field.isGroup()) {
            return new JsonObject();
        }
        if (field.type() == String.class || field.type() == WholeNumbers.class || field.type() == Matrices.class) {
            return new JsonPrimitive("");
        }
        throw new IllegalStateException("the field " + field.name() + " has no first value");
    }

    private Object value(Field field, JsonElement tree, String place) {
        if (field.isGroup() || field.isChoice()) {
            return value(field.type(), tree, place);
        }
        if (field.type() == Schedule.class) {
            return schedule(field, tree, place);
        }
        if (field.type() == WholeNumbers.class) {
            return wholeNumbers(field, tree, place);
        }
        if (field.type() == Matrices.class) {
            return matrices(field, tree, place);
        }
        if (!(tree instanceof JsonPrimitive primitive)) {
            throw wrongType(field, tree, place);
        }
        if (field.type() == boolean.class && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        if (field.type() == String.class && primitive.isString()) {
            return primitive.getAsString();
        }
        if (field.isPath() && primitive.isString()) {
            return checked(place, () -> FilePath.of(primitive.getAsString(), folder));
        }
        if (field.type().isEnum() && primitive.isString()) {
            return constant(field.type(), primitive.getAsString(), place);
        }
        if (primitive.isNumber()) {
            return number(field, primitive, place);
        }
        throw wrongType(field, tree, place);
    }

    private static Object number(Field field, JsonPrimitive primitive, String place) {
        double value = primitive.getAsDouble();
        if (field.type() == double.class) {
            field.check(place, value);
            return value;
        }
        if (!field.isWhole()) {
            throw wrongType(field, primitive, place);
        }
        long whole;
        try {
            whole = primitive.getAsBigDecimal().longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new SettingsException(place, field.label() + " must be a whole number, not " + primitive);
        }
        field.check(place, (double) whole);
        if (field.type() == long.class) {
            return whole;
        }
        if (whole != (int) whole) {
            throw new SettingsException(place, field.label() + " is too large: " + whole);
        }
        return (int) whole;
    }

    private static WholeNumbers wholeNumbers(Field field, JsonElement tree, String place) {
        WholeNumbers numbers = checked(place, () -> switch (tree) {
            case JsonPrimitive number when number.isNumber() -> WholeNumbers.parse(number.getAsString());
            case JsonPrimitive text when text.isString() -> WholeNumbers.parse(text.getAsString());
            case JsonArray array -> WholeNumbers.parse(joined(field, array, place));
            default -> throw wrongType(field, tree, place);
        });
        numbers.values().forEach(value -> field.check(place, value));
        return numbers;
    }

    private static Matrices matrices(Field field, JsonElement tree, String place) {
        if (!(tree instanceof JsonObject object)) {
            return checked(place, () -> Matrices.parse(text(field, tree, place)));
        }
        Matrices matrices = Matrices.none();
        for (Map.Entry<String, JsonElement> each : object.entrySet()) {
            Matrices before = matrices;
            String here = within(place, each.getKey());
            matrices = checked(here, () -> before.with(each.getKey(), text(field, each.getValue(), here)));
        }
        return matrices;
    }

    /** A number may stand for a text of one. */
    private static String text(Field field, JsonElement tree, String place) {
        if (!(tree instanceof JsonPrimitive text) || text.isBoolean()) {
            throw wrongType(field, tree, place);
        }
        return text.getAsString();
    }

    private static String joined(Field field, JsonArray array, String place) {
        List<String> parts = new ArrayList<>();
        for (JsonElement element : array) {
            if (!isNumber(element)) {
                throw wrongType(field, array, place);
            }
            parts.add(element.getAsString());
        }
        return String.join(",", parts);
    }

    private static Schedule schedule(Field field, JsonElement tree, String place) {
        Schedule schedule = checked(place, () -> switch (tree) {
            case JsonPrimitive number when number.isNumber() -> Schedule.constant(number.getAsDouble());
            case JsonPrimitive text when text.isString() -> Schedule.parse(text.getAsString());
            case JsonArray array -> pieces(array, place);
            default -> throw wrongType(field, tree, place);
        });
        schedule.pieces().forEach(piece -> field.check(place, piece.value()));
        return schedule;
    }

    private static Schedule pieces(JsonArray array, String place) {
        List<Schedule.Piece> pieces = new ArrayList<>();
        for (JsonElement element : array) {
            if (!(element instanceof JsonArray pair)
                    || pair.size() != 2
                    || !isNumber(pair.get(0))
                    || !isNumber(pair.get(1))) {
                throw new SettingsException(place, "each piece of a schedule is [update, value], not " + show(element));
            }
            double from = pair.get(0).getAsDouble();
            if (from != Math.rint(from)) {
                throw new SettingsException(place, "a schedule's updates are whole numbers, not " + pair.get(0));
            }
            pieces.add(new Schedule.Piece((long) from, pair.get(1).getAsDouble()));
        }
        return new Schedule(pieces);
    }

    private static boolean isNumber(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isNumber();
    }

    private static Object constant(Class<?> type, String text, String place) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(SettingsJson.text((Enum<?>) constant));
            if (names.getLast().equals(text)) {
                return constant;
            }
        }
        throw unknown(place, text, names);
    }

    private static <R> R checked(String place, Supplier<R> make) {
        try {
            return make.get();
        } catch (SettingsException e) {
            String message = String.valueOf(e.getMessage());
            if (place.isEmpty() || message.startsWith(place + ":") || message.startsWith(place + ".")) {
                throw e;
            }
            throw new SettingsException(place, message);
        }
    }

    private static List<String> names(Schema<?> schema, List<String> more) {
        List<String> names = new ArrayList<>(more);
        schema.fields().forEach(field -> names.add(field.name()));
        return names;
    }

    private static String within(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static SettingsException wrongType(Field field, JsonElement found, String place) {
        String wanted = field.isWhole() ? "a whole number" : FORMS.getOrDefault(field.type(), "a text");
        return new SettingsException(place, field.label() + " must be " + wanted + ", not " + show(found));
    }

    private static SettingsException unknown(String place, String name, List<String> known) {
        return new SettingsException(
                place,
                "unknown name; "
                        + EditDistance.meant(name, known)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElseGet(() -> "known here: " + String.join(", ", known)));
    }

    private static String show(JsonElement element) {
        String text = element instanceof JsonNull ? "null" : element.toString();
        return text.length() > 40 ? text.substring(0, 37) + "..." : text;
    }
}
