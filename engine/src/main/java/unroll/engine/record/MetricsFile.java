package unroll.engine.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Reading;
import unroll.engine.optim.Step;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.Decimal;

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
        pending.append(Decimal.text(train));
        for (double number : new double[] {step.gradientNorm(), step.rate(), step.momentum(), step.evaluations()}) {
            pending.append(',').append(Decimal.text(number));
        }
        pending.append(",".repeat(metrics));
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
            pending.append(',').append(Decimal.text(score));
        }
        pending.append(",".repeat(readings)).append('\n');
    }

    private void begin(long update, double seconds) {
        lines.pending()
                .append(update)
                .append(',')
                .append(Decimal.text(Math.round(seconds * 1000) / 1000.0))
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
     * Keeps the lines up to {@code update}, returns the curves they hold, and adds the optimiser's readings to {@code diagnostics}.
     * A half line, as a power cut leaves it, goes; where more cannot be read the file is kept beside as it was. One with other
     * columns is written with those of today.
     *
     * @param complain takes a sentence about what could not be read
     */
    public static TrainingCurves cut(
            Path path, long update, List<Metric> metrics, Diagnostics diagnostics, Consumer<String> complain) {
        TrainingCurves curves = new TrainingCurves(metrics.size());
        if (!Files.exists(path)) {
            return curves;
        }
        MetricsHead head = MetricsHead.of(metrics, diagnostics.gauges());
        MetricsText text = MetricsText.of(path, head);
        boolean all = text.all();
        StringBuilder out = new StringBuilder(head.words()).append('\n');
        for (MetricsLine there : text.lines()) {
            MetricsLine line = head.adopt(there, text.head());
            all &= line != null;
            if (line != null && line.update() <= update) {
                curves.add(line);
                if (!line.isTest()) {
                    diagnostics.add(line.update(), head.readings(line, diagnostics.gauges()));
                }
                out.append(line.words()).append('\n');
            }
        }
        if (!all) {
            complain.accept(FolderFiles.keepAside(path));
        }
        FolderFiles.replace(path, out.toString());
        return curves;
    }

    /** The curves of a file, which stays as it is. */
    static TrainingCurves curves(Path path) {
        MetricsText text = MetricsText.of(path, new MetricsHead(MetricsHead.FIXED));
        TrainingCurves curves = new TrainingCurves(text.head().tests().size());
        text.lines().forEach(curves::add);
        return curves;
    }
}
