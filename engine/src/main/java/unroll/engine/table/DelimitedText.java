package unroll.engine.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A table in a text, with a sign between cells: CSV, TSV and what is like them. */
final class DelimitedText extends TextFormat {
    DelimitedText() {
        super(".csv", ".tsv", ".tab", ".dat", ".psv");
    }

    @Override
    Table read(Path file, TableForm wanted, TextEncoding encoding) throws IOException {
        String beginning;
        try (Reader reader = encoding.open(file)) {
            beginning = DialectFinder.beginning(reader);
        }
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
                new DelimitedCells(file, dialect, () -> encoding.open(file)),
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
