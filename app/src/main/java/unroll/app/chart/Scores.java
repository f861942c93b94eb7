package unroll.app.chart;

import java.util.List;
import java.util.stream.Collectors;
import unroll.app.control.Numbers;

/**
 * What a row of scores shows.
 *
 * @param scores of the newest test, the headline first; empty before the first test
 * @param solved whether they meet the success rule
 * @param rule the success rule in words; empty if there is none
 */
public record Scores(List<Score> scores, boolean solved, String rule) {
    /** Before the first test. */
    public static final Scores EMPTY = new Scores(List.of(), false, "");

    public Scores {
        scores = List.copyOf(scores);
    }

    /**
     * One number of a test.
     *
     * @param name what it is: "sequences wrong"
     * @param value the network's
     * @param unit its unit; empty if it has none
     * @param baselines what must be beaten
     */
    public record Score(String name, double value, String unit, List<Level> baselines) {
        public Score {
            baselines = List.copyOf(baselines);
        }

        /** The value as it is read: "39.9 nats". */
        public String text() {
            return measured(value);
        }

        private String measured(double number) {
            return Numbers.measured(number) + (unit.isEmpty() ? "" : " " + unit);
        }

        /** The score beside those of the baselines, a line each. */
        String comparison() {
            return name + " on test sequences\nthis network " + text()
                    + baselines.stream()
                            .map(level -> "\n" + level.name() + " " + measured(level.value()))
                            .collect(Collectors.joining());
        }
    }
}
