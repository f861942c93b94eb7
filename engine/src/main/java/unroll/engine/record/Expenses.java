package unroll.engine.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tests of a run and what its updates cost, read back from its metrics.
 *
 * @param updates made
 * @param evaluations of all updates, in whole batches
 * @param seconds of training
 * @param tests in their order
 */
public record Expenses(long updates, double evaluations, double seconds, List<Test> tests) {
    public Expenses {
        tests = List.copyOf(tests);
    }

    /**
     * A test.
     *
     * @param update updates made before it
     * @param evaluations of these
     * @param seconds of training up to its end
     * @param scores one for each metric
     */
    public record Test(long update, double evaluations, double seconds, List<Double> scores) {}

    /** Reads a metrics file; of updates that were made anew the last counts, and a half line does not count. */
    static Expenses read(Path path) {
        return of(MetricsText.of(path, new MetricsHead(MetricsHead.FIXED)).lines());
    }

    private static Expenses of(List<MetricsLine> lines) {
        long updates = 0;
        double evaluations = 0;
        double seconds = 0;
        List<Test> tests = new ArrayList<>();
        for (MetricsLine line : lines) {
            updates = line.update();
            seconds = line.seconds();
            evaluations += line.evaluations();
            if (line.isTest()) {
                tests.add(new Test(
                        updates,
                        evaluations,
                        seconds,
                        Arrays.stream(line.scores()).boxed().toList()));
            }
        }
        return new Expenses(updates, evaluations, seconds, tests);
    }
}
