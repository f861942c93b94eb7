package unroll.engine.setting;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * One component of a settings record as the surfaces see it.
 *
 * @param name the component's name, as in JSON
 * @param type the component's Java type
 * @param setting how it is described
 * @param accessor reads it from a record
 * @param names the texts that it may be, or what its numbers are called from the smallest on; none where any text may be given and
 *     numbers stand for themselves
 */
public record Field(String name, Class<?> type, Description setting, RecordComponent accessor, List<String> names) {
    public Field {
        names = List.copyOf(names);
    }

    /** The same where there is less to choose from at present than its record allows; with its own label if none is given. */
    public Field within(String label, double min, double max, List<String> names) {
        return new Field(name, type, setting.within(label, min, max), accessor, names);
    }

    /** The same where only values of these names can be chosen at present. */
    public Field among(List<String> offered) {
        return new Field(name, type, setting, accessor, offered);
    }

    /** The name in files and on the command line is the component's own. */
    public String label() {
        return setting.label();
    }

    /** The value of this component in {@code owner}. */
    public Object of(Object owner) {
        try {
            return accessor.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name + " of " + owner.getClass(), e);
        }
    }

    /** Whether the value is itself a record of settings. */
    public boolean isGroup() {
        return type.isRecord() && !isList() && !isPath();
    }

    /** Whether the value is one of several records of settings. */
    public boolean isChoice() {
        return type.isSealed() && !type.isEnum(); // enums whose constants have bodies are sealed
    }

    /** Whether it is a whole number, so that its bounds are read without decimals. */
    public boolean isWhole() {
        return type == int.class || type == long.class;
    }

    /** Whether a value of several numbers is written as text, so that it may be long. */
    public boolean isList() {
        return type.equals(Schedule.class) || type.equals(WholeNumbers.class) || type.equals(Matrices.class);
    }

    /** Whether it names a file or folder of the user's. */
    public boolean isPath() {
        return type.equals(FilePath.class);
    }

    /** Which files it can name, if it names one and says so. */
    public Optional<FileKind> fileKind() {
        return Optional.ofNullable(accessor.getAnnotation(FileKind.class));
    }

    /** The range in words, such as "1 to 8" or "at least 0"; empty where any number is allowed. */
    public String range() {
        boolean below = setting.max() != Double.POSITIVE_INFINITY;
        boolean above = setting.min() != Double.NEGATIVE_INFINITY;
        if (above && below) {
            return number(setting.min()) + " to " + number(setting.max());
        }
        if (above) {
            return "at least " + number(setting.min());
        }
        return below ? "at most " + number(setting.max()) : "";
    }

    /** Refuses a number outside the range with a sentence that names the setting, the value and the range. */
    public void check(String place, double value) {
        if (!Double.isFinite(value)) {
            throw new SettingsException(place, label() + " must be a finite number, not " + value);
        }
        if (!(value >= setting.min() && value <= setting.max())) {
            throw new SettingsException(place, label() + " is " + number(value) + " but must be " + range());
        }
    }

    /** A whole number has all its digits unless they are mostly zeros: 99999999999 but 1e15. */
    private String number(double value) {
        String text = Decimal.text(value);
        String digits = isWhole() && value == Math.rint(value) ? Long.toString((long) value) : text;
        return digits.length() < text.length() ? digits : text;
    }
}
