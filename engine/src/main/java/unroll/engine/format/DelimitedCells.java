package unroll.engine.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unroll.engine.data.DataException;
import unroll.engine.table.CellSink;
import unroll.engine.table.CellSource;
import unroll.engine.table.Separator;

/** The cells of a text in which a sign stands between them. */
final class DelimitedCells implements CellSource {
    /** Longest cell, in characters. */
    private static final int LONGEST = 1 << 24;

    /** Where the library says the row is that cannot be divided. */
    private static final Pattern AT = Pattern.compile("starting at line (\\d+)");

    /** What it says stands behind a quote. */
    private static final Pattern BEHIND = Pattern.compile("closing quote: '(.)'", Pattern.DOTALL);

    private final Path file;
    private final Dialect dialect;
    private final Opening opening;

    /** Opens a text at its beginning. */
    interface Opening {
        Reader open() throws IOException;
    }

    DelimitedCells(Path file, Dialect dialect, Opening opening) {
        this.file = file;
        this.dialect = dialect;
        this.opening = opening;
    }

    @Override
    public void read(CellSink sink) throws IOException {
        boolean blanks = dialect.separator() == Separator.BLANKS;
        Rows rows = new Rows(sink, blanks);
        try (Reader text = opening.open();
                CsvReader<Boolean> csv = CsvReader.builder()
                        .fieldSeparator(dialect.separator().character())
                        .quoteCharacter(dialect.quote())
                        .commentStrategy(dialect.comment() == 0 ? CommentStrategy.NONE : CommentStrategy.SKIP)
                        .commentCharacter(dialect.comment() == 0 ? '#' : dialect.comment())
                        .skipEmptyLines(true)
                        .allowUnclosedQuote(false)
                        .trimWhitespacesAroundQuotes(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(LONGEST)
                        .build(rows, blanks ? new TabsAsBlanks(text) : text)) {
            for (Boolean more : csv) {
                if (!more) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof DataException refusal) {
                throw refusal;
            }
            if (e.getCause() instanceof CancellationException end) {
                throw end;
            }
            throw complaint(rows.line() + 1, String.valueOf(e.getMessage()));
        }
    }

    /** In our words what the library says of quotes; {@code next} is the line that follows the last that was read well. */
    private DataException complaint(long next, String words) {
        Matcher at = AT.matcher(words);
        int line = at.find() ? Integer.parseInt(at.group(1)) : (int) next;
        Matcher behind = BEHIND.matcher(words);
        return new DataException(
                file,
                line,
                1,
                behind.find()
                        ? "in this row '" + behind.group(1) + "' follows a quotation mark that closes a cell; put a"
                                + " separator behind it, or write a mark within a cell twice"
                        : "a quotation mark is opened in this row that is not closed before the end of the file; close"
                                + " it, or, if it is none, write it twice within a cell in quotation marks");
    }

    /** Hands over rows as they are read. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final CellSink sink;
        private final boolean blanks;
        private long line;

        Rows(CellSink sink, boolean blanks) {
            this.sink = sink;
            this.blanks = blanks;
        }

        /** The last line that was read well. */
        long line() {
            return line;
        }

        @Override
        protected void handleField(int index, char[] text, int from, int length, boolean quoted) {
            if (length > 0 || quoted || !blanks) {
                sink.cell(text, from, length, quoted);
            }
        }

        @Override
        protected @Nullable Boolean buildRecord() {
            if (getRecordType() != RecordType.DATA) {
                return null;
            }
            line = getStartingLineNumber();
            return sink.row(line);
        }
    }

    /** Reads tabs as blanks. */
    private static final class TabsAsBlanks extends FilterReader {
        TabsAsBlanks(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            for (int i = from; i < from + count; i++) {
                buffer[i] = buffer[i] == '\t' ? ' ' : buffer[i];
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return c == '\t' ? ' ' : c;
        }
    }
}
