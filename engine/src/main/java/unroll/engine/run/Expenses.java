package unroll.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.FileException;
import unroll.engine.optim.Reading;

/**
 * The tests of a run and what its updates cost, read back from its metrics.
 *
 * @param updates made
 * @param evaluations of all updates, in whole batches: 1 an update where its method does not tell
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
     * @param scores one for each metric
     */
    public record Test(long update, double evaluations, List<Double> scores) {}

    /** Reads a metrics file; of updates that were made anew the last counts, and half a line says nothing. */
    static Expenses read(Path path) {
        if (!Files.exists(path)) {
            return new Expenses(0, 0, 0, List.of());
        }
        String text;
        try {
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunException(path, "cannot be read: " + FileException.reason(e), e);
        }
        String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1);
        int column = Arrays.asList(lines[0].split(",", -1)).indexOf(Reading.EVALUATIONS);
        Deque<MetricsFile.Line> kept = new ArrayDeque<>();
        for (String words : lines) {
            MetricsFile.@Nullable Line line = MetricsFile.Line.read(words);
            if (line != null) {
                line.replace(kept);
                kept.addLast(line);
            }
        }
        return of(kept, column);
    }

    private static Expenses of(Iterable<MetricsFile.Line> lines, int column) {
        long updates = 0;
        double evaluations = 0;
        double seconds = 0;
        List<Test> tests = new ArrayList<>();
        for (MetricsFile.Line line : lines) {
            updates = line.update();
            String[] cells = line.words().split(",", -1);
            seconds = Double.parseDouble(cells[1]);
            if (line.scores().length > 0) {
                tests.add(new Test(
                        updates,
                        evaluations,
                        Arrays.stream(line.scores()).boxed().toList()));
            } else {
                evaluations += told(cells, column) ? Double.parseDouble(cells[column]) : 1;
            }
        }
        return new Expenses(updates, evaluations, seconds, tests);
    }

    private static boolean told(String[] cells, int column) {
        return column >= 0 && column < cells.length && !cells[column].isEmpty();
    }
}
