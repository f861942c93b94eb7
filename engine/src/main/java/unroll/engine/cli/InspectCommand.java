package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import unroll.engine.music.PieceDescription;
import unroll.engine.series.ColumnDescription;
import unroll.engine.series.Series;
import unroll.engine.series.SeriesSplit;
import unroll.engine.table.Doubt;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.PianoRolls;
import unroll.engine.task.TaskSettings;

/** {@code unroll inspect}: says how a file of the user's is understood, without training on it. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Say how a file or folder of your own is understood, and what could be understood otherwise,"
                + " without training on it.")
public final class InspectCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description = "A table, a text, pictures or music, or a folder of these.")
    private @Nullable String file;

    @Mixin
    private NewRunOptions options = new NewRunOptions();

    /** The command over a stream. */
    public InspectCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new IllegalArgumentException("name a file");
        }
        TaskSettings task = options.asSaidOn(Path.of(file)).task();
        print(
                switch (task) {
                    case OwnSeries series -> table(series);
                    case PianoRolls music -> table(music);
                    default -> task.fitted().task().understood();
                });
        return 0;
    }

    private static List<String> table(OwnSeries settings) {
        SeriesSplit split = settings.read();
        List<String> lines = new ArrayList<>(split.understood());
        lines.add("To learn from: " + rows(split.training()) + " series; to test on: " + rows(split.test()) + ".");
        lines.add("");
        lines.add(ColumnDescription.head());
        split.described().stream().map(ColumnDescription::line).forEach(lines::add);
        for (Doubt doubt : split.doubts()) {
            lines.add("");
            lines.add("Doubtful: " + Terminal.question(doubt));
        }
        return lines;
    }

    /** "1,440 rows in 3". */
    private static String rows(List<Series> part) {
        int rows = part.stream().mapToInt(Series::rows).sum();
        return String.format(Locale.ROOT, rows == 1 ? "%,d row in %,d" : "%,d rows in %,d", rows, part.size());
    }

    private static List<String> table(PianoRolls settings) {
        List<String> lines = new ArrayList<>(settings.fitted().task().understood());
        List<PieceDescription> pieces = PieceDescription.of(settings.source().path());
        if (!pieces.isEmpty()) {
            lines.add("");
            lines.add(PieceDescription.head());
            pieces.stream().map(PieceDescription::line).forEach(lines::add);
        }
        return lines;
    }

    private void print(List<String> lines) {
        lines.stream().map(PrintedText::of).forEach(out::println);
    }
}
