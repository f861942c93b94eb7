package unroll.engine.format;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unroll.engine.table.CellSink;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/**
 * Files {@code .tsf} of the Monash forecasting archive: a line is a series, its attributes come first, separated by colons. Where the head
 * names the frequency and a line the first time, each row has a time.
 */
final class MonashArchive extends TextFormat {
    private static final Pattern FREQUENCY = Pattern.compile("(?:(\\d{1,6})_)?(?:(half)_)?([a-z]+?)s?");

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-M-d H-m-s", Locale.ROOT);

    MonashArchive() {
        super(".tsf");
    }

    @Override
    Table read(Path file, TableForm wanted, TextEncoding encoding) throws IOException {
        return new Lines(file, encoding).opened().table(wanted);
    }

    /** How far the next row is; empty where the name is none that the archive has. */
    private static Optional<TemporalAmount> step(String frequency) {
        Matcher matcher = FREQUENCY.matcher(frequency.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int times = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
        boolean half = matcher.group(2) != null;
        return Optional.ofNullable(amount(matcher.group(3), times, half));
    }

    private static @Nullable TemporalAmount amount(String unit, int times, boolean half) {
        return switch (unit) {
            case "second", "secondly" -> Duration.ofSeconds(times);
            case "minute", "minutely" -> Duration.ofMinutes(times);
            case "hour", "hourly" -> Duration.ofMinutes(half ? 30 : 60L * times);
            case "day", "daily" -> Period.ofDays(times);
            case "week", "weekly" -> Period.ofWeeks(times);
            case "month", "monthly" -> Period.ofMonths(times);
            case "quarter", "quarterly" -> Period.ofMonths(3 * times);
            case "year", "yearly" -> Period.ofYears(times);
            default -> null;
        };
    }

    private static final class Lines extends LongForm {
        private final List<String> attributes = new ArrayList<>();
        private int name = -1;
        private int start = -1;
        private Optional<TemporalAmount> step = Optional.empty();

        Lines(Path file, TextEncoding encoding) {
            super(file, encoding);
        }

        @Override
        void head(String[] words) {
            switch (words[0].toLowerCase(Locale.ROOT)) {
                case "@attribute" -> {
                    if (words.length < 3) {
                        throw complaint("no attribute; such a line is: @attribute series_name string");
                    }
                    if (words[2].equals("date")) {
                        start = attributes.size();
                    } else if (name < 0 && words[2].equals("string")) {
                        name = attributes.size();
                    }
                    attributes.add(words[1]);
                }
                case "@frequency" -> step = words.length < 2 ? Optional.empty() : step(words[1]);
                default -> {}
            }
        }

        private boolean timed() {
            return step.isPresent() && start >= 0;
        }

        @Override
        void columns() {
            column(name < 0 ? "name" : attributes.get(name), Declared.SERIES);
            if (timed()) {
                column("time", Declared.TIME);
            }
            column("value", Declared.NOTHING);
            for (int a = 0; a < attributes.size(); a++) {
                if (a != name && a != start) {
                    column(attributes.get(a), Declared.WORDS);
                }
            }
        }

        @Override
        boolean series(String data, int number, CellSink sink) {
            String[] parts = data.split(":", -1);
            if (parts.length != attributes.size() + 1) {
                throw complaint("the series has " + (parts.length - 1) + " parts before its values where the head has "
                        + attributes.size() + " attributes; correct it or take it out");
            }
            String called = name < 0 ? "series " + number : parts[name].strip();
            LocalDateTime first = timed() ? start(parts[start].strip()) : LocalDateTime.MIN;
            String[] values = parts[parts.length - 1].split(",", -1);
            boolean more = true;
            for (int t = 0; t < values.length && more; t++) {
                sink.cell(called);
                if (timed()) {
                    sink.cell(String.valueOf(later(first, t)));
                }
                sink.cell(values[t].isBlank() ? "?" : values[t]);
                for (int a = 0; a < attributes.size(); a++) {
                    if (a != name && a != start) {
                        sink.cell(parts[a].strip());
                    }
                }
                more = sink.row(line());
            }
            return more;
        }

        /** Months are counted from the first one, so that the end of a short one does not stay. */
        private LocalDateTime later(LocalDateTime first, int steps) {
            TemporalAmount one = step.orElseThrow();
            try {
                return first.plus(
                        one instanceof Period period
                                ? period.multipliedBy(steps)
                                : ((Duration) one).multipliedBy(steps));
            } catch (DateTimeException | ArithmeticException e) {
                throw complaint("the series goes on past the last year that there is");
            }
        }

        private LocalDateTime start(String text) {
            try {
                return LocalDateTime.parse(text, START);
            } catch (DateTimeException e) {
                throw complaint("'" + text + "' is no time as 2012-01-31 00-00-00");
            }
        }
    }
}
