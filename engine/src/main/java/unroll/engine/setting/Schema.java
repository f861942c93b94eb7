package unroll.engine.setting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be set in a record of settings: its fields in order, its first values, its copies with one field changed.
 *
 * @param <R> the record
 */
public final class Schema<R> {
    /** Each record's, found once: reading annotations takes longer than all that is done with them. */
    private static final ClassValue<Schema<?>> FOUND = new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
            return found(type);
        }
    };

    private final Class<R> type;
    private final List<Field> fields;

    private Schema(Class<R> type, List<Field> fields) {
        this.type = type;
        this.fields = fields;
    }

    /**
     * The schema of a record type.
     *
     * @throws IllegalArgumentException where a component is not described by exactly one {@link Setting}: a fault of the program
     */
    @SuppressWarnings("unchecked") // what is found of a class is of it
    public static <R> Schema<R> of(Class<R> type) {
        return (Schema<R>) FOUND.get(type);
    }

    private static <R> Schema<R> found(Class<R> type) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().trySetAccessible();
            fields.add(new Field(
                    component.getName(), component.getType(), Description.of(component), component, List.of()));
        }
        return new Schema<>(type, List.copyOf(fields));
    }

    /** The schema of a record at hand. */
    @SuppressWarnings("unchecked") // getClass() of an R is a Class<? extends R>, and records have no subclasses
    public static <R> Schema<R> of(R record) {
        return of((Class<R>) record.getClass());
    }

    /** The records that a choice can be, in the order in which its sealed interface, and those inside it, permit them. */
    public static List<Class<?>> choices(Class<?> choice) {
        return Arrays.stream(choice.getPermittedSubclasses())
                .<Class<?>>mapMulti((one, records) -> {
                    if (one.isSealed()) {
                        choices(one).forEach(records);
                    } else {
                        records.accept(one);
                    }
                })
                .toList();
    }

    /** How a record of a choice is named. */
    public static Kind kind(Class<?> record) {
        return Objects.requireNonNull(record.getAnnotation(Kind.class), () -> record + " carries no @Kind");
    }

    public Class<R> type() {
        return type;
    }

    public List<Field> fields() {
        return fields;
    }

    /** The field of that name, if there is one. */
    Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The field of that name. */
    public Field field(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(type + " has no field " + name));
    }

    /** The record with every field at its first value. */
    public R initial() {
        return SettingsJson.initial(type);
    }

    /** A copy of {@code record} with one field changed; the record's own constructor may refuse it. */
    public R with(R record, String name, Object value) {
        return with(record, Map.of(name, value));
    }

    /** A copy of {@code record} with several fields changed at once, so that the constructor judges them together. */
    R with(R record, Map<String, Object> changes) {
        return create(fields.stream()
                .map(field -> changes.getOrDefault(field.name(), field.of(record)))
                .toArray());
    }

    /**
     * Refuses numbers outside their ranges: what a record's constructor asks that has nothing else to refuse.
     *
     * @param values of all fields, in their order
     */
    public void check(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                fields.get(i).check(fields.get(i).name(), number.doubleValue());
            }
        }
    }

    /** The record with these values, in the order of the fields. */
    R create(Object[] values) {
        try {
            var constructor =
                    type.getDeclaredConstructor(fields.stream().map(Field::type).toArray(Class<?>[]::new));
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("cannot create " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type, e);
        }
    }
}
