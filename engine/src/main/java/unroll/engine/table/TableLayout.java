package unroll.engine.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands where in a table: titles first, then lines of names, one of units, and the rows of values.
 *
 * @param names a name for each column, no two alike
 * @param units a unit for each, or an empty text
 * @param head what the lines of the head are
 * @param headLines these lines of the file, from 1
 * @param firstLine that of the first row of values
 * @param titles lines before them that are none of the table's
 */
record TableLayout(
        List<String> names,
        List<String> units,
        HeadLines head,
        List<Integer> headLines,
        long firstLine,
        List<Long> titles) {
    TableLayout {
        names = List.copyOf(names);
        units = List.copyOf(units);
        headLines = List.copyOf(headLines);
        titles = List.copyOf(titles);
    }

    int width() {
        return names.size();
    }

    /** The line of the file that the names begin in, from 1; 0 where none names the columns. */
    int namesLine() {
        return headLines.isEmpty() ? 0 : headLines.getFirst();
    }

    /** What the lines before the values were taken for, a sentence each. */
    List<String> understood() {
        List<String> sentences = new ArrayList<>();
        if (!titles.isEmpty()) {
            sentences.add(lines(titles) + " taken as a title.");
        }
        if (head == HeadLines.NAMES_AND_UNITS) {
            sentences.add("Line " + headLines.getFirst() + " was taken as the columns' names, line "
                    + headLines.getLast() + " as their units.");
        } else if (!headLines.isEmpty()) {
            sentences.add(lines(headLines) + " taken as the columns' names.");
        }
        return sentences;
    }

    private static String lines(List<? extends Number> lines) {
        return lines.size() == 1
                ? "Line " + lines.getFirst() + " was"
                : "Lines " + lines.getFirst() + " to " + lines.getLast() + " were";
    }
}
