package unroll.engine.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the cells of one column by its form, and keeps those that do not fit it. */
final class ColumnReader {
    /** So many cells that do not fit say all there is to say. */
    private static final int MOST_STRAYS = 200;

    private static final int CHUNK = 1 << 14;
    private static final double[] NOTHING = {};

    private final ColumnForm form;
    private final Missing missing;
    private final TimeScan scan = new TimeScan();
    private final List<double[]> chunks = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    private final BitSet infinite = new BitSet();
    private int count;

    /** A word, and the row that it came in first. */
    private record Word(String text, int row) {}

    /** A cell that is not of its column's kind. */
    record Stray(int row, String text) {}

    ColumnReader(ColumnForm form, Missing missing) {
        this.form = form;
        this.missing = missing;
    }

    /** The next cell; {@code row} counts rows of values from 0. */
    void add(char[] text, int from, int length, int row) {
        append(value(text, from, length, row));
    }

    /** A row that has no such cell. */
    void skip() {
        append(Double.NaN);
    }

    private double value(char[] text, int from, int length, int row) {
        if (form.kind() == ColumnKind.NUMBER || form.second() > 0) {
            double number = number(text, from, length);
            if (Double.isFinite(number)) {
                return missing.number(number) ? Double.NaN : form.second() > 0 ? number / form.second() : number;
            }
        }
        String cell = new String(text, from, length).strip();
        if (missing.word(cell)) {
            infinite.set(row, Missing.infinite(cell));
            return Double.NaN;
        }
        if (form.kind() == ColumnKind.WORD) {
            return places.computeIfAbsent(cell, any -> {
                words.add(new Word(cell, row));
                return words.size() - 1;
            });
        }
        double seconds = form.times().map(times -> times.seconds(cell, scan)).orElse(Double.NaN);
        if (Double.isNaN(seconds) && strays.size() < MOST_STRAYS) {
            strays.add(new Stray(row, cell));
        }
        return seconds;
    }

    private double number(char[] text, int from, int length) {
        double number = form.numbers().parse(text, from, length);
        return form.unit().isEmpty() || !Double.isNaN(number)
                ? number
                : WrittenUnit.of(new String(text, from, length).strip())
                        .filter(cell -> cell.unit().equals(form.unit()))
                        .map(cell -> form.numbers().parse(cell.number()))
                        .orElse(NumberForm.NONE);
    }

    private void append(double value) {
        if (count % CHUNK == 0 && count / CHUNK == chunks.size()) {
            chunks.add(new double[CHUNK]);
        }
        chunks.get(count / CHUNK)[count % CHUNK] = value;
        count++;
    }

    /** Forgets all but the first rows. */
    void cut(int rows) {
        count = Math.min(count, rows);
        infinite.clear(rows, Math.max(rows, infinite.length()));
        strays.removeIf(stray -> stray.row() >= rows);
        while (!words.isEmpty() && words.getLast().row() >= rows) {
            places.remove(words.removeLast().text());
        }
    }

    /** Whether the last cell, of this row, gave no value. */
    boolean lacks(int row) {
        return count == row + 1 && Double.isNaN(chunks.get(row / CHUNK)[row % CHUNK]);
    }

    /** Whether the last word came in this row first. */
    boolean isNew(int row) {
        return !words.isEmpty() && words.getLast().row() == row;
    }

    /** How many cells that give no value are infinite. */
    int infinite() {
        return infinite.cardinality();
    }

    List<Stray> strays() {
        return strays;
    }

    double[] values() {
        double[] values = new double[count];
        for (int i = 0; i < chunks.size(); i++) {
            int from = Math.min(i * CHUNK, count);
            System.arraycopy(chunks.get(i), 0, values, from, Math.clamp(count - from, 0, CHUNK));
            chunks.set(i, NOTHING); // so that the numbers are held once
        }
        return values;
    }

    List<String> words() {
        return words.stream().map(Word::text).toList();
    }
}
