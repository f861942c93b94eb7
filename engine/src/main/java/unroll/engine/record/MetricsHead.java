package unroll.engine.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.FileException;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Reading;
import unroll.engine.sequence.Metric;

/**
 * The columns of a metrics file by the names in its first line, so that one that was written when there were others is read too: also
 * one whose tests had no units in their names, where two could be called alike, and one that a spreadsheet has saved with its own separator.
 *
 * @param names of the columns
 * @param separator between the cells of its file; lines have commas once they are read
 */
record MetricsHead(List<String> names, char separator) {
    private static final char SEPARATOR = ',';

    /** What spreadsheets write where the comma is the decimal point, and tabs. */
    private static final List<Character> SEPARATORS = List.of(SEPARATOR, ';', '\t');

    private static final String UPDATE = "update";
    private static final String SECONDS = "seconds";
    private static final String TRAIN = "train";
    private static final String EVALUATIONS = "evaluations";
    private static final String TEST = "test ";

    /** The columns that every run has, in front of those of its tests and of its optimiser's gauges. */
    static final List<String> FIXED =
            List.of(UPDATE, SECONDS, TRAIN, "gradient norm", "learning rate", "momentum", EVALUATIONS);

    MetricsHead {
        names = List.copyOf(names);
    }

    /** Columns as this program writes them. */
    MetricsHead(List<String> names) {
        this(names, SEPARATOR);
    }

    /** The columns of a run. */
    static MetricsHead of(List<Metric> metrics, List<Gauge> gauges) {
        List<String> names = new ArrayList<>(FIXED);
        metrics.forEach(metric -> names.add(TEST + metric.title()));
        gauges.forEach(gauge -> names.add(gauge.name()));
        return new MetricsHead(names);
    }

    /** The columns of a file with this text; {@code otherwise} where it has no head. */
    static MetricsHead read(String text, MetricsHead otherwise) {
        String first = text.substring(0, Math.max(0, text.indexOf('\n'))).stripTrailing();
        return SEPARATORS.stream()
                .map(separator -> new MetricsHead(List.of(first.split(String.valueOf(separator), -1)), separator))
                .filter(head -> head.names.containsAll(List.of(UPDATE, SECONDS, TRAIN)))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * The columns of a file; those that every run has where it is missing.
     *
     * @throws RunException where it cannot be read
     */
    static MetricsHead of(Path file) {
        MetricsHead fixed = new MetricsHead(FIXED);
        if (!Files.exists(file)) {
            return fixed;
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            @Nullable String first = in.readLine();
            return first == null ? fixed : read(first + "\n", fixed);
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /** The names of the scores of its tests. */
    List<String> tests() {
        return names.stream()
                .filter(name -> name.startsWith(TEST))
                .map(name -> name.substring(TEST.length()))
                .toList();
    }

    /** The line that a text stands for; null where it stands for none. */
    @Nullable
    MetricsLine line(String text) {
        String words = separator == SEPARATOR
                ? text
                : text.replace(SEPARATOR, '.').replace(separator, SEPARATOR); // such files have decimal commas
        String[] cells = words.split(",", -1);
        if (cells.length != names.size()) {
            return null;
        }
        try {
            long update = Long.parseLong(cell(cells, UPDATE));
            double seconds = Double.parseDouble(cell(cells, SECONDS));
            String train = cell(cells, TRAIN);
            if (train.isEmpty()) {
                return new MetricsLine(words, update, seconds, 0, 0, scores(cells));
            }
            String evaluations = cell(cells, EVALUATIONS);
            return new MetricsLine(
                    words,
                    update,
                    seconds,
                    Double.parseDouble(train),
                    evaluations.isEmpty() ? 1 : Double.parseDouble(evaluations),
                    new double[0]);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Of a line that is none of an update: a score that there was not yet, or under another name, is no number; one of them is. */
    private double[] scores(String[] cells) {
        int[] tests = IntStream.range(0, cells.length)
                .filter(i -> names.get(i).startsWith(TEST))
                .toArray();
        if (tests.length > 0 && Arrays.stream(tests).allMatch(i -> cells[i].isEmpty())) {
            throw new NumberFormatException("neither a training value nor a score");
        }
        return Arrays.stream(tests)
                .mapToDouble(i -> cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]))
                .toArray();
    }

    /** The readings of a line; none where one of them is missing. */
    List<Reading> readings(MetricsLine line, List<Gauge> gauges) {
        String[] cells = line.words().split(",", -1);
        List<Reading> readings = new ArrayList<>();
        for (Gauge gauge : gauges) {
            String cell = cell(cells, gauge.name());
            if (cell.isEmpty()) {
                return List.of();
            }
            readings.add(
                    gauge.form() == Gauge.Presentation.WORDS
                            ? Reading.of(gauge.name(), cell)
                            : Reading.of(gauge.name(), Double.parseDouble(cell)));
        }
        return readings;
    }

    /** A line of another head under this one, with empty cells where that has no such column; null where it stands for no line. */
    @Nullable
    MetricsLine adopt(MetricsLine line, MetricsHead other) {
        if (other.equals(this)) {
            return line;
        }
        String[] cells = line.words().split(",", -1);
        return line(IntStream.range(0, names.size()) // this is a head of our own, with commas
                .map(column -> other.matching(this, column))
                .mapToObj(column -> column < 0 ? "" : cells[column])
                .collect(Collectors.joining(",")));
    }

    /**
     * The column that is one of another head: of its name, or else of its name without the unit, the first of two such for the first;
     * -1 where there is none.
     */
    private int matching(MetricsHead other, int column) {
        String name = other.names.get(column);
        int same = names.indexOf(name);
        if (same >= 0 || !name.startsWith(TEST)) {
            return same;
        }
        String plain = withoutUnit(name);
        long before = other.names.subList(0, column).stream()
                .filter(earlier -> withoutUnit(earlier).equals(plain))
                .count();
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(plain))
                .skip(before)
                .findFirst()
                .orElse(-1);
    }

    private static String withoutUnit(String name) {
        return name.replaceFirst(" \\([^()]*\\)$", "");
    }

    /** The cell of a column; empty where there is none. */
    private String cell(String[] cells, String name) {
        int column = names.indexOf(name);
        return column < 0 ? "" : cells[column];
    }

    /** The head as the first line has it. */
    String words() {
        return String.join(String.valueOf(separator), names);
    }
}
