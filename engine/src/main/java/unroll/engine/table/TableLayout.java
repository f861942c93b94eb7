package unroll.engine.table;

import java.util.List;

/**
 * What stands where in a table: titles first, then a line of names, one of units, and the rows of values.
 *
 * @param names a name for each column, no two alike
 * @param units a unit for each, or an empty text
 * @param namesLine of the file, from 1; 0 where none names them
 * @param unitsLine the same
 * @param firstLine that of the first row of values
 * @param titles lines before them that are none of the table's
 */
record TableLayout(
        List<String> names, List<String> units, int namesLine, int unitsLine, long firstLine, List<Long> titles) {
    TableLayout {
        names = List.copyOf(names);
        units = List.copyOf(units);
        titles = List.copyOf(titles);
    }

    int width() {
        return names.size();
    }

    HeadLines head() {
        return unitsLine > 0 ? HeadLines.NAMES_AND_UNITS : namesLine > 0 ? HeadLines.NAMES : HeadLines.NONE;
    }
}
