package unroll.engine.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Separator;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.table.TableReader;
import unroll.engine.table.TableSource;

/** A table in a text, with a sign between cells: CSV, TSV and what is like them. */
final class DelimitedText extends TextFormat {
    /** Fewer rows of numbers can as well be a few numbers in a text. */
    private static final int FEWEST_ROWS = 5;

    DelimitedText() {
        super(".csv", ".tsv", ".tab", ".dat", ".psv");
    }

    @Override
    Table read(Path file, TableForm wanted, TextEncoding encoding) throws IOException {
        return read(file, wanted, encoding, beginning(file, encoding), () -> encoding.open(file));
    }

    /** Whether most of what a file begins with are rows of a table, more of whose columns are numbers and times than words. */
    boolean holdsNumbers(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, "");
        String beginning;
        try {
            beginning = beginning(file, encoding);
        } catch (CharacterCodingException e) {
            beginning = beginning(file, encoding.otherwise());
        }
        String text = beginning;
        Table table = read(file, TableForm.FOUND, encoding, text, () -> new StringReader(text));
        long lines = text.lines().filter(line -> !line.isBlank()).count();
        return table.rows() >= FEWEST_ROWS
                && 2L * table.rows() > lines
                && count(table, ColumnKind.NUMBER) > 0
                && count(table, ColumnKind.NUMBER) + count(table, ColumnKind.TIME) > count(table, ColumnKind.WORD);
    }

    private static String beginning(Path file, TextEncoding encoding) throws IOException {
        try (Reader reader = encoding.open(file)) {
            return DialectFinder.beginning(reader);
        }
    }

    private static long count(Table table, ColumnKind kind) {
        return table.columns().stream().filter(column -> column.kind() == kind).count();
    }

    private static Table read(
            Path file, TableForm wanted, TextEncoding encoding, String beginning, DelimitedCells.Opening opening)
            throws IOException {
        Dialect dialect = DialectFinder.of(file, beginning, wanted.separator());
        TableForm form = new TableForm(
                encoding.charset().name(),
                dialect.separator(),
                wanted.decimal(),
                wanted.head(),
                wanted.dates(),
                wanted.missing(),
                wanted.sheet());
        TableSource source = new TableSource(
                new DelimitedCells(file, dialect, opening),
                form,
                words(beginning, dialect),
                understood(encoding, dialect));
        return new TableReader(file, source).read();
    }

    private static List<String> understood(TextEncoding encoding, Dialect dialect) {
        List<String> sentences = new ArrayList<>();
        if (!encoding.isUtf8()) {
            sentences.add("The text was read as " + encoding.charset().name() + ".");
        }
        if (dialect.separator() != Separator.COMMA && dialect.separator() != Separator.TAB) {
            sentences.add("Cells are separated by " + dialect.separator().words() + ".");
        }
        if (dialect.comment() != 0) {
            sentences.add("Lines that begin with " + dialect.comment() + " are left out.");
        }
        return sentences;
    }

    /** The words of the last comment before the table, divided as the table is. */
    private static List<String> words(String beginning, Dialect dialect) {
        if (dialect.comment() == 0) {
            return List.of();
        }
        String line = DialectFinder.lastComment(beginning, dialect.comment());
        String between = dialect.separator() == Separator.BLANKS
                ? "\\s+"
                : Pattern.quote(String.valueOf(dialect.separator().character()));
        return Arrays.stream(line.split(between, -1)).map(String::strip).toList();
    }
}
