package unroll.engine.table;

import java.util.List;
import java.util.Optional;

/**
 * A column that was taken for words, and at least half of whose cells are numbers.
 *
 * @param name of the column
 * @param numbers how many cells are numbers
 * @param others how many are not
 * @param words all different cells that are not, in the order in which they come
 * @param line of the file that the first of them stands in; 0 where it is none of the first
 */
record MixedColumn(String name, int numbers, int others, List<String> words, long line) {
    /** More different words are no marks for values that are missing. */
    private static final int MOST_MARKS = 5;

    MixedColumn {
        words = List.copyOf(words);
    }

    /** The column as such a one, if it is. */
    static Optional<MixedColumn> of(Column column, int place, NumberForm form, Sample sample) {
        List<String> words = column.words().stream()
                .filter(word -> Double.isNaN(form.parse(word)))
                .toList();
        if (column.kind() != ColumnKind.WORD || words.size() == column.words().size()) {
            return Optional.empty();
        }
        boolean[] number = new boolean[column.words().size()];
        for (int w = 0; w < number.length; w++) {
            number[w] = !Double.isNaN(form.parse(column.words().get(w)));
        }
        int numbers = 0;
        int others = 0;
        for (double value : column.values()) {
            if (!Double.isNaN(value)) {
                numbers += number[(int) value] ? 1 : 0;
                others += number[(int) value] ? 0 : 1;
            }
        }
        long line = sample.rows().stream()
                .filter(row -> row.text(place).equals(words.getFirst()))
                .mapToLong(Sample.Row::line)
                .findFirst()
                .orElse(0);
        return numbers < others
                ? Optional.empty()
                : Optional.of(new MixedColumn(column.name(), numbers, others, words, line));
    }

    /** "'x' holds 15 numbers and 5 words, the first of them '<1' in line 5, and was taken for words". */
    private String words(String end) {
        return "'" + name + "' holds " + numbers + (numbers == 1 ? " number and " : " numbers and ") + others
                + (others == 1 ? " word, '" : " words, the first of them '") + words.getFirst() + "'"
                + (line > 0 ? " in line " + line : "") + ", and was taken for words" + end;
    }

    /** Whether the words can stand for values that are missing. */
    private boolean marked() {
        return words.size() <= MOST_MARKS && words.stream().noneMatch(word -> word.indexOf(',') >= 0);
    }

    /** The question whether the words stand for values that are missing; empty where there are too many of them. */
    Optional<Doubt> doubt() {
        return marked()
                ? Optional.of(new Doubt(
                        words(": do these stand for missing values, or are they words (none)?"),
                        "missing",
                        List.of(String.join(", ", words), "none")))
                : Optional.empty();
    }

    /** What is said of it where nothing is asked. */
    Optional<String> sentence() {
        return marked() ? Optional.empty() : Optional.of(words("; to have numbers, correct these cells in the file."));
    }
}
