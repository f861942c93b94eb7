package unroll.engine.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import unroll.engine.data.DataException;
import unroll.engine.table.Separator;
import unroll.engine.table.TableLikeness;

/**
 * Finds how a text is divided into cells: by the separator and the quotes that give most rows the same number of cells, and most cells
 * something that can be read.
 */
final class DialectFinder {
    /** So much of a text is looked at, in characters. */
    private static final int LOOKED_AT = 1 << 18;

    private static final Pattern SINGLE_QUOTES = Pattern.compile("(?m)(^|[,;\\t|])\\s*'[^'\\n]*'\\s*($|[,;\\t|])");
    private static final Pattern NAMED = Pattern.compile("(?i)\\A\"?sep=(.)\"?\\s*[\\r\\n]");

    private final Path file;
    private final String text;

    private DialectFinder(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** What a text begins with, without a line that is cut off. */
    static String beginning(Reader reader) throws IOException {
        char[] buffer = new char[LOOKED_AT];
        int count = 0;
        int read = reader.read(buffer);
        while (read > 0) {
            count += read;
            read = reader.read(buffer, count, buffer.length - count);
        }
        String text = new String(buffer, 0, count);
        int last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return count < LOOKED_AT || last < 0 ? text : text.substring(0, last + 1);
    }

    /** That of the text that begins so, with the separator that is wanted, if one is. */
    static Dialect of(Path file, String beginning, Separator wanted) throws IOException {
        return new DialectFinder(file, beginning).best(wanted);
    }

    private Dialect best(Separator wanted) throws IOException {
        char comment = comment();
        Dialect best = new Dialect(wanted == Separator.FOUND ? named() : wanted, '"', comment);
        if (best.separator() != Separator.FOUND && !SINGLE_QUOTES.matcher(text).find()) {
            return best;
        }
        List<Character> quotes = SINGLE_QUOTES.matcher(text).find() ? List.of('"', '\'') : List.of('"');
        List<Separator> separators = best.separator() != Separator.FOUND
                ? List.of(best.separator())
                : Stream.of(Separator.COMMA, Separator.SEMICOLON, Separator.TAB, Separator.BAR, Separator.BLANKS)
                        .filter(one -> one == Separator.COMMA || text.indexOf(one.character()) >= 0)
                        .toList();
        best = new Dialect(separators.getFirst(), '"', comment);
        double most = 0;
        for (Separator separator : separators) {
            for (char quote : quotes) {
                Dialect dialect = new Dialect(separator, quote, comment);
                double score = score(dialect);
                if (score > most) {
                    most = score;
                    best = dialect;
                }
            }
        }
        return best;
    }

    /** The separator that a first line names, as Excel reads it: "sep=;". */
    private Separator named() {
        var matcher = NAMED.matcher(text);
        if (matcher.find()) {
            for (Separator separator : Separator.values()) {
                if (matcher.group(1).charAt(0) == separator.character()) {
                    return separator;
                }
            }
        }
        return Separator.FOUND;
    }

    /** What begins some lines and not most of them; 0 where nothing does. */
    private char comment() {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (char sign : new char[] {'#', '%'}) {
            long count = lines.stream().filter(line -> line.charAt(0) == sign).count();
            if (count > 0 && count < lines.size()) {
                return sign;
            }
        }
        return 0;
    }

    private double score(Dialect dialect) throws IOException {
        try {
            return TableLikeness.of(new DelimitedCells(file, dialect, () -> new StringReader(text)));
        } catch (DataException e) {
            return 0; // quotes that do not close: no table by this dialect
        }
    }

    /** The last comment before the first row: some programs name the columns there; empty where there is none. */
    static String lastComment(String beginning, char sign) {
        String last = "";
        for (String line : beginning.lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            if (line.charAt(0) != sign) {
                return last;
            }
            last = line.replaceFirst("^" + Pattern.quote(String.valueOf(sign)) + "+", "")
                    .strip();
        }
        return last;
    }
}
