package unroll.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.data.DataException;
import unroll.engine.table.CellSink;
import unroll.engine.table.CellSource;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.table.TableReader;
import unroll.engine.table.TableSource;

/** A text of which a line is a whole series: the rows of all of them, with a column that names the series. */
abstract class LongForm implements CellSource {
    private final Path file;
    private final TextEncoding encoding;
    private final List<String> names = new ArrayList<>();
    private final List<Declared> declared = new ArrayList<>();
    private long line;

    LongForm(Path file, TextEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** The words of a line of the head, which begins with @, in their own letters. */
    abstract void head(String[] words);

    /** Makes the columns known, after all lines of the head were seen. */
    abstract void columns();

    /** Hands over the rows of the series in a line of data; {@code number} counts them from 1. Returns whether more are wanted. */
    abstract boolean series(String data, int number, CellSink sink);

    /** Reads the head. */
    final LongForm opened() throws IOException {
        try (BufferedReader text = encoding.open(file)) {
            pastHead(text, true);
        }
        columns();
        return this;
    }

    private void pastHead(BufferedReader text, boolean seen) throws IOException {
        line = 0;
        for (String next = text.readLine(); next != null; next = text.readLine()) {
            line++;
            String row = next.strip();
            if (row.equalsIgnoreCase("@data")) {
                return;
            }
            if (row.startsWith("@")) {
                if (seen) {
                    head(row.split("\\s+", -1));
                }
            } else if (!row.isEmpty() && !row.startsWith("#")) {
                throw complaint("no line of a head, which begins with @ or #; @data stands before the series");
            }
        }
        throw new DataException(file, "ends without the line @data, behind which the series are");
    }

    @Override
    public final void read(CellSink sink) throws IOException {
        try (BufferedReader text = encoding.open(file)) {
            pastHead(text, false);
            int number = 0;
            for (String next = text.readLine(); next != null; next = text.readLine()) {
                line++;
                if (!next.isBlank() && !next.startsWith("#") && !series(next.strip(), ++number, sink)) {
                    return;
                }
            }
        }
    }

    final void column(String name, Declared what) {
        names.add(name);
        declared.add(what);
    }

    @Override
    public final Optional<List<String>> names() {
        return Optional.of(names);
    }

    @Override
    public final Declared declared(int column) {
        return declared.get(column);
    }

    final long line() {
        return line;
    }

    final DataException complaint(String words) {
        return new DataException(file, (int) line, 1, words);
    }

    /** What stands between these signs, not within brackets. */
    static List<String> parts(String text, char between) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == between && depth == 0) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }

    /** The table that it is read into. */
    final Table table(TableForm wanted) throws IOException {
        return new TableReader(
                        file,
                        new TableSource(this, wanted.plain(encoding.charset().name()), List.of(), List.of()))
                .read();
    }

    /** Whether a head's line says yes: {@code @timeStamps true}. */
    static boolean yes(String[] words) {
        return words.length > 1 && Arrays.asList("true", "yes").contains(words[1].toLowerCase(Locale.ROOT));
    }
}
