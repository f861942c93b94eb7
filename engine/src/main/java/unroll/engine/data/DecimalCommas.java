package unroll.engine.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Notices a table in which commas are decimal points: cut at its commas, every second column holds the digits behind them, some with
 * zeros in front as no number of its own has them.
 */
final class DecimalCommas {
    private final boolean[] digits;
    private final boolean[] padded;
    private boolean whole = true;

    /** Of a table with so many columns, none of them named. */
    DecimalCommas(int columns) {
        digits = new boolean[columns];
        padded = new boolean[columns];
        Arrays.fill(digits, true);
    }

    /** The next row, as wide as the table. */
    void add(List<String> cells) {
        for (int i = 0; i < digits.length; i++) {
            String cell = cells.get(i).strip();
            digits[i] &= cell.matches("\\d+");
            padded[i] |= cell.matches("0\\d+");
            whole &= i % 2 == 1 || cell.matches("[-+]?\\d+");
        }
    }

    /**
     * Does nothing where the commas stand between numbers.
     *
     * @throws DataException where they stand within them
     */
    void refuse(Path file) {
        boolean fractions = digits.length % 2 == 0
                && IntStream.range(0, digits.length / 2).map(i -> 2 * i + 1).allMatch(i -> digits[i] && padded[i]);
        if (whole && fractions) {
            throw new DataException(
                    file,
                    1,
                    2,
                    "the commas seem to be decimal points, for every second column has zeros in front; write decimals"
                            + " with a point, or name the columns in the first line");
        }
    }
}
