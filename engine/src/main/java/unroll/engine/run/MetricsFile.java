package unroll.engine.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import unroll.engine.optim.Step;
import unroll.engine.task.Metric;

/**
 * The numbers of every update as CSV: one line an update, test scores where it was tested. Lines gather in memory until
 * they are flushed; where that fails they stay for the next time. After a crash the lines beyond the checkpoint are cut
 * off, for the updates are made again.
 */
final class MetricsFile {
    private static final List<String> FIXED =
            List.of("update", "seconds", "train", "gradient norm", "learning rate", "momentum");

    private final Path path;
    private final int metrics;
    private final StringBuilder pending = new StringBuilder();

    /** The file for lines after those it has. */
    MetricsFile(Path path, List<Metric> metrics) {
        this.path = path;
        this.metrics = metrics.size();
        if (!Files.exists(path)) {
            pending.append(String.join(",", header(metrics))).append('\n');
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
        pending.append(',').append(step.momentum()).append(",".repeat(metrics)).append('\n');
    }

    /** The line of a test, with the update's numbers left empty. */
    void add(long update, double seconds, double[] scores) {
        begin(update, seconds);
        pending.append(",".repeat(FIXED.size() - 3));
        for (double score : scores) {
            pending.append(',').append(score);
        }
        pending.append('\n');
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
        } catch (IOException e) {
            out.truncate(end);
            throw e;
        }
    }

    /** Keeps the lines up to {@code update} and returns the curves they hold. */
    static Curves cut(Path path, long update, int metrics) {
        Curves curves = new Curves(metrics);
        if (!Files.exists(path)) {
            return curves;
        }
        List<String> kept = new ArrayList<>();
        try {
            for (String text : Files.readAllLines(path)) {
                String[] cells = text.split(",", -1);
                if (kept.isEmpty()) {
                    kept.add(text);
                } else if (cells.length == FIXED.size() + metrics && addTo(curves, cells, update)) {
                    kept.add(text);
                }
            }
            AtomicFile.write(path, (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(path, e);
        }
        return curves;
    }

    private static boolean addTo(Curves curves, String[] cells, long last) {
        try {
            long update = Long.parseLong(cells[0]);
            if (update > last) {
                return false;
            }
            int metrics = cells.length - FIXED.size();
            if (!cells[2].isEmpty()) {
                curves.addTrain(update, Double.parseDouble(cells[2]));
            }
            if (metrics > 0 && !cells[FIXED.size()].isEmpty()) {
                double[] scores = new double[metrics];
                for (int i = 0; i < metrics; i++) {
                    scores[i] = Double.parseDouble(cells[FIXED.size() + i]);
                }
                curves.addTest(update, scores);
            }
            return true;
        } catch (NumberFormatException e) {
            return false; // a line half written when the power went
        }
    }

    private static List<String> header(List<Metric> metrics) {
        List<String> names = new ArrayList<>(FIXED);
        metrics.forEach(metric -> names.add("test " + metric.name()));
        return names;
    }

    private static RunException failed(Path path, IOException e) {
        return new RunException(path, "cannot be written: " + RunException.reason(e) + "; make room, then go on", e);
    }
}
