package unroll.engine.cli;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.engine.archive.Archive;
import unroll.engine.archive.Contrast;
import unroll.engine.archive.RunRecord;
import unroll.engine.archive.RunRecord.Damaged;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.record.Remarks;

/** {@code unroll list}: prints the table of all runs. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Print all runs: how far each is, its best and last test, and what sets it apart.")
public final class ListCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final List<String> HEAD =
            List.of("state", "best", "last", "measure", "seeds", "updates", "time", "begun", "changed");

    /** Letters that a line has at least, however narrow the terminal is. */
    private static final int LEAST = 40;

    /** By so much the lines stand in on which a row goes on. */
    private static final String GOES_ON = "    ";

    private final PrintStream out;
    private final IntSupplier room;

    @Mixin
    private RunsOptions options = new RunsOptions();

    @Option(
            names = "--sort",
            paramLabel = "BY",
            defaultValue = "changed",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); the newest, best or most first.")
    private SortKey sort = SortKey.CHANGED;

    /** By what the rows are sorted. */
    enum SortKey {
        CHANGED,
        NAME,
        BEST,
        LAST,
        UPDATES,
        TIME;

        Comparator<RunRecord> comparator() {
            return switch (this) {
                case CHANGED -> Comparator.comparing(RunRecord::changed).reversed();
                case NAME -> Comparator.comparing(RunRecord::id);
                case BEST -> by(run -> run.best().map(Whole::headline).orElse(Double.NaN));
                case LAST -> by(run -> run.last().orElse(Double.NaN));
                case UPDATES -> by(run -> -run.spent().updates());
                case TIME -> by(run -> -run.spent().seconds());
            };
        }

        /** Those without a number come last. */
        private static Comparator<RunRecord> by(ToDoubleFunction<Whole> number) {
            return Comparator.comparingDouble(
                    run -> run instanceof Whole whole ? number.applyAsDouble(whole) : Double.NaN);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The command over a stream; rows are as wide as a terminal has room, and in pipes as long as they are. */
    public ListCommand(PrintStream out) {
        this(out, Terminal::columns);
    }

    /** @param room letters that a line has room for */
    ListCommand(PrintStream out, IntSupplier room) {
        this.out = out;
        this.room = room;
    }

    @Override
    public Integer call() {
        Archive archive = options.archive();
        Optional<Whole> baseline = options.baseline(archive);
        List<RunRecord> runs =
                new ArrayList<>(archive.folders().stream().map(archive::read).toList());
        if (runs.isEmpty()) {
            out.println("There are no runs in " + archive.folder());
            return 0;
        }
        runs.sort(sort.comparator());
        Contrast contrast = Contrast.among(runs.stream()
                .flatMap(run -> whole(run).stream())
                .map(Whole::settings)
                .toList());
        List<List<String>> rows = new ArrayList<>();
        boolean named = any(runs, remarks -> !remarks.name().isEmpty());
        boolean tagged = any(runs, remarks -> !remarks.tags().isEmpty());
        List<String> head = new ArrayList<>(List.of("run"));
        addIf(named, head, "name");
        addIf(tagged, head, "tags");
        head.addAll(HEAD);
        head.add(baseline.isPresent() ? "beside '" + baseline.get().id() + "'" : "settings that differ");
        rows.add(head);
        for (RunRecord run : runs) {
            Remarks remarks = whole(run).map(Whole::remarks).orElse(Remarks.NONE);
            List<String> row = new ArrayList<>(List.of(run.id()));
            addIf(named, row, remarks.name());
            addIf(tagged, row, String.join(" ", remarks.tags()));
            row.addAll(cells(run, contrast, baseline));
            rows.add(row.stream().map(PrintedText::of).toList());
        }
        print(rows);
        return 0;
    }

    private static boolean any(List<RunRecord> runs, Predicate<Remarks> has) {
        return runs.stream()
                .flatMap(run -> whole(run).stream())
                .map(Whole::remarks)
                .anyMatch(has);
    }

    private static void addIf(boolean shown, List<String> row, String cell) {
        if (shown) {
            row.add(cell);
        }
    }

    private static Optional<Whole> whole(RunRecord run) {
        return run instanceof Whole whole ? Optional.of(whole) : Optional.empty();
    }

    private static List<String> cells(RunRecord run, Contrast contrast, Optional<Whole> baseline) {
        String made = WHEN.format(run.folder().made().atZone(ZoneId.systemDefault()));
        String changed = WHEN.format(run.changed().atZone(ZoneId.systemDefault()));
        return switch (run) {
            case Damaged damaged -> List.of("damaged", "", "", "", "", "", "", made, changed, damaged.complaint());
            case Whole whole -> {
                List<String> cells = new ArrayList<>(whole.summary());
                cells.add(made);
                cells.add(changed);
                cells.add(baseline.map(base -> base.id().equals(run.id())
                                ? "the baseline"
                                : Contrast.words(base.experiment(), whole.experiment()))
                        .orElseGet(() -> contrast.words(whole.settings())));
                yield cells;
            }
        };
    }

    /** Pads each column but the last to its longest cell. */
    private void print(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        int width = Math.max(LEAST, room.getAsInt());
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            printWithin(line.toString().stripTrailing(), width);
        }
    }

    /** Breaks a line between words where it has no room. */
    private void printWithin(String line, int width) {
        String rest = line;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > GOES_ON.length() ? space : width;
            out.println(rest.substring(0, cut).stripTrailing());
            rest = GOES_ON + rest.substring(cut).strip();
        }
        out.println(rest);
    }
}
