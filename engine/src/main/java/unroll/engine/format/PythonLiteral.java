package unroll.engine.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a value as Python writes it down: texts, whole numbers, True and False, and lists, tuples and dictionaries of these. */
final class PythonLiteral {
    private static final int DEEPEST = 20;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * The value: a {@code String}, {@code Long}, {@code Boolean}, {@code List} or {@code Map}.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    static Object of(String text) {
        PythonLiteral literal = new PythonLiteral(text);
        Object value = literal.value(0);
        if (literal.sign() != 0) {
            throw new IllegalArgumentException("goes on");
        }
        return value;
    }

    /** The next sign that is no blank; 0 at the end. */
    private char sign() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        return switch (sign()) {
            case '\'', '"' -> quoted();
            case '(' -> many(')', depth);
            case '[' -> many(']', depth);
            case '{' -> dictionary(depth);
            default -> word();
        };
    }

    private String quoted() {
        char quote = text.charAt(at);
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new IllegalArgumentException("a text does not end");
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private Object word() {
        int begin = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String word = text.substring(begin, at);
        return switch (word) {
            case "True" -> true;
            case "False" -> false;
            default -> Long.valueOf(word.endsWith("L") ? word.substring(0, word.length() - 1) : word);
        };
    }

    private List<Object> many(char end, int depth) {
        List<Object> values = new ArrayList<>();
        at++;
        while (sign() != end) {
            values.add(value(depth + 1));
            comma(end);
        }
        at++;
        return values;
    }

    private Map<String, Object> dictionary(int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        at++;
        while (sign() != '}') {
            String key = quoted();
            if (sign() != ':') {
                throw new IllegalArgumentException("a key has no value");
            }
            at++;
            values.put(key, value(depth + 1));
            comma('}');
        }
        at++;
        return values;
    }

    private void comma(char end) {
        if (sign() == ',') {
            at++;
        } else if (sign() != end) {
            throw new IllegalArgumentException("a comma is missing");
        }
    }
}
