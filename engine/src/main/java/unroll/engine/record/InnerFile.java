package unroll.engine.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.AtomicFile;

/**
 * The inner loops that a run keeps, as CSV: one line an iteration, about a hundred of them an update. There is no file while
 * there are none. After a crash the loops beyond the checkpoint are cut off; where an update was made anew its later loop counts.
 */
public final class InnerFile {
    private static final String HEADER = "update,iteration,quadratic,residual,kept\n";

    /** Of more iterations than this some are left out. */
    private static final int ITERATIONS = 80;

    private final Path path;
    private final Diagnostics inside;
    private final GatheredLines lines;
    private boolean anew;

    /** The file for loops after those that {@code inside} has. */
    public InnerFile(Path path, Diagnostics inside) {
        this.path = path;
        this.inside = inside;
        lines = new GatheredLines(path);
        anew = !Files.exists(path);
    }

    /** Keeps the iterations of an update. */
    public void add(InnerLoop loop) {
        if (loop.size() > 0) {
            InnerLoop thinned = loop.thinned(ITERATIONS);
            anew |= inside.add(thinned);
            write(thinned, lines.pending());
        }
    }

    /**
     * Writes what has gathered; the whole file where loops went.
     *
     * @throws unroll.engine.file.FileException where that fails; the file ends with a whole line all the same
     */
    public void flush() {
        if (lines.pending().isEmpty()) {
            return;
        }
        if (anew) {
            AtomicFile.write(path, text(inside));
            anew = false;
            lines.pending().setLength(0);
        } else {
            lines.flush();
        }
    }

    /**
     * Reads the loops of the updates up to {@code update} into {@code inside}. Lines that are none, as a power cut leaves them,
     * go, and a file that holds anything else is written without it.
     *
     * @throws RunException where it cannot be read
     */
    public static void cut(Path path, long update, Diagnostics inside) {
        if (!Files.exists(path)) {
            return;
        }
        String text;
        try {
            text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunException(path, "cannot be read: " + RunException.reason(e), e);
        }
        int whole = text.lastIndexOf('\n') + 1; // what no line end follows was half written
        Gathering loop = new Gathering();
        for (String words : text.substring(0, whole).split("\n", -1)) {
            Line line = Line.read(words);
            if (line != null && line.update <= update) {
                if (!loop.takes(line)) {
                    loop.end(inside);
                    loop = new Gathering();
                }
                loop.add(line);
            }
        }
        loop.end(inside);
        byte[] mended = text(inside);
        if (!Arrays.equals(mended, text.getBytes(StandardCharsets.UTF_8))) {
            AtomicFile.write(path, mended);
        }
    }

    private static byte[] text(Diagnostics inside) {
        StringBuilder out = new StringBuilder(HEADER);
        inside.loops().forEach(loop -> write(loop, out));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(InnerLoop loop, StringBuilder out) {
        for (int i = 0; i < loop.size(); i++) {
            out.append(loop.update()).append(',').append(loop.number(i)).append(',');
            out.append((float) loop.quadratic(i)).append(',').append((float) loop.residual(i));
            out.append(',').append(loop.kept(i) ? 1 : 0).append('\n');
        }
    }

    /** An iteration. */
    private record Line(long update, int number, float quadratic, float residual, boolean kept) {
        /** The iteration that a line stands for; null where it stands for none. */
        static @Nullable Line read(String words) {
            String[] cells = words.split(",", -1);
            if (cells.length != 5) {
                return null;
            }
            try {
                return new Line(
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
        boolean takes(Line line) {
            return update < 0 || line.update == update && line.number > number;
        }

        void add(Line line) {
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

        void end(Diagnostics inside) {
            if (update >= 0) {
                inside.add(watch.loop());
            }
        }
    }
}
