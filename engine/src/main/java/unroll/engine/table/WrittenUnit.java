package unroll.engine.table;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cell in which a number stands with its unit: "37 kWh", "12,5 \u00B0C", "EUR 99".
 *
 * @param number as it is written
 * @param unit behind it, or the code of a currency before it
 */
record WrittenUnit(String number, String unit) {
    /** A column has a unit that at least so many of its cells have, while the others are numbers without. */
    private static final double MOST = 0.5;

    private static final Pattern BEHIND = Pattern.compile("([^\\p{L}\u00B0%\u2030]*[0-9.,])["
            + " \u00A0\u202F]?([\u00B0%\u2030]?\\p{L}[\\p{L}0-9\u00B0%\u00B2\u00B3/\u00B7^. -]{0,11})");

    private static final Pattern BEFORE = Pattern.compile("(-?)(\\p{Lu}{3})[ \u00A0\u202F]?([^\\p{L}]*[0-9.,])");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** What a cell may be; empty where it has no unit. Whether its number is one is for a {@link NumberForm} to say. */
    static Optional<WrittenUnit> of(String cell) {
        Matcher behind = BEHIND.matcher(cell);
        if (behind.matches()) {
            return Optional.of(new WrittenUnit(behind.group(1), behind.group(2)));
        }
        Matcher before = BEFORE.matcher(cell);
        return before.matches() && CURRENCIES.contains(before.group(2))
                ? Optional.of(new WrittenUnit(before.group(1) + before.group(3), before.group(2)))
                : Optional.empty();
    }

    /** A cell without its unit, unless it is a number as it is. */
    static String bare(String cell) {
        return Double.isNaN(NumberForm.POINT.parse(cell)) && Double.isNaN(NumberForm.COMMA.parse(cell))
                ? of(cell).map(WrittenUnit::number).orElse(cell)
                : cell;
    }

    /** The different units of cells, which are different numbers of which most have one; none where they are anything else. */
    static List<String> all(List<String> cells, NumberForm numbers) {
        List<WrittenUnit> written = cells.stream()
                .flatMap(cell -> of(cell).stream())
                .filter(cell -> !Double.isNaN(numbers.parse(cell.number)))
                .toList();
        long plain = cells.stream()
                .filter(cell -> !Double.isNaN(numbers.parse(cell)))
                .count();
        boolean differ = written.stream().map(WrittenUnit::number).distinct().count() > 1;
        return differ && written.size() >= MOST * cells.size() && written.size() + plain == cells.size()
                ? written.stream().map(WrittenUnit::unit).distinct().toList()
                : List.of();
    }
}
