package unroll.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds what stands where in a table, by its first rows. */
final class LayoutFinder {
    /** Numbers in the first line are names where the others lie so many times their own range away. */
    private static final double FAR = 5;

    /** The share of columns in which they must. */
    private static final double MOST = 0.9;

    private static final int FEWEST_ROWS = 3;

    private final List<Sample.Row> rows;
    private final Reading reading;
    private final boolean ragged;
    private int width;

    /** What a column holds, judged by some of its cells. */
    interface Reading {
        ColumnKind kind(List<String> cells);
    }

    /** @param ragged whether rows end with their last value */
    LayoutFinder(Sample sample, boolean ragged, Reading reading) {
        rows = new ArrayList<>(sample.rows());
        this.ragged = ragged;
        this.reading = reading;
    }

    /**
     * The layout.
     *
     * @param given names from elsewhere than the rows
     * @param comment the last line before the table that is none of its, which can hold the names
     */
    TableLayout find(Optional<List<String>> given, List<String> comment, HeadLines wanted) {
        if (!rows.isEmpty() && rows.getFirst().text(0).toLowerCase(Locale.ROOT).startsWith("sep=")) {
            rows.removeFirst();
        }
        width = given.map(List::size).orElseGet(this::mostWidth);
        List<Long> titles = new ArrayList<>();
        boolean rowNames = false;
        while (given.isEmpty() && rows.size() > 1 && !fits(rows.getFirst())) {
            rowNames = lacksFirst(rows.getFirst());
            if (rowNames) {
                break;
            }
            titles.add(rows.removeFirst().line());
        }
        HeadLines head = given.isPresent() ? HeadLines.NONE : wanted == HeadLines.FOUND ? judged(rowNames) : wanted;
        Optional<Sample.Row> names =
                head == HeadLines.NONE || rows.isEmpty() ? Optional.empty() : Optional.of(rows.removeFirst());
        Optional<Sample.Row> units = head == HeadLines.NAMES_AND_UNITS && !rows.isEmpty()
                ? Optional.of(rows.removeFirst())
                : Optional.empty();
        int shift = rowNames ? 1 : 0;
        List<String> texts = given.orElseGet(
                () -> names.map(row -> texts(row, shift)).orElse(comment.size() == width ? comment : List.of()));
        return new TableLayout(
                distinct(texts),
                units.map(row -> texts(row, 0)).orElseGet(() -> texts(new Sample.Row(0, List.of()), 0)),
                names.map(row -> (int) row.line()).orElse(0),
                units.map(row -> (int) row.line()).orElse(0),
                rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().line(),
                titles);
    }

    /** The width of most rows, without columns at the end that are empty in all of them. */
    private int mostWidth() {
        if (ragged) {
            return rows.stream().mapToInt(Sample.Row::width).max().orElse(0);
        }
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
        int most = widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        return rows.stream()
                .filter(row -> row.cells().size() == most)
                .mapToInt(Sample.Row::width)
                .max()
                .orElse(0);
    }

    /** Whether a row at the beginning is one of the table's. */
    private boolean fits(Sample.Row row) {
        boolean wide = row.width() <= width && (ragged || row.cells().size() >= width);
        boolean title = width > 1
                && row.filled() == 1
                && !row.text(0).isEmpty()
                && rows.get(1).filled() > 1;
        return wide && !title;
    }

    /** Whether it names all columns but the first, as R writes a table with names of rows. */
    private boolean lacksFirst(Sample.Row row) {
        return row.cells().size() == width - 1
                && row.width() == width - 1
                && row.cells().stream().allMatch(cell -> word(cell.text().strip()))
                && IntStream.range(1, width).noneMatch(c -> word(rows.get(1).text(c)));
    }

    private boolean word(String cell) {
        return reading.kind(List.of(cell)) == ColumnKind.WORD;
    }

    private HeadLines judged(boolean rowNames) {
        if (rows.isEmpty()) {
            return HeadLines.NONE;
        }
        if (rowNames) {
            return HeadLines.NAMES;
        }
        if (rows.size() == 1) {
            return IntStream.range(0, width).allMatch(c -> odd(0, c, ColumnKind.NUMBER) && odd(0, c, ColumnKind.TIME))
                    ? HeadLines.NAMES
                    : HeadLines.NONE;
        }
        boolean units = rows.size() >= FEWEST_ROWS && unitsBelow();
        ColumnKind[] kinds = kinds(units ? 2 : 1);
        boolean names = IntStream.range(0, width).anyMatch(c -> kinds[c] != ColumnKind.WORD && odd(0, c, kinds[c]))
                || unnamedFirst()
                || numbersAreNames(kinds)
                || onlyWords(kinds);
        return names ? units ? HeadLines.NAMES_AND_UNITS : HeadLines.NAMES : HeadLines.NONE;
    }

