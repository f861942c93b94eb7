package unroll.engine.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.table.TableForm;

/** A test that makes series of short tables, written with @ for the end of a line. */
abstract class TableTest {
    @TempDir
    Path folder;

    final Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("own.csv"), text.replace('@', '\n'));
    }

    final SeriesSplit read(String text) throws IOException {
        return SeriesSplit.read(write(text), SeriesForm.FOUND);
    }

    final SeriesSplit read(String text, ColumnSettings columns) throws IOException {
        return SeriesSplit.read(
                write(text),
                new SeriesForm(TableForm.FOUND, columns, MissingValues.CARRY_ON, Gaps.KEEP, HeldBack.FOUND, 0.2));
    }

    final SeriesSplit read(String text, MissingValues missing, Gaps gaps) throws IOException {
        return SeriesSplit.read(
                write(text), new SeriesForm(TableForm.FOUND, ColumnSettings.FOUND, missing, gaps, HeldBack.FOUND, 0.2));
    }

    final SeriesSplit readLastHeldBack(String text) throws IOException {
        return SeriesSplit.read(
                write(text),
                new SeriesForm(
                        TableForm.FOUND,
                        ColumnSettings.FOUND,
                        MissingValues.CARRY_ON,
                        Gaps.KEEP,
                        HeldBack.LAST_SERIES,
                        0.2));
    }

    /** Rows from a line for each number from 0. */
    static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("@"));
    }

    static List<String> names(SeriesSplit split, List<Integer> places) {
        return places.stream().map(split.columns()::get).toList();
    }

    /** One column of all series, training and test, one after the other. */
    static List<Double> all(SeriesSplit split, int column) {
        return Stream.concat(split.training().stream(), split.test().stream())
                .flatMap(one -> IntStream.range(0, one.rows()).mapToObj(row -> one.at(row, column)))
                .toList();
    }

    /** How a table was understood, in one line. */
    static String said(SeriesSplit split) {
        return String.join(" ", split.understood());
    }
}
