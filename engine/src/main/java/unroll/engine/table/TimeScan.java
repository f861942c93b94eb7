package unroll.engine.table;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a cell that may be a time is made of: its numbers, the name of a month, and its pattern, in which n stands for a number, M for the
 * name of a month, p for a.m. or p.m., Z for universal time, Q for a quarter, W for a week, and every other sign for itself.
 */
final class TimeScan {
    private static final int MOST_NUMBERS = 9;
    private static final int MOST_DIGITS = 18;

    /** Of Europe, without those in which a month has the name of another one elsewhere, as listopad in Croatian and Polish. */
    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "de-AT", "fr", "it", "es", "pt", "ca", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk",
                    "sl", "hu", "ro", "tr", "el", "ru", "uk", "bg", "et", "lv", "lt")
            .map(Locale::forLanguageTag)
            .toList();

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** Written without accents, and as they were shortened before. */
    private static final Map<String, Integer> OTHER_MONTHS = Map.of(
            "maerz",
            3,
            "mrz",
            3,
            "jaenner",
            1,
            "sept",
            9,
            "\u0444\u0435\u0432",
            2,
            "\u0441\u0435\u043D",
            9,
            "\u043D\u043E\u044F",
            11);

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> WEEKDAYS = weekdays();

    /** What stands behind or between numbers and says nothing: 1st of May, 1 de mayo. */
    private static final Set<String> FILLERS = Set.of("st", "nd", "rd", "th", "of", "de", "d");

    private final long[] numbers = new long[MOST_NUMBERS];
    private final int[] digits = new int[MOST_NUMBERS];
    private final StringBuilder pattern = new StringBuilder();
    private int count;
    private int month;
    private boolean afternoon;

    /** Looks at a cell; returns whether it can be a time at all. */
    boolean scan(String cell) {
        count = 0;
        month = 0;
        afternoon = false;
        pattern.setLength(0);
        int i = 0;
        while (i < cell.length()) {
            char c = cell.charAt(i);
            int end = i + 1;
            if (c >= '0' && c <= '9') {
                while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
                    end++;
                }
                if (!number(cell, i, end)) {
                    return false;
                }
            } else if (Character.isLetter(c)) {
                while (end < cell.length() && Character.isLetter(cell.charAt(end))) {
                    end++;
                }
                if (!word(cell.substring(i, end).toLowerCase(Locale.ROOT))) {
                    return false;
                }
            } else {
                sign(c);
            }
            i = end;
        }
        trim();
        return count > 0;
    }

    private boolean number(String cell, int begin, int end) {
        if (count == MOST_NUMBERS || end - begin > MOST_DIGITS) {
            return false;
        }
        numbers[count] = Long.parseLong(cell, begin, end, 10);
        digits[count++] = end - begin;
        pattern.append('n');
        return true;
    }

    private boolean word(String word) {
        Integer named = MONTHS.get(word);
        if (named != null) {
            month = named;
            pattern.append('M');
        } else if (word.equals("am") || word.equals("pm")) {
            afternoon = word.equals("pm");
            pattern.append('p');
        } else if (word.equals("z") || word.equals("utc") || word.equals("gmt")) {
            pattern.append('Z');
        } else if (word.equals("q") || word.equals("w")) {
            pattern.append(word.toUpperCase(Locale.ROOT));
        } else if (word.equals("t")) {
            pattern.append(' ');
        } else {
            return WEEKDAYS.contains(word) || FILLERS.contains(word);
        }
        return true;
    }

    /** Blanks next to each other are one; a comma is one, unless decimals follow it; a point after a word is nothing. */
    private void sign(char c) {
        boolean blank = NumberForm.blank(c) || c == ',' && (pattern.length() < 4 || pattern.indexOf(":") < 0);
        char last = pattern.isEmpty() ? ' ' : pattern.charAt(pattern.length() - 1);
        if (!blank && !(c == '.' && last != 'n')) {
            if (last == ' ' && c == '-' && !pattern.isEmpty()) {
                pattern.setLength(pattern.length() - 1);
            }
            pattern.append(c);
        } else if (blank && last != ' ') {
            pattern.append(' ');
        }
    }

    private void trim() {
        while (!pattern.isEmpty() && pattern.charAt(pattern.length() - 1) == ' ') {
            pattern.setLength(pattern.length() - 1);
        }
    }

    String pattern() {
        return pattern.toString();
    }

    boolean is(String other) {
        return other.contentEquals(pattern);
    }

    /** Its numbers, in their order. */
    int count() {
        return count;
    }

    long number(int i) {
        return numbers[i];
    }

    /** The digits that number {@code i} is written with. */
    int digits(int i) {
        return digits[i];
    }

    /** The month that is named, from 1; 0 where none is. */
    int month() {
        return month;
    }

    boolean afternoon() {
        return afternoon;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>(OTHER_MONTHS);
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    String name = letters(month.getDisplayName(style, language));
                    months.putIfAbsent(name, month.getValue());
                    months.putIfAbsent(withoutAccents(name), month.getValue());
                }
            }
        }
        for (Month month : Month.values()) {
            months.put(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month.getValue());
        }
        return months;
    }

    private static String withoutAccents(String name) {
        return ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    }

    private static Set<String> weekdays() {
        Set<String> days = new HashSet<>();
        for (Locale language : LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.add(letters(day.getDisplayName(TextStyle.FULL, language)));
                days.add(letters(day.getDisplayName(TextStyle.SHORT, language)));
            }
        }
        days.removeAll(MONTHS.keySet()); // "mar" is a month and a Tuesday
        days.removeIf(day -> day.length() == 1);
        return days;
    }

    private static String letters(String name) {
        return name.replace(".", "").toLowerCase(Locale.ROOT);
    }
}