    private ColumnKind[] kinds(int from) {
        return IntStream.range(0, width)
                .mapToObj(c -> reading.kind(rows.subList(from, rows.size()).stream()
                        .map(row -> row.text(c))
                        .toList()))
                .toArray(ColumnKind[]::new);
    }

    /** Whether a cell is a word in a column of something else. */
    private boolean odd(int row, int column, ColumnKind kind) {
        String text = rows.get(row).text(column);
        return word(text) && kind != ColumnKind.WORD && kind != ColumnKind.EMPTY;
    }

    /** Whether the second row has words, and the first has too, where numbers and times follow. */
    private boolean unitsBelow() {
        ColumnKind[] kinds = kinds(2);
        int odd = 0;
        for (int c = 0; c < width; c++) {
            if (kinds[c] == ColumnKind.NUMBER || kinds[c] == ColumnKind.TIME) {
                boolean second = odd(1, c, kinds[c]);
                if (!second && !rows.get(1).text(c).isEmpty()) {
                    return false;
                }
                odd += second && odd(0, c, kinds[c]) ? 1 : 0;
            }
        }
        return odd > 0;
    }

    /** Whether the first line leaves out the first name only, and all others have a value there, as pandas writes an index. */
    private boolean unnamedFirst() {
        Sample.Row first = rows.getFirst();
        return width > 1
                && first.text(0).isEmpty()
                && IntStream.range(1, width).noneMatch(c -> first.text(c).isEmpty())
                && rows.stream().skip(1).noneMatch(row -> row.text(0).isEmpty());
    }

    /** Whether numbers in the first line are names: in quotes as the others are not, counted on, or far from those below them. */
    private boolean numbersAreNames(ColumnKind[] kinds) {
        if (rows.size() < FEWEST_ROWS || Arrays.stream(kinds).anyMatch(kind -> kind != ColumnKind.NUMBER)) {
            return false;
        }
        Sample.Row first = rows.getFirst();
        List<String> texts = texts(first, 0);
        if (new HashSet<>(texts).size() < width || texts.stream().anyMatch(text -> !text.matches("\\d+"))) {
            return false;
        }
        boolean quoted = IntStream.range(0, width).allMatch(first::quoted)
                && rows.stream()
                        .skip(1)
                        .noneMatch(row -> IntStream.range(0, width).anyMatch(row::quoted));
        return quoted || width > 1 && (counted(texts) || far(texts));
    }

    private boolean counted(List<String> texts) {
        long first = Long.parseLong(texts.getFirst().length() > 9 ? "9" : texts.getFirst());
        return width >= FEWEST_ROWS
                && (first == 0 || first == 1 && fractions())
                && IntStream.range(0, width).allMatch(c -> texts.get(c).equals(String.valueOf(first + c)));
    }

    /** Whether every column has a number that is not whole. */
    private boolean fractions() {
        return IntStream.range(0, width)
                .allMatch(c -> rows.stream().skip(1).anyMatch(row -> NumberForm.POINT.parse(row.text(c)) % 1 != 0));
    }

    private boolean far(List<String> texts) {
        int far = 0;
        for (int c = 0; c < width; c++) {
            int column = c;
            double[] below = rows.stream()
                    .skip(1)
                    .mapToDouble(row -> NumberForm.POINT.parse(row.text(column)))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double least = Arrays.stream(below).min().orElse(Double.NaN);
            double most = Arrays.stream(below).max().orElse(Double.NaN);
            double name = Double.parseDouble(texts.get(c));
            far += Math.max(least - name, name - most) > FAR * Math.max(most - least, Math.abs(most)) ? 1 : 0;
        }
        return far >= MOST * width;
    }

    /** Whether a table without numbers begins with words that do not come again. */
    private boolean onlyWords(ColumnKind[] kinds) {
        return Arrays.stream(kinds).allMatch(kind -> kind == ColumnKind.WORD)
                && IntStream.range(0, width)
                        .allMatch(c -> rows.stream()
                                .skip(1)
                                .noneMatch(row ->
                                        row.text(c).equals(rows.getFirst().text(c))));
    }

    private List<String> texts(Sample.Row row, int shift) {
        return IntStream.range(0, width)
                .mapToObj(c -> c < shift ? "" : row.text(c - shift).replaceAll("\\s+", " "))
                .toList();
    }

    /** A name for each column, no two alike. */
    private List<String> distinct(List<String> texts) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            String text = c < texts.size() ? texts.get(c) : "";
            String name = text.isEmpty() ? Column.unnamed(c) : text;
            String free = name;
            for (int i = 2; !taken.add(free); i++) {
                free = name + " " + i;
            }
            names.add(free);
        }
        return names;
    }
}
