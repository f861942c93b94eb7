package unroll.engine.record;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.AtomicFile;
import unroll.engine.setting.Decimal;

/**
 * The inner loops that a run keeps, as CSV: one line an iteration, about a hundred of them an update. There is no file while
 * there are none. After a crash the loops beyond the checkpoint are cut off; where an update was made anew its later loop counts.
 */
public final class InnerFile {
    private static final String HEADER = "update,iteration,quadratic,residual,kept\n";

    /** Of more iterations than this some are left out. */
    private static final int ITERATIONS = 80;

    private final Diagnostics diagnostics;
    private final GatheredLines lines = new GatheredLines();
    private boolean anew;

    /** A file for loops after those that {@code diagnostics} has. */
    public InnerFile(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Keeps the iterations of an update. */
    public void add(InnerLoop loop) {
        if (loop.size() > 0) {
            InnerLoop thinned = loop.thinned(ITERATIONS);
            anew |= diagnostics.add(thinned);
            write(thinned, lines.pending());
        }
    }

    /**
     * Writes what has gathered; the whole file where loops went, or where it is missing.
     *
     * @throws unroll.engine.file.FileException where that fails; the file ends with a whole line all the same
     */
    public void flush(Path path) {
        if (lines.pending().isEmpty()) {
            return;
        }
        if (anew || !Files.exists(path)) {
            AtomicFile.write(path, text(diagnostics).getBytes(StandardCharsets.UTF_8));
            anew = false;
            lines.pending().setLength(0);
        } else {
            lines.flush(path, HEADER);
        }
    }

    /**
     * Reads the loops of the updates up to {@code update} into {@code diagnostics}. A half line, as a power cut leaves it, goes;
     * where more cannot be read the file is kept beside as it was.
     *
     * @param complain takes a sentence about what could not be read
     * @throws RunException where it cannot be read
     */
    public static void cut(Path path, long update, Diagnostics diagnostics, Consumer<String> complain) {
        if (!Files.exists(path)) {
            return;
        }
        boolean all = true;
        Gathering loop = new Gathering();
        for (String words : MetricsText.lines(MetricsText.characters(path))) {
            Iteration line = Iteration.read(words);
            all &= line != null || words.isBlank() || words.equals(HEADER.strip());
            if (line != null && line.update <= update) {
                if (!loop.takes(line)) {
                    loop.end(diagnostics);
                    loop = new Gathering();
                }
                loop.add(line);
            }
        }
        loop.end(diagnostics);
        if (!all) {
            complain.accept(FolderFiles.keepAside(path));
        }
        FolderFiles.replace(path, text(diagnostics));
    }

    private static String text(Diagnostics diagnostics) {
        StringBuilder out = new StringBuilder(HEADER);
        diagnostics.loops().forEach(loop -> write(loop, out));
        return out.toString();
    }

    private static void write(InnerLoop loop, StringBuilder out) {
        for (int i = 0; i < loop.size(); i++) {
            out.append(loop.update()).append(',').append(loop.number(i)).append(',');
            out.append(number(loop.quadratic(i))).append(',').append(number(loop.residual(i)));
            out.append(',').append(loop.kept(i) ? 1 : 0).append('\n');
        }
    }

    /** In single precision, as a person writes it. */
    private static String number(double value) {
        return Decimal.text(Double.parseDouble(Float.toString((float) value)));
    }

    /** An iteration. */
    private record Iteration(long update, int number, float quadratic, float residual, boolean kept) {
        /** The iteration that a line stands for; null where it stands for none. */
        static @Nullable Iteration read(String words) {
            String[] cells = words.split(",", -1);
            if (cells.length != 5) {
                return null;
            }
            try {
                return new Iteration(
                        Long.parseLong(cells[0]),
                        Integer.parseInt(cells[1]),
                        Float.parseFloat(cells[2]),
                        Float.parseFloat(cells[3]),
                        cells[4].equals("1"));
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** A loop that is read line by line. */
    private static final class Gathering {
        private final InnerWatch watch = new InnerWatch(() -> true, () -> {});
        private long update = -1;
        private int number = -1;

        /** Whether the line continues this loop. */
        boolean takes(Iteration line) {
            return update < 0 || line.update == update && line.number > number;
        }

        void add(Iteration line) {
            if (update < 0) {
                update = line.update;
                watch.begin(update);
            }
            number = line.number;
            watch.iterated(number, line.quadratic, line.residual);
            if (line.kept) {
                watch.kept();
            }
        }

        void end(Diagnostics diagnostics) {
            if (update >= 0) {
                diagnostics.add(watch.loop());
            }
        }
    }
}
