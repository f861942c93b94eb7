package unroll.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds which of the first rows of a table are its head: by words where numbers and times follow, and by numbers that are unlike those below. */
final class HeadFinder {
    /** Numbers in the first line are names where the others lie so many times their own range away. */
    private static final double FAR = 5;

    /** The share of columns in which they must. */
    private static final double MOST = 0.9;

    private static final int FEWEST_ROWS = 3;

    /** A head of more lines is none. */
    private static final int MOST_LINES = 6;

    /** A number that can be a year. */
    private static final String YEAR = "(1[5-9]|2[01])\\d\\d";

    private final List<Sample.Row> rows;
    private final int width;
    private final Reading reading;

    /** What a column holds, judged by some of its cells. */
    interface Reading {
        ColumnKind kind(List<String> cells);
    }

    /** What the first {@code count} rows are. */
    record Head(HeadLines lines, int count) {
        static final Head NONE = new Head(HeadLines.NONE, 0);
    }

    /** @param rows from the first that may be of the head on */
    HeadFinder(List<Sample.Row> rows, int width, Reading reading) {
        this.rows = rows;
        this.width = width;
        this.reading = reading;
    }

    Head find() {
        if (rows.isEmpty()) {
            return Head.NONE;
        }
        if (rows.size() == 1) {
            return IntStream.range(0, width).allMatch(c -> word(rows.getFirst().text(c)))
                    ? new Head(HeadLines.NAMES, 1)
                    : Head.NONE;
        }
        int lines = lines();
        ColumnKind[] kinds = kinds(lines);
        boolean names = IntStream.range(0, width).anyMatch(c -> odd(0, c, kinds[c]))
                || unnamedFirst()
                || numbersAreNames(kinds)
                || yearsAreNames(kinds)
                || onlyWords(kinds);
        HeadLines what = lines == 1
                ? HeadLines.NAMES
                : lines == 2 && !levels() ? HeadLines.NAMES_AND_UNITS : HeadLines.JOINED_NAMES;
        return names ? new Head(what, lines) : Head.NONE;
    }

    /** How many lines a head has whose names are over several of them. */
    int joined() {
        return Math.clamp(lines(), Math.min(2, rows.size()), rows.size());
    }

    private boolean word(String cell) {
        return reading.kind(List.of(cell)) == ColumnKind.WORD;
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
        return (kind == ColumnKind.NUMBER || kind == ColumnKind.TIME)
                && word(rows.get(row).text(column));
    }

    /** How many rows at the beginning can be a head: the most below whose first there are only words, and nothing twice. */
    private int lines() {
        for (int lines = Math.min(MOST_LINES, rows.size() - 1); lines > 1; lines--) {
            List<Sample.Row> head = rows.subList(0, lines);
            if (texts(head.getLast()).stream().anyMatch(this::word)
                    && head.stream().map(this::texts).distinct().count() == lines
                    && words(lines, kinds(lines))) {
                return lines;
            }
        }
        return 1;
    }

    /** Whether the first rows but one have words where numbers and times follow, and the first has too. */
    private boolean words(int lines, ColumnKind[] kinds) {
        boolean grouped = grouped(rows.getFirst());
        for (int row = 1; row < lines; row++) {
            int odd = 0;
            for (int c = 0; c < width; c++) {
                boolean now = odd(row, c, kinds[c]);
                boolean value = kinds[c] == ColumnKind.NUMBER || kinds[c] == ColumnKind.TIME;
                if (value && !now && !rows.get(row).text(c).isEmpty()) {
                    return false;
                }
                odd += now && (grouped || odd(0, c, kinds[c])) ? 1 : 0;
            }
            if (odd == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row names groups of columns, each above its first: cells that are merged elsewhere leave the others empty. */
    private boolean grouped(Sample.Row row) {
        return row.width() > row.filled() && 2 * row.filled() <= width;
    }

    /** Whether the second of two lines tells columns apart that the first does not. */
    private boolean levels() {
        List<String> first =
                texts(rows.getFirst()).stream().filter(text -> !text.isEmpty()).toList();
        return grouped(rows.getFirst())
                || new HashSet<>(first).size() < first.size() && new HashSet<>(names(2)).size() == width;
    }

    /** The names that the first lines give, joined: those of groups hold for all of the group, and a last line of few names for these columns alone. */
    List<String> names(int lines) {
        Sample.Row last = rows.get(lines - 1);
        int index = lines > 1 && last.filled() == last.width() && last.width() < width ? last.width() : 0;
        List<List<String>> texts =
                rows.subList(0, lines).stream().map(this::carried).toList();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            List<String> parts = new ArrayList<>();
            for (List<String> line : texts.subList(c < index ? lines - 1 : 0, lines)) {
                String part = line.get(c);
                if (!part.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(part))) {
                    parts.add(part);
                }
            }
            names.add(String.join(" ", parts));
        }
        return names;
    }

    private List<String> carried(Sample.Row row) {
        List<String> texts = new ArrayList<>(texts(row));
        for (int c = 1; c < width && grouped(row); c++) {
            if (texts.get(c).isEmpty()) {
                texts.set(c, texts.get(c - 1));
            }
        }
        return texts;
    }

    private List<String> texts(Sample.Row row) {
        return row.texts(width);
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
        List<String> texts = texts(first);
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

    /** Whether beside words that do not come again the first line counts years, and what follows are none. */
    private boolean yearsAreNames(ColumnKind[] kinds) {
        List<String> years = new ArrayList<>();
        boolean others = false;
        boolean again = false;
        for (int c = 0; c < width; c++) {
            String first = rows.getFirst().text(c);
            if (kinds[c] == ColumnKind.NUMBER || kinds[c] == ColumnKind.EMPTY) {
                years.add(first);
                others |= below(c).anyMatch(text -> !text.isEmpty() && !text.matches(YEAR));
            } else {
                again |= kinds[c] != ColumnKind.WORD || below(c).anyMatch(first::equals);
            }
        }
        return years.size() > 1
                && years.size() < width
                && !again
                && others
                && years.stream().allMatch(year -> year.matches(YEAR))
                && IntStream.range(1, years.size())
                        .allMatch(i -> Integer.parseInt(years.get(i)) == Integer.parseInt(years.get(i - 1)) + 1);
    }

    private Stream<String> below(int column) {
        return rows.stream().skip(1).map(row -> row.text(column));
    }

    /** Whether a table without numbers begins with words that do not come again. */
    private boolean onlyWords(ColumnKind[] kinds) {
        return Arrays.stream(kinds).allMatch(kind -> kind == ColumnKind.WORD)
                && IntStream.range(0, width)
                        .allMatch(c -> below(c).noneMatch(rows.getFirst().text(c)::equals));
    }
}
