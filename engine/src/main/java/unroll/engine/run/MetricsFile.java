package unroll.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Reading;
import unroll.engine.optim.Step;
import unroll.engine.task.Metric;

/**
 * The numbers of every update as CSV: one line an update, test scores where it was tested, and last what the optimiser tells of
 * its inside. After a crash the lines beyond the checkpoint are cut
 * off, for the updates are made again. Where an update was taken back and made anew its later line counts.
 */
final class MetricsFile {
    private static final List<String> FIXED =
            List.of("update", "seconds", "train", "gradient norm", "learning rate", "momentum");

    private final GatheredLines lines;
    private final int metrics;
    private final int readings;

    /** The file for lines after those it has. */
    MetricsFile(Path path, List<Metric> metrics, List<Gauge> gauges) {
        lines = new GatheredLines(path);
        this.metrics = metrics.size();
        this.readings = gauges.size();
        if (!Files.exists(path)) {
            lines.pending().append(header(metrics, gauges)).append('\n');
        }
    }

    /** The line of an update. */
    void add(long update, double seconds, double train, Step step) {
        begin(update, seconds);
        StringBuilder pending = lines.pending();
        pending.append(train).append(',').append(step.gradientNorm());
        pending.append(',').append(step.rate());
        pending.append(',').append(step.momentum()).append(",".repeat(metrics));
        for (Reading reading : step.readings()) {
            pending.append(',').append(reading.cell());
        }
        pending.append(",".repeat(readings - step.readings().size())).append('\n');
    }

    /** The line of a test, with the update's numbers left empty. */
    void add(long update, double seconds, double[] scores) {
        begin(update, seconds);
        StringBuilder pending = lines.pending();
        pending.append(",".repeat(FIXED.size() - 3));
        for (double score : scores) {
            pending.append(',').append(score);
        }
        pending.append(",".repeat(readings)).append('\n');
    }

    private void begin(long update, double seconds) {
        lines.pending()
                .append(update)
                .append(',')
                .append(Math.round(seconds * 1000) / 1000.0)
                .append(',');
    }

    /**
     * Appends what has gathered.
     *
     * @throws RunException where that fails; the file ends with a whole line all the same
     */
    void flush() {
        lines.flush();
    }

    /**
     * Keeps the lines up to {@code update}, returns the curves they hold, and adds what the optimiser told to {@code inside}. Lines that are none, as a power cut leaves
     * them, go; a file that holds nothing else is written without them. Lines that were written when the optimiser told less
     * are filled up.
     */
    static Curves cut(Path path, long update, List<Metric> metrics, Inside inside) {
        if (!Files.exists(path)) {
            return new Curves(metrics.size());
        }
        String text;
        try {
            text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunException(path, "cannot be read: " + FileException.reason(e), e);
        }
        Deque<Line> kept = new ArrayDeque<>();
        int whole = text.lastIndexOf('\n') + 1; // what no line end follows was half written
        for (String words : text.substring(0, whole).split("\n", -1)) {
            Line line = Line.read(words, metrics.size(), inside.gauges());
            if (line != null && line.update <= update) {
                line.replace(kept);
                kept.addLast(line);
            }
        }
        Curves curves = new Curves(metrics.size());
        StringBuilder out = new StringBuilder(header(metrics, inside.gauges())).append('\n');
        for (Line line : kept) {
            line.addTo(curves, inside);
            out.append(line.words).append('\n');
        }
        if (!out.toString().equals(text)) {
            AtomicFile.write(path, out.toString().getBytes(StandardCharsets.UTF_8));
        }
        return curves;
    }

    /** A line of an update, whose train loss is a number, or of a test, which has scores. */
    record Line(String words, long update, double train, double[] scores, List<Reading> told) {
        /** The line that the words are, of however many metrics and readings; null if they are none. */
        static @Nullable Line read(String words) {
            String[] cells = words.split(",", -1);
            int scores = 0;
            while (FIXED.size() + scores < cells.length && !cells[FIXED.size() + scores].isEmpty()) {
                scores++;
            }
            return cells.length > FIXED.size() ? read(words, cells, scores, List.of()) : null;
        }

        /** The line that the words are, filled up to so many readings; null if they are none. */
        static @Nullable Line read(String words, int metrics, List<Gauge> gauges) {
            String[] cells = words.split(",", -1);
            int missing = FIXED.size() + metrics + gauges.size() - cells.length;
            return missing >= 0 && missing <= gauges.size()
                    ? read(words + ",".repeat(missing), cells, metrics, gauges)
                    : null;
        }

        private static @Nullable Line read(String words, String[] cells, int metrics, List<Gauge> gauges) {
            try {
                long update = Long.parseLong(cells[0]);
                if (!cells[2].isEmpty()) {
                    return new Line(
                            words, update, Double.parseDouble(cells[2]), new double[0], told(cells, metrics, gauges));
                }
                double[] scores = new double[metrics];
                for (int i = 0; i < metrics; i++) {
                    scores[i] = Double.parseDouble(cells[FIXED.size() + i]);
                }
                return new Line(words, update, 0, scores, List.of());
            } catch (NumberFormatException e) {
                return null;
            }
        }

        /** What was told of the update; nothing where it was less than today. */
        private static List<Reading> told(String[] cells, int metrics, List<Gauge> gauges) {
            List<Reading> told = new ArrayList<>();
            for (int i = FIXED.size() + metrics; i < cells.length && !cells[i].isEmpty(); i++) {
                Gauge gauge = gauges.get(told.size());
                told.add(
                        gauge.form() == Gauge.Form.WORDS
                                ? Reading.of(gauge.name(), cells[i])
                                : Reading.of(gauge.name(), Double.parseDouble(cells[i])));
            }
            return told;
        }

        /** An update that is made anew takes the place of what was written from there on. */
        void replace(Deque<Line> before) {
            while (scores.length == 0 && !before.isEmpty() && before.getLast().update >= update) {
                before.removeLast();
            }
        }

        void addTo(Curves curves, Inside inside) {
            if (scores.length == 0) {
                curves.addTrain(update, train);
                inside.add(update, told);
            } else {
                curves.addTest(update, scores);
            }
        }
    }

    private static String header(List<Metric> metrics, List<Gauge> gauges) {
        List<String> names = new ArrayList<>(FIXED);
        metrics.forEach(metric -> names.add("test " + metric.name()));
        gauges.forEach(gauge -> names.add(gauge.name()));
        return String.join(",", names);
    }
}
