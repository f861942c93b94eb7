package unroll.engine.format;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;
import unroll.engine.data.DataException;
import unroll.engine.setting.Schema;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** Reads tables in all formats that are known. */
public final class Tables {
    private static final DelimitedText TEXT = new DelimitedText();

    /** All formats; a new one is added here. */
    private static final List<TableFormat> FORMATS = List.of(
            TEXT,
            new JsonLines(),
            new Arff(),
            new TimeSeriesArchive(),
            new MonashArchive(),
            new NumpyArray(),
            new NumpyArchive(),
            new ExcelFile(),
            new ParquetFile());

    private Tables() {}

    /** How the names of files end that hold tables, in small letters. */
    public static List<String> endings() {
        return FORMATS.stream().flatMap(format -> format.endings().stream()).toList();
    }

    /**
     * The table in {@code file}; a file of another ending is read as a text.
     *
     * @param wanted how it is to be read
     * @throws DataException where it cannot be read or is no table
     * @throws java.util.concurrent.CancellationException where the thread is interrupted meanwhile
     */
    public static Table read(Path file, TableForm wanted) {
        DataException.requireExisting(file);
        if (Files.isDirectory(file)) {
            throw new DataException(file, "is a folder; name a file");
        }
        try {
            return settled(format(file).read(file, wanted), wanted);
        } catch (CharacterCodingException e) {
            throw new DataException(
                    file,
                    "is not in the encoding "
                            + (wanted.encoding().isBlank() ? "that its first bytes name" : wanted.encoding())
                            + "; name another one (setting task.form.encoding), or save it in UTF-8");
        } catch (DataException e) { // or a library that takes the interruption for damage
            throw Thread.currentThread().isInterrupted() ? givenUp(file) : e;
        } catch (ClosedByInterruptException e) {
            throw givenUp(file);
        } catch (ZipException e) {
            throw new DataException(file, "is damaged where it is packed; copy it again");
        } catch (EOFException e) {
            throw new DataException(file, "is cut off; copy it again");
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static CancellationException givenUp(Path file) {
        return new CancellationException(file + ": was not read to its end");
    }

    /** Whether a text that may as well be something else is a table of numbers, by its beginning; a file that cannot be read is none. */
    public static boolean holdsNumbers(Path file) {
        try {
            return Files.isRegularFile(file) && TEXT.holdsNumbers(file);
        } catch (IOException | DataException e) {
            return false;
        }
    }

    /**
     * The lines at the beginning of a table in text form as they are; none of another file, or where they cannot be read.
     *
     * @param wanted of which only the encoding counts
     * @param most lines
     */
    public static List<String> lines(Path file, TableForm wanted, int most) {
        if (!Files.isRegularFile(file) || format(file) instanceof ExcelFile || format(file) instanceof ParquetFile) {
            return List.of();
        }
        try {
            TextEncoding encoding = TextEncoding.of(file, wanted.encoding());
            try {
                return lines(file, encoding, most);
            } catch (CharacterCodingException e) {
                return wanted.encoding().isBlank() ? lines(file, encoding.otherwise(), most) : List.of();
            }
        } catch (IOException | DataException e) {
            return List.of();
        }
    }

    private static List<String> lines(Path file, TextEncoding encoding, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = encoding.open(file)) {
            for (String line = in.readLine(); line != null && lines.size() < most; line = in.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Without doubts about what is wanted. */
    private static Table settled(Table table, TableForm wanted) {
        Schema<TableForm> settings = Schema.of(TableForm.class);
        return new Table(
                table.file(),
                table.columns(),
                table.found(),
                table.understood(),
                table.doubts().stream()
                        .filter(doubt -> settings.field(doubt.setting())
                                .of(wanted)
                                .equals(settings.field(doubt.setting()).of(TableForm.FOUND)))
                        .toList(),
                table.declared(),
                table.headLine());
    }

    private static TableFormat format(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .findFirst()
                .orElse(TEXT);
    }
}
