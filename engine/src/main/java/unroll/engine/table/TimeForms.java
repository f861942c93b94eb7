package unroll.engine.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which the times of one column are written, most often one.
 *
 * @param forms each of another pattern
 * @param doubtful whether day and month could as well be the other way round
 */
record TimeForms(List<TimeForm> forms, boolean doubtful) {
    /** More are no times but other things with numbers in them. */
    private static final int MOST_PATTERNS = 6;

    /** An order of day and month by which the steps are so many times as uneven as by another is the wrong one. */
    private static final double UNEVEN = 2;

    private static final Pattern PARTS = Pattern.compile(
            "(?<date>[nMQW./ -]*?)(?: ?(?<time>n:n(?::n(?:[.,]n)?|\\.n)?)(?: ?p)?(?<zone> ?Z| ?[+-]n(?::n)?)?)?");

    TimeForms {
        forms = List.copyOf(forms);
    }

    /** Those of these cells, none of which is missing; empty where one of them is no time. */
    static Optional<TimeForms> of(List<String> cells, DateOrder wanted) {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        TimeScan scan = new TimeScan();
        for (String cell : cells) {
            if (!scan.scan(cell)) {
                return Optional.empty();
            }
            patterns.computeIfAbsent(scan.pattern(), any -> new ArrayList<>()).add(cell);
            if (patterns.size() > MOST_PATTERNS) {
                return Optional.empty();
            }
        }
        List<TimeForm> forms = new ArrayList<>();
        boolean doubtful = false;
        for (List<String> alike : patterns.values()) {
            List<TimeForm> possible = possible(alike);
            if (possible.isEmpty()) {
                return Optional.empty();
            }
            TimeForm chosen = chosen(possible, alike, wanted);
            doubtful |= wanted == DateOrder.FOUND && doubtful(possible, alike);
            forms.add(chosen);
        }
        return forms.isEmpty() ? Optional.empty() : Optional.of(new TimeForms(forms, doubtful));
    }

    /** Whether most of these cells are a month apart, and none goes the other way. */
    boolean monthly(List<String> cells) {
        TimeScan scan = new TimeScan();
        int[] months = cells.stream()
                .mapToDouble(cell -> seconds(cell, scan))
                .mapToObj(seconds -> LocalDate.ofEpochDay((long) seconds / 86_400))
                .mapToInt(day -> 12 * day.getYear() + day.getMonthValue())
                .toArray();
        int[] steps = IntStream.range(1, months.length)
                .map(i -> months[i] - months[i - 1])
                .sorted()
                .toArray();
        return steps.length > 0
                && (long) steps[0] * steps[steps.length - 1] > 0
                && Math.abs(steps[steps.length / 2]) == 1;
    }

    /** Seconds since the beginning of 1970 or since midnight, or {@link TimeForm#NONE}. */
    double seconds(String cell, TimeScan scan) {
        if (scan.scan(cell)) {
            for (TimeForm form : forms) {
                double seconds = form.seconds(scan);
                if (!Double.isNaN(seconds)) {
                    return seconds;
                }
            }
        }
        return TimeForm.NONE;
    }

    /** Which number of their dates comes first, of those in which a day and a month begin; else {@link DateOrder#FOUND}. */
    DateOrder order() {
        return forms.stream().anyMatch(form -> form.roles().startsWith("DM"))
                ? DateOrder.DAY_FIRST
                : forms.stream().anyMatch(form -> form.roles().startsWith("MD"))
                        ? DateOrder.MONTH_FIRST
                        : DateOrder.FOUND;
    }

    /** Whether they say how far from universal time they are: by Z or in hours. */
    boolean universal() {
        return zoned() || forms.stream().anyMatch(form -> form.pattern().endsWith("Z"));
    }

    /** Whether they say so in hours. */
    boolean zoned() {
        return forms.stream().anyMatch(form -> form.roles().indexOf('z') >= 0);
    }

    boolean dated() {
        return forms.stream().anyMatch(TimeForm::dated);
    }

    /** All forms by which every one of the cells, which are alike, is a time. */
    private static List<TimeForm> possible(List<String> cells) {
        TimeScan scan = new TimeScan();
        scan.scan(cells.getFirst());
        boolean plain = plain(scan);
        List<TimeForm> possible = new ArrayList<>();
        for (String roles : roles(scan)) {
            TimeForm form = new TimeForm(scan.pattern(), roles);
            if (cells.stream().allMatch(cell -> scan.scan(cell) && !Double.isNaN(form.seconds(scan)))
                    && (plain || clock(form, scan) || goesOn(form, cells))) {
                possible.add(form);
            }
            scan.scan(cells.getFirst());
        }
        return possible;
    }

    /** Whether a cell alone shows that it is a time: by a clock, the name of a month, a quarter or week, or a year of four digits. */
    private static boolean plain(TimeScan scan) {
        boolean named = scan.pattern().chars().anyMatch(sign -> "MQWp:".indexOf(sign) >= 0);
        return named || IntStream.range(0, scan.count()).anyMatch(i -> scan.digits(i) == 4 || scan.digits(i) >= 8);
    }

    /** Whether it is a time of day written with points, whose minutes and seconds have two digits. */
    private static boolean clock(TimeForm form, TimeScan scan) {
        return form.roles().equals("hms") && scan.digits(1) == 2 && scan.digits(2) == 2;
    }

