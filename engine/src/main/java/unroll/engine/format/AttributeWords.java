package unroll.engine.format;

import java.util.ArrayList;
import java.util.List;

/** Divides a line of an ARFF file into its words, with quotes of both kinds and signs behind backslashes. */
final class AttributeWords {
    private final String line;
    private int at;

    private AttributeWords(String line) {
        this.line = line;
    }

    /** The words between commas. */
    static List<String> commas(String line) {
        AttributeWords words = new AttributeWords(line);
        List<String> all = new ArrayList<>();
        do {
            all.add(words.next(","));
        } while (words.over());
        return all;
    }

    /** The first two words, between blanks, and what follows them as it is; empty texts where there is nothing. */
    static List<String> declaration(String line) {
        AttributeWords words = new AttributeWords(line);
        String first = words.next(" \t");
        String second = words.next(" \t{");
        return List.of(first, second, line.substring(words.at).strip());
    }

    private boolean over() {
        return at++ < line.length();
    }

    /** The word up to one of these signs, which stand in quotes for themselves. */
    private String next(String ends) {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean quoted = false;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && quote != 0 && at + 1 < line.length()) {
                word.append(line.charAt(++at));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && !quoted && word.isEmpty() && (c == '\'' || c == '"')) {
                quote = c;
                quoted = true;
            } else if (quote == 0 && ends.indexOf(c) >= 0) {
                break;
            } else if (!quoted || quote != 0) {
                word.append(c);
            }
        }
        return quoted ? word.toString() : word.toString().strip();
    }
}
