package unroll.engine.archive;

import java.util.List;

/** HTML text as it grows; whatever people wrote is escaped. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Text that shows as it is in a page, whatever is in it, also between quotes. */
    static String escaped(String words) {
        StringBuilder out = new StringBuilder();
        words.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean allowed = letter >= 0x20 || letter == '\n' || letter == '\t';
                    out.appendCodePoint(allowed ? letter : 0xFFFD);
                }
            }
        });
        return out.toString();
    }

    /** Adds HTML that is not escaped. */
    Html raw(String html) {
        text.append(html);
        return this;
    }

    /** An element with words in it. */
    Html element(String tag, String words) {
        return element(tag, "", words);
    }

    /** The same with a class. */
    Html element(String tag, String style, String words) {
        text.append('<')
                .append(tag)
                .append(style.isEmpty() ? "" : " class=\"" + style + "\"")
                .append('>');
        text.append(escaped(words)).append("</").append(tag).append(">\n");
        return this;
    }

    /** A table below its head; columns of nothing but numbers stand at the right. */
    Html table(List<String> head, List<List<String>> rows) {
        boolean[] numbers = new boolean[head.size()];
        for (int i = 0; i < numbers.length; i++) {
            int column = i;
            List<String> cells = rows.stream()
                    .map(row -> row.get(column))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            numbers[i] = !cells.isEmpty() && cells.stream().allMatch(cell -> cell.matches("[-−]?[0-9][0-9,.e−-]*|NaN"));
        }
        raw("<div class=\"wide\"><table>\n").row("th", head, numbers);
        rows.forEach(row -> row("td", row, numbers));
        return raw("</table></div>\n");
    }

    /** A row of a table of words. */
    Html row(String tag, List<String> cells) {
        return row(tag, cells, new boolean[cells.size()]);
    }

    private Html row(String tag, List<String> cells, boolean[] numbers) {
        text.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            text.append('<').append(tag).append(numbers[i] ? " class=\"number\">" : ">");
            text.append(escaped(cells.get(i))).append("</").append(tag).append('>');
        }
        text.append("</tr>\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
