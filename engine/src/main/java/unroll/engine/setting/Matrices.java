package unroll.engine.setting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Matrices by name, as a person writes them: {@code W_hh: 0 1 0; 0 1 0, b_h: -10 -30}, perhaps none.
 *
 * @param rows of each, from the top; all rows of one are equally long and none is empty
 */
public record Matrices(SequencedMap<String, List<List<Double>>> rows) {
    public Matrices {
        rows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rows));
    }

    /** No matrix at all. */
    public static Matrices none() {
        return new Matrices(new LinkedHashMap<>());
    }

    /** Reads what {@link #toString} writes: a colon follows a name, commas or new lines divide matrices. */
    public static Matrices parse(String text) {
        SequencedMap<String, List<List<Double>>> rows = new LinkedHashMap<>();
        for (String part : parts(text, "[,\\n]")) {
            int colon = part.indexOf(':');
            String name = part.substring(0, Math.max(colon, 0)).strip();
            if (name.isEmpty()) {
                throw new SettingsException("", "'" + part + "' has no name; write W_hh: 0 1; 1 0, b_h: -10 -30");
            }
            if (rows.put(name, rows(part.substring(colon + 1))) != null) {
                throw new SettingsException("", name + " is there twice");
            }
        }
        return new Matrices(rows);
    }

    /** Reads the rows of one, {@code 0 1 0; 0 1 0}. */
    static List<List<Double>> rows(String text) {
        List<List<Double>> rows = parts(text, ";").stream()
                .map(row -> Stream.of(row.split("\\s+")).map(Matrices::number).toList())
                .toList();
        if (rows.isEmpty()) {
            throw new SettingsException("", "has no numbers; write rows such as 0 1; 1 0");
        }
        List<Double> first = rows.getFirst();
        for (List<Double> row : rows) {
            if (row.size() != first.size()) {
                throw new SettingsException(
                        "",
                        "rows have to be equally long, but '" + line(row) + "' is not as long as '" + line(first)
                                + "'");
            }
        }
        return rows;
    }

    private static double number(String text) {
        return Decimal.parse(text)
                .orElseThrow(
                        () -> new SettingsException("", "'" + text + "' is no number; write rows such as 0 1; 1 0"));
    }

    /** What stands between dividers, as far as something does. */
    private static List<String> parts(String text, String divider) {
        return Stream.of(text.split(divider, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The same with another matrix of that name, or with one more. */
    Matrices with(String name, String text) {
        SequencedMap<String, List<List<Double>>> more = new LinkedHashMap<>(rows);
        more.put(name, rows(text));
        return new Matrices(more);
    }

    /** The rows of each as {@code 0 1 0; 0 1 0}, by its name. */
    SequencedMap<String, String> texts() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        rows.forEach((name, each) ->
                texts.put(name, each.stream().map(Matrices::line).collect(Collectors.joining("; "))));
        return texts;
    }

    private static String line(List<Double> row) {
        return row.stream().map(Decimal::text).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return texts().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
