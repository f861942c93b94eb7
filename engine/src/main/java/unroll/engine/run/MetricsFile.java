package unroll.engine.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.optim.Reading;
import unroll.engine.optim.Step;
import unroll.engine.task.Metric;

/**
 * The numbers of every update as CSV: one line an update, test scores where it was tested, and last what the optimiser tells of
 * its inside. Lines gather in memory until
 * they are flushed; where that fails they stay for the next time. After a crash the lines beyond the checkpoint are cut
 * off, for the updates are made again. Where an update was taken back and made anew its later line counts.
 */
final class MetricsFile {
    private static final List<String> FIXED =
            List.of("update", "seconds", "train", "gradient norm", "learning rate", "momentum");

    private final Path path;
    private final int metrics;
    private final int readings;
    private final StringBuilder pending = new StringBuilder();

    /** The file for lines after those it has. */
    MetricsFile(Path path, List<Metric> metrics, List<String> readings) {
        this.path = path;
        this.metrics = metrics.size();
        this.readings = readings.size();
        if (!Files.exists(path)) {
            pending.append(header(metrics, readings)).append('\n');
        }
    }

    /** The line of an update. */
    void add(long update, double seconds, double train, Step step) {
        begin(update, seconds);
        pending.append(train)
                .append(',')
                .append(step.gradientNorm())
                .append(',')
                .append(step.rate());
        pending.append(',').append(step.momentum()).append(",".repeat(metrics));
        for (Reading reading : step.readings()) {
            pending.append(',').append(reading.cell());
        }
        pending.append(",".repeat(readings - step.readings().size())).append('\n');
    }

    /** The line of a test, with the update's numbers left empty. */
    void add(long update, double seconds, double[] scores) {
        begin(update, seconds);
        pending.append(",".repeat(FIXED.size() - 3));
        for (double score : scores) {
            pending.append(',').append(score);
        }
        pending.append(",".repeat(readings)).append('\n');
    }

    private void begin(long update, double seconds) {
        pending.append(update)
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
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                append(out, bytes);
            }
        } catch (IOException e) {
            throw failed(path, e);
        }
        pending.setLength(0);
    }

    private static void append(FileChannel out, ByteBuffer bytes) throws IOException {
        long end = out.size();
        out.position(end);
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(false); // before the checkpoint that counts on it
        } catch (IOException e) {
            out.truncate(end);
            throw e;
        }
    }

    /**
     * Keeps the lines up to {@code update} and returns the curves they hold. Lines that are none, as a power cut leaves
     * them, go; a file that holds nothing else is written without them. Lines that were written when the optimiser told less
     * are filled up.
     */
    static Curves cut(Path path, long update, List<Metric> metrics, List<String> readings) {
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
            Line line = Line.read(words, metrics.size(), readings.size());
            if (line != null && line.update <= update) {
                line.replace(kept);
                kept.addLast(line);
            }
        }
        Curves curves = new Curves(metrics.size());
        StringBuilder out = new StringBuilder(header(metrics, readings)).append('\n');
        for (Line line : kept) {
            line.addTo(curves);
            out.append(line.words).append('\n');
        }
        if (!out.toString().equals(text)) {
            AtomicFile.write(path, out.toString().getBytes(StandardCharsets.UTF_8));
        }
        return curves;
    }

    /** A line of an update, whose train loss is a number, or of a test, which has scores. */
    record Line(String words, long update, double train, double[] scores) {
        /** The line that the words are, of however many metrics and readings; null if they are none. */
        static @Nullable Line read(String words) {
            String[] cells = words.split(",", -1);
            int scores = 0;
            while (FIXED.size() + scores < cells.length && !cells[FIXED.size() + scores].isEmpty()) {
                scores++;
            }
            return cells.length > FIXED.size() ? read(words, cells, scores) : null;
        }

        /** The line that the words are, filled up to so many readings; null if they are none. */
        static @Nullable Line read(String words, int metrics, int readings) {
            String[] cells = words.split(",", -1);
            int missing = FIXED.size() + metrics + readings - cells.length;
            return missing >= 0 && missing <= readings ? read(words + ",".repeat(missing), cells, metrics) : null;
        }

        private static @Nullable Line read(String words, String[] cells, int metrics) {
            try {
                long update = Long.parseLong(cells[0]);
                if (!cells[2].isEmpty()) {
                    return new Line(words, update, Double.parseDouble(cells[2]), new double[0]);
                }
                double[] scores = new double[metrics];
                for (int i = 0; i < metrics; i++) {
                    scores[i] = Double.parseDouble(cells[FIXED.size() + i]);
                }
                return new Line(words, update, 0, scores);
            } catch (NumberFormatException e) {
                return null;
            }
        }

        /** An update that is made anew takes the place of what was written from there on. */
        void replace(Deque<Line> before) {
            while (scores.length == 0 && !before.isEmpty() && before.getLast().update >= update) {
                before.removeLast();
            }
        }

        void addTo(Curves curves) {
            if (scores.length == 0) {
                curves.addTrain(update, train);
            } else {
                curves.addTest(update, scores);
            }
        }
    }

    private static String header(List<Metric> metrics, List<String> readings) {
        List<String> names = new ArrayList<>(FIXED);
        metrics.forEach(metric -> names.add("test " + metric.name()));
        names.addAll(readings);
        return String.join(",", names);
    }

    private static RunException failed(Path path, IOException e) {
        return new RunException(path, "cannot be written: " + FileException.reason(e) + "; make room, then go on", e);
    }
}
