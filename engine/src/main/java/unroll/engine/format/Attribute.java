package unroll.engine.format;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.data.DataException;
import unroll.engine.table.Declared;

/**
 * A column that an ARFF file declares.
 *
 * @param name of the column
 * @param declared whether it holds words, which nominal and string attributes do, or times
 * @param zero what a row holds that leaves it out because it is zero: the first of nominal values
 * @param dates how its dates are written, where it holds any
 */
record Attribute(String name, Declared declared, String zero, Optional<DateTimeFormatter> dates) {
    /** How dates are written where the file does not say it. */
    private static final String ISO = "yyyy-MM-dd'T'HH:mm:ss";

    /**
     * That of a line such as {@code @attribute name numeric}, of which {@code declaration} is what follows the first word.
     *
     * @throws DataException where it is of no type that a table can hold
     */
    static Attribute of(Path file, int line, String declaration) {
        List<String> words = AttributeWords.declaration(declaration);
        String name = words.get(0);
        String type = words.get(1).toLowerCase(Locale.ROOT);
        String rest = words.get(2);
        if (type.isEmpty() && rest.startsWith("{")) {
            int end = rest.lastIndexOf('}');
            String values = rest.substring(1, Math.max(1, end));
            return new Attribute(
                    name, Declared.WORDS, AttributeWords.commas(values).getFirst(), Optional.empty());
        }
        return switch (type) {
            case "numeric", "real", "integer" -> new Attribute(name, Declared.NOTHING, "0", Optional.empty());
            case "string" -> new Attribute(name, Declared.WORDS, "?", Optional.empty());
            case "date" ->
                new Attribute(name, Declared.TIME, "?", Optional.of(dates(file, line, rest.isEmpty() ? ISO : rest)));
            default ->
                throw new DataException(
                        file,
                        line,
                        1,
                        "the attribute '" + name + "' is of the type '" + words.get(1)
                                + "', which a table cannot hold; such are numeric, string, date and {a, b}");
        };
    }

    private static DateTimeFormatter dates(Path file, int line, String quoted) {
        String pattern = AttributeWords.commas(quoted).getFirst();
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace('y', 'u'))
                    .parseDefaulting(ChronoField.YEAR, 1970)
                    .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
                    .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    file, line, 1, "'" + pattern + "' does not say how dates are written; " + ISO + " does");
        }
    }

    /**
     * A cell of it as it is read further: dates by ISO 8601.
     *
     * @throws DataException where it is no date as the file says they are written
     */
    String cell(Path file, int line, int column, String text) {
        if (dates.isEmpty() || text.equals("?")) {
            return text;
        }
        try {
            return String.valueOf(LocalDateTime.parse(text, dates.get()));
        } catch (DateTimeException e) {
            throw new DataException(
                    file,
                    line,
                    column,
                    "'" + text + "' is no date as the attribute '" + name
                            + "' has them; write it so, or ? where it is missing");
        }
    }
}
