package unroll.app.own;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An awkward table. */
public final class Visits {
    private Visits() {}

    /** Sixty rows of a day of which the order of day and month is doubtful, two measures of which one has holes, and a word. */
    public static String table() {
        return "day,load,\"wind, m/s\",kind\n"
                + IntStream.range(0, 60)
                        .mapToObj(i -> "%d/%d/%d,%s,%.1f,%s"
                                .formatted(
                                        2 + 3 * (i % 4),
                                        3 + 3 * (i % 4),
                                        2000 + i / 4,
                                        i % 20 == 7 ? "" : String.valueOf(i * i % 11),
                                        i % 5 + 0.5,
                                        i % 3 == 0 ? "wet" : "dry"))
                        .collect(Collectors.joining("\n"));
    }
}
