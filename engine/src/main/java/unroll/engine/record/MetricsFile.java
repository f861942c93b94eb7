package unroll.engine.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Reading;
import unroll.engine.optim.Step;
import unroll.engine.sequence.Metric;

/**
 * The numbers of every update as CSV: one line an update, test scores where it was tested, and last the optimiser's
 * readings. After a crash the lines beyond the checkpoint are cut off, for the updates are made again. Where an update was taken
 * back and made anew its later line counts.
 */
public final class MetricsFile {
    private final GatheredLines lines = new GatheredLines();
    private final MetricsHead head;
    private final int metrics;
    private final int readings;

    /** Lines for a file with these columns. */
    public MetricsFile(List<Metric> metrics, List<Gauge> gauges) {
        head = MetricsHead.of(metrics, gauges);
        this.metrics = metrics.size();
        this.readings = gauges.size();
    }

    /** The line of an update. */
    public void add(long update, double seconds, double train, Step step) {
        begin(update, seconds);
        StringBuilder pending = lines.pending();
        pending.append(train).append(',').append(step.gradientNorm());
        pending.append(',').append(step.rate());
        pending.append(',').append(step.momentum());
        pending.append(',').append(step.evaluations()).append(",".repeat(metrics));
        for (Reading reading : step.readings()) {
            pending.append(',').append(reading.cell());
        }
        pending.append(",".repeat(readings - step.readings().size())).append('\n');
    }

    /** The line of a test, with the update's numbers left empty. */
    public void add(long update, double seconds, double[] scores) {
        begin(update, seconds);
        StringBuilder pending = lines.pending();
        pending.append(",".repeat(MetricsHead.FIXED.size() - 3));
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
     * Appends what has gathered to the file, which may be missing.
     *
     * @throws RunException where that fails; the file ends with a whole line all the same
     */
    public void flush(Path path) {
        lines.flush(path, head.words() + "\n");
    }

    /**
     * Keeps the lines up to {@code update}, returns the curves they hold, and adds the optimiser's readings to {@code inside}.
     * Lines that are none, as a power cut leaves them, go, and a file that holds anything else is written without it; one with
     * other columns is written with those of today.
     */
    public static TrainingCurves cut(Path path, long update, List<Metric> metrics, Diagnostics inside) {
        TrainingCurves curves = new TrainingCurves(metrics.size());
        if (!Files.exists(path)) {
            return curves;
        }
        String text = text(path);
        MetricsHead head = MetricsHead.of(metrics, inside.gauges());
        MetricsHead own = MetricsHead.read(text, head);
        StringBuilder out = new StringBuilder(head.words()).append('\n');
        for (MetricsLine there : lines(text, own)) {
            MetricsLine line = head.adopt(there, own);
            if (line != null && line.update() <= update) {
                if (line.isTest()) {
                    curves.addTest(line.update(), line.scores());
                } else {
                    curves.addTrain(line.update(), line.train(), line.seconds(), line.evaluations());
                    inside.add(line.update(), head.readings(line, inside.gauges()));
                }
                out.append(line.words()).append('\n');
            }
        }
        if (!out.toString().equals(text)) {
            AtomicFile.write(path, out.toString().getBytes(StandardCharsets.UTF_8));
        }
        return curves;
    }

    /** The curves of a file, which stays as it is. */
    static TrainingCurves curves(Path path) {
        String text = Files.exists(path) ? text(path) : "";
        MetricsHead head = MetricsHead.read(text, new MetricsHead(MetricsHead.FIXED));
        TrainingCurves curves = new TrainingCurves(head.tests().size());
        for (MetricsLine line : lines(text, head)) {
            if (line.isTest()) {
                curves.addTest(line.update(), line.scores());
            } else {
                curves.addTrain(line.update(), line.train(), line.seconds(), line.evaluations());
            }
        }
        return curves;
    }

    /** The text of a metrics file. */
    static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunException(path, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /** The lines that the text holds under its head; half a line is none. */
    static Iterable<MetricsLine> lines(String text, MetricsHead head) {
        Deque<MetricsLine> lines = new ArrayDeque<>();
        for (String words : text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1)) {
            MetricsLine line = head.line(words);
            if (line != null) {
                line.join(lines);
            }
        }
        return lines;
    }
}