    /** Whether not all cells are one, and the times go all one way: without, 1-2 is a score and no month. */
    private static boolean goesOn(TimeForm form, List<String> cells) {
        return cells.size() == 1 || cells.stream().distinct().count() > 1 && Double.isFinite(unevenness(form, cells));
    }

    private static TimeForm chosen(List<TimeForm> possible, List<String> cells, DateOrder wanted) {
        String first = wanted == DateOrder.DAY_FIRST ? "DM" : "MD";
        if (wanted != DateOrder.FOUND) {
            return possible.stream()
                    .filter(form -> form.roles().startsWith(first))
                    .findFirst()
                    .orElse(possible.getFirst());
        }
        double evenest = possible.stream()
                .mapToDouble(form -> unevenness(form, cells))
                .min()
                .orElseThrow();
        return possible.stream()
                .filter(form -> unevenness(form, cells) <= UNEVEN * evenest)
                .findFirst()
                .orElse(possible.getFirst());
    }

    /**
     * Whether two orders of day and month are possible, and the times go on evenly by both or by none. Between points the day comes first
     * everywhere.
     */
    private static boolean doubtful(List<TimeForm> possible, List<String> cells) {
        List<TimeForm> orders = possible.stream()
                .filter(form -> form.roles().startsWith("DM") || form.roles().startsWith("MD"))
                .toList();
        double evenest = orders.stream()
                .mapToDouble(form -> unevenness(form, cells))
                .min()
                .orElse(0);
        boolean points = orders.stream().anyMatch(form -> form.pattern().startsWith("n.n."));
        long even = orders.stream()
                .filter(form -> unevenness(form, cells) <= UNEVEN * evenest)
                .count();
        return !points && even > 1 && !same(orders, cells);
    }

    private static boolean same(List<TimeForm> forms, List<String> cells) {
        TimeScan scan = new TimeScan();
        return cells.stream().allMatch(cell -> {
            scan.scan(cell);
            return forms.stream()
                            .mapToDouble(form -> form.seconds(scan))
                            .distinct()
                            .count()
                    == 1;
        });
    }

    /** The longest step between times that follow each other beside the middle one; infinite where they do not go all one way. */
    private static double unevenness(TimeForm form, List<String> cells) {
        TimeScan scan = new TimeScan();
        double[] seconds = cells.stream()
                .mapToDouble(cell -> {
                    scan.scan(cell);
                    return form.seconds(scan);
                })
                .toArray();
        double[] steps = IntStream.range(1, seconds.length)
                .mapToDouble(i -> seconds[i] - seconds[i - 1])
                .sorted()
                .toArray();
        if (steps.length == 0) {
            return 1;
        }
        double first = steps[0];
        double last = steps[steps.length - 1];
        return first < 0 && last > 0
                ? Double.POSITIVE_INFINITY
                : Math.max(Math.abs(first), Math.abs(last)) / Math.max(1e-9, Math.abs(steps[(steps.length - 1) / 2]));
    }

    /** The roles that the numbers of a cell can have, the likeliest first. */
    private static List<String> roles(TimeScan scan) {
        Matcher parts = PARTS.matcher(scan.pattern());
        if (!parts.matches()) {
            return List.of();
        }
        String date = parts.group("date").strip();
        String tail = clock(parts.group("time")) + zone(parts.group("zone"));
        if (date.isEmpty()) {
            return tail.isEmpty() || parts.group("time") == null ? List.of() : List.of(tail);
        }
        return dates(date, scan).stream().map(roles -> roles + tail).toList();
    }

    private static String clock(@Nullable String time) {
        if (time == null) {
            return "";
        }
        return switch (time.strip().replace(',', '.')) {
            case "n:n" -> "hm";
            case "n:n.n" -> "msf";
            case "n:n:n" -> "hms";
            default -> "hmsf";
        };
    }

    private static String zone(@Nullable String zone) {
        return zone == null || zone.endsWith("Z") ? "" : zone.indexOf(':') < 0 ? "z" : "z-";
    }

    private static List<String> dates(String date, TimeScan scan) {
        boolean yearFirst = scan.digits(0) == 4;
        boolean slashes = date.indexOf('/') >= 0;
        return switch (date.replaceAll("[^nMQW]", "")) {
            case "n" ->
                switch (scan.digits(0)) {
                    case 6, 8, 10, 12, 14 -> List.of("C");
                    default -> List.of();
                };
            case "nn" ->
                yearFirst
                        ? List.of("YM")
                        : scan.digits(1) == 4
                                ? List.of("MY")
                                : slashes ? List.of("MD", "DM", "YM") : List.of("YM", "DM", "MD");
            case "nnn" -> three(scan, slashes);
            case "Mnn" -> List.of("DY", "YD");
            case "nMn" -> yearFirst ? List.of("YD") : List.of("DY");
            case "Mn" -> scan.digits(0) == 4 ? List.of("Y") : List.of("Y", "D");
            case "nM" -> yearFirst ? List.of("Y") : List.of("D", "Y");
            case "nQn" -> List.of("YQ");
            case "Qnn" -> List.of("QY");
            case "nWn" -> List.of("YW");
            default -> List.of();
        };
    }

    private static List<String> three(TimeScan scan, boolean slashes) {
        if (scan.digits(0) == 4) {
            return List.of("YMD", "YDM");
        }
        List<String> orders = slashes ? List.of("MDY", "DMY") : List.of("DMY", "MDY");
        return scan.digits(2) == 4 ? orders : List.of(orders.getFirst(), orders.getLast(), "YMD", "hms");
    }
}
