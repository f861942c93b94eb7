package unroll.engine.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file as a {@link Series}: a row a time step, separated by commas, semicolons or tabs, in UTF-8, with or
 * without a line of names before the numbers.
 *
 * <p>Nothing is guessed about damaged data: a missing value, a text, NaN, infinity or a row of another width is refused
 * with its line and column.
 */
public final class CsvSeries {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** So many bytes of memory a table takes for each of its file: a number of two characters is one of eight bytes, read and scaled. */
    private static final int BYTES_IN_MEMORY = 8;

    private final Path file;
    private final List<double[]> rows = new ArrayList<>();
    private List<String> columns = List.of();
    private int namesLine;
    private char separator;
    private Optional<DecimalCommas> unnamed = Optional.empty();

    /** The last line read well, and the last one that held nothing (0 where none did). */
    private int line;

    private int emptyLine;

    private CsvSeries(Path file) {
        this.file = file;
    }

    /**
     * The series in {@code file}.
     *
     * @throws DataException where it cannot be read or holds anything but numbers
     */
    public static Series read(Path file) {
        CsvSeries reading = new CsvSeries(file);
        try {
            DataSize.check(file, BYTES_IN_MEMORY * (double) Files.size(file));
            reading.records();
        } catch (UncheckedIOException e) {
            throw reading.unreadable(e.getCause());
        } catch (IOException e) {
            throw reading.unreadable(e);
        } catch (CsvParseException e) {
            throw new DataException(file, reading.line + 1, 1, "no CSV: " + e.getMessage());
        }
        if (reading.rows.isEmpty()) {
            throw new DataException(file, "holds no numbers");
        }
        reading.unnamed.ifPresent(table -> table.refuse(file));
        return new Series(file, reading.columns, reading.namesLine, reading.rows);
    }

    private DataException unreadable(@Nullable IOException cause) {
        return cause instanceof CharacterCodingException
                ? new DataException(file, "is no UTF-8 text; save it as CSV in UTF-8")
                : DataException.unreadable(file, cause == null ? new IOException("the disk failed") : cause);
    }

    private void records() throws IOException {
        separator = separator(file);
        try (BufferedReader reader = open(file);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .commentStrategy(CommentStrategy.NONE)
                        .skipEmptyLines(false)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)) {
            for (CsvRecord record : csv) {
                int here = (int) record.getStartingLineNumber();
                if (record.getFieldCount() == 1 && record.getField(0).isBlank()) {
                    emptyLine = here;
                } else {
                    add(here, record.getFields());
                    line = here;
                }
            }
        }
    }

    private void add(int here, List<String> cells) {
        if (emptyLine > line && line > 0) {
            throw new DataException(file, emptyLine, 1, "an empty line between rows; a file holds one sequence");
        }
        if (columns.isEmpty()) {
            boolean names = cells.stream().noneMatch(CsvCell::isNumeric);
            columns = names ? names(here, cells) : numbered(cells.size());
            if (names) {
                namesLine = here;
                return;
            }
            unnamed = separator == ',' ? Optional.of(new DecimalCommas(cells.size())) : Optional.empty();
        }
        if (cells.size() != columns.size()) {
            throw new DataException(
                    file,
                    here,
                    Math.min(cells.size(), columns.size()) + 1,
                    "the row has " + cells.size() + " values where the first line has " + columns.size());
        }
        double[] row = new double[cells.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = CsvCell.number(cells.get(i), file, here, i + 1);
        }
        unnamed.ifPresent(table -> table.add(cells));
        rows.add(row);
    }

    private List<String> names(int here, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (CsvCell.isMissing(cells.get(i))) {
                throw new DataException(file, here, i + 1, "the first line lacks a number or a name here");
            }
        }
        return cells.stream().map(String::strip).toList();
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "column " + i).toList();
    }

    /** A reader of the file past its byte order mark; it throws where a byte is no UTF-8. */
    private static BufferedReader open(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** A tab where the first line holds one, else a semicolon, else a comma; quoted names may hold any of them. */
    private static char separator(Path file) throws IOException {
        try (BufferedReader reader = open(file)) {
            String first = reader.readLine();
            while (first != null && first.isBlank()) {
                first = reader.readLine();
            }
            String bare = first == null ? "" : first.replaceAll("\"[^\"]*\"", "");
            return bare.indexOf('\t') >= 0 ? '\t' : bare.indexOf(';') >= 0 ? ';' : ',';
        }
    }
}
