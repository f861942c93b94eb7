package unroll.engine.table;

import java.util.ArrayList;
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
    /** So many lines can stand before a table. */
    private static final int MOST_TITLES = 30;

    /** A byte order mark, which programs leave within a text where they put files together. */
    private static final String MARK = "\uFEFF";

    private final List<Sample.Row> rows;
    private final HeadFinder.Reading reading;
    private final boolean ragged;
    private int width;

    /** @param ragged whether rows end with their last value */
    LayoutFinder(Sample sample, boolean ragged, HeadFinder.Reading reading) {
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
        for (int block = given.isPresent() ? 0 : titleBlock(); block > 0; block--) {
            titles.add(rows.removeFirst().line());
        }
        HeadFinder finder = new HeadFinder(List.copyOf(rows), width, reading);
        HeadFinder.Head head = given.isPresent()
                ? HeadFinder.Head.NONE
                : rowNames && wanted == HeadLines.FOUND ? oneLine() : head(finder, wanted);
        boolean units = head.lines() == HeadLines.NAMES_AND_UNITS && head.count() > 1;
        int named = units ? head.count() - 1 : head.count();
        List<String> texts = given.orElseGet(() -> comment.size() == width ? comment : List.of());
        if (named > 0) {
            texts = rowNames && named == 1 ? shifted(rows.getFirst().texts(width - 1)) : finder.names(named);
        }
        List<Sample.Row> lines = List.copyOf(rows.subList(0, head.count()));
        rows.subList(0, head.count()).clear();
        return new TableLayout(
                distinct(texts),
                (units ? lines.getLast() : new Sample.Row(0, List.of())).texts(width),
                head.lines(),
                lines.stream().map(row -> (int) row.line()).toList(),
                rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().line(),
                titles);
    }

    private static HeadFinder.Head oneLine() {
        return new HeadFinder.Head(HeadLines.NAMES, 1);
    }

    private HeadFinder.Head head(HeadFinder finder, HeadLines wanted) {
        int lines = switch (wanted) {
            case FOUND, NONE -> 0;
            case NAMES -> 1;
            case NAMES_AND_UNITS -> 2;
            case JOINED_NAMES -> finder.joined();
        };
        return wanted == HeadLines.FOUND ? finder.find() : new HeadFinder.Head(wanted, Math.min(lines, rows.size()));
    }

    private static List<String> shifted(List<String> names) {
        List<String> shifted = new ArrayList<>(List.of(""));
        shifted.addAll(names);
        return shifted;
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

    /** How many rows fill no more than half the width, from the left, before a head of which one line names all columns. */
    private int titleBlock() {
        int block = 0;
        while (block < Math.min(rows.size() - 1, MOST_TITLES) && narrow(rows.get(block))) {
            block++;
        }
        if (block == 0) {
            return 0;
        }
        Sample.Row first = rows.get(block);
        boolean full = first.filled() + (first.text(0).isEmpty() ? 1 : 0) == width;
        HeadLines head = new HeadFinder(rows.subList(block, rows.size()), width, reading)
                .find()
                .lines();
        return head == HeadLines.JOINED_NAMES || full && head != HeadLines.NONE ? block : 0;
    }

    private boolean narrow(Sample.Row row) {
        return row.filled() == row.width() && 2 * row.width() <= width;
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

    /** A name for each column, no two alike. */
    private List<String> distinct(List<String> texts) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            String text = c < texts.size() ? texts.get(c).replace(MARK, "").strip() : "";
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
