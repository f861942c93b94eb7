package unroll.engine.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** A cell of a table of numbers. */
final class CsvCell {
    /** How programs write a value that they do not have or that is not finite. */
    private static final Set<String> NO_VALUE =
            Set.of("", "nan", "na", "n/a", "null", "none", "inf", "+inf", "-inf", "infinity", "-infinity", "?", "-");

    private CsvCell() {}

    /** Whether it is a number in decimal notation; "NaN", "0x1p3" and "1f", which Java reads too, are none. */
    static boolean isNumeric(String cell) {
        String text = cell.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether it stands for a value that is not there. */
    static boolean isMissing(String cell) {
        return NO_VALUE.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** Its finite number, or a refusal that names the place. */
    static double number(String cell, Path file, int line, int column) {
        String text = cell.strip();
        if (text.isEmpty()) {
            throw new DataException(file, line, column, "a value is missing; fill it in or leave the row out");
        }
        if (!isNumeric(text)) {
            String advice = text.indexOf(',') >= 0 ? "; write decimals with a point" : "";
            throw new DataException(file, line, column, "'" + shortened(text) + "' is not a number" + advice);
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new DataException(file, line, column, "'" + shortened(text) + "' is too large");
        }
        return value;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 30 ? line : line.substring(0, 27) + "...";
    }
}
