package unroll.engine.setting;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one component of a settings record is described to a person, by its {@link Setting} or by the annotation in its place.
 *
 * @param label the name people see
 * @param help what it does and how to choose it
 * @param initial the value a new experiment starts with, as JSON; empty for a group
 * @param unit shown behind the value; empty for a pure number
 * @param empty what an empty text stands for, read in its place
 * @param min the smallest value allowed
 * @param max the largest value allowed
 * @param step between neighbouring values on a slider; 0 for equal factors instead of equal steps
 * @param from the smallest value on a slider; not a number for the smallest allowed
 * @param to the largest value on a slider; not a number for the largest allowed
 * @param live whether it may be changed while the training runs
 */
public record Description(
        String label,
        String help,
        String initial,
        String unit,
        String empty,
        double min,
        double max,
        double step,
        double from,
        double to,
        boolean live) {
    private static final Set<String> ATTRIBUTES = Arrays.stream(Setting.class.getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * The description of a component.
     *
     * @throws IllegalArgumentException where it has none, several, or one with an attribute that no setting has: a fault of the
     *     program
     */
    static Description of(RecordComponent component) {
        List<Annotation> given = Arrays.stream(component.getAnnotations())
                .filter(annotation -> setting(annotation) != null)
                .toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException(component.getDeclaringRecord() + " describes its component "
                    + component.getName() + " " + given.size() + " times, not once");
        }
        return of(given.getFirst(), Objects.requireNonNull(setting(given.getFirst())));
    }

    /** The same with another range, and under another label unless that is empty. */
    Description within(String label, double min, double max) {
        return new Description(
                label.isEmpty() ? label() : label, help, initial, unit, empty, min, max, step, from, to, live);
    }

    /** What an annotation describes with: itself, the setting that its type carries, or nothing. */
    private static @Nullable Setting setting(Annotation annotation) {
        return annotation instanceof Setting own
                ? own
                : annotation.annotationType().getAnnotation(Setting.class);
    }

    private static Description of(Annotation annotation, Setting setting) {
        for (Method attribute : annotation.annotationType().getDeclaredMethods()) {
            if (!ATTRIBUTES.contains(attribute.getName())) {
                throw new IllegalArgumentException("no setting has this attribute: " + attribute);
            }
        }
        return new Description(
                attribute(annotation, "label", setting.label()),
                attribute(annotation, "help", setting.help()),
                attribute(annotation, "initial", setting.initial()),
                attribute(annotation, "unit", setting.unit()),
                attribute(annotation, "empty", setting.empty()),
                attribute(annotation, "min", setting.min()),
                attribute(annotation, "max", setting.max()),
                attribute(annotation, "step", setting.step()),
                attribute(annotation, "from", setting.from()),
                attribute(annotation, "to", setting.to()),
                attribute(annotation, "live", setting.live()));
    }

    /** The annotation's own attribute of that name, or the setting's where it has none or an empty one. */
    @SuppressWarnings("unchecked") // a value of the setting's own class
    private static <T> T attribute(Annotation annotation, String name, T shared) {
        try {
            Method attribute = annotation.annotationType().getDeclaredMethod(name);
            attribute.trySetAccessible();
            Object own = Objects.requireNonNull(attribute.invoke(annotation));
            return own.equals("") ? shared : (T) shared.getClass().cast(own);
        } catch (NoSuchMethodException e) {
            return shared;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name + " of " + annotation, e);
        }
    }
}
