package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.record.RunFolder;

/** A test that learns from tables and predicts others by the command line. */
abstract class ForecastTest extends CommandTest {
    static String lines(int rows, IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    static double level(int i) {
        return 50 + 20 * Math.sin(i / 3.0) + i % 7;
    }

    final Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A column of levels on some days from 2021 on. */
    final Path dated(String name, int rows, Predicate<LocalDate> isRow) throws IOException {
        List<LocalDate> days = Stream.iterate(LocalDate.of(2021, 1, 1), day -> day.plusDays(1))
                .filter(isRow)
                .limit(rows)
                .toList();
        return write(
                name, "Date,level\n" + lines(rows, i -> String.format(Locale.ROOT, "%s,%.4f", days.get(i), level(i))));
    }

    static boolean workday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }

    final Path run() {
        return RunFolder.list(folder.resolve("runs")).getFirst().path();
    }

    final void learn(Path file, String... settings) {
        List<Object> arguments = new ArrayList<>(List.of("train", file, "--runs", folder.resolve("runs")));
        for (String setting : List.of("training.updates=9", "training.testSequences=4", "model.hidden=5")) {
            arguments.addAll(List.of("--set", setting));
        }
        Arrays.stream(settings).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        assertThat(call(arguments.toArray())).as(complained()).isZero();
    }

    /** The cells of what is predicted, the head first. */
    final List<String[]> predict(Object... arguments) throws IOException {
        Path table = folder.resolve("forecast.csv");
        List<Object> all = new ArrayList<>(List.of("predict", run()));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--to", table));
        assertThat(call(all.toArray())).as(complained()).isZero();
        return Files.readAllLines(table).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    static List<String> column(List<String[]> table, int column, int from) {
        return table.subList(from, table.size()).stream()
                .map(row -> row[column])
                .toList();
    }

    final void assertRefused(String reason, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("predict", run()));
        all.addAll(List.of(arguments));
        assertThat(call(all.toArray())).isEqualTo(2);
        assertThat(complained()).contains(reason);
    }
}
