package unroll.app.runs;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import unroll.app.background.BackgroundTask;
import unroll.app.background.BackgroundWork;
import unroll.app.edit.History;
import unroll.app.fx.AsyncAnswer;
import unroll.app.parallel.AxisSpan;
import unroll.app.parallel.ParallelAxis;
import unroll.app.screen.ScreenController;
import unroll.engine.archive.Archive;
import unroll.engine.archive.PinnedRun;
import unroll.engine.archive.RunRecord;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.record.Cost;
import unroll.engine.record.Failures;

/** Keeps the table of all runs: reads them while they are seen, and does what a person wants done to them. */
public final class RunsController implements ScreenController {
    /** While the screen is seen, runs are looked at again after so many seconds: they may be made elsewhere. */
    private static final int LOOK_EVERY = 4;

    /** What the window lends the controller: threads, clocks, the folder of the runs, a place for complaints, and other screens. */
    public record Surroundings(
            Executor window,
            Executor work,
            BackgroundWork background,
            ScheduledExecutorService clock,
            InstantSource now,
            Path runs,
            Consumer<String> complain,
            OtherScreens others) {}

    /** The other screens, as far as they have to do with runs. */
    public interface OtherScreens {
        /** Whether a run is being trained in this window now. */
        boolean trains(Path run);

        /** Why a run cannot be taken from whoever has it; empty where it can. */
        Optional<String> refusal(Path run);

        /** Leaves a run if it is open, and then does what follows. */
        void letGo(Path run, Runnable then);

        /** Shows a run. */
        void open(Path run);
    }

    private final RunsModel model;
    private final Surroundings around;
    private final History<RunChanges> history = new History<>(RunChanges.EMPTY);
    private final ChangesOnDisk disk;
    private final RunsReader reader;
    private final RunRemarks remarks;
    private final AsyncAnswer<RunsTable.Question, RunsTable> questions;
    private final AsyncAnswer<Wanted, Overlays.TestOverlay> overlays;
    private final Set<String> stuck = new HashSet<>();
    private RunsReader.Reading reading = new RunsReader.Reading(List.of(), 0);
    private int seconds;
    private boolean looking;
    private boolean begun;
    private boolean closed;

    private record Wanted(List<Whole> runs, Optional<Whole> baseline, boolean together, boolean singles, Cost cost) {
        Overlays.TestOverlay overlay() {
            return runs.isEmpty() ? Overlays.TestOverlay.EMPTY : Overlays.of(runs, baseline, together, singles, cost);
        }
    }

    public RunsController(RunsModel model, Surroundings around) {
        this.model = model;
        this.around = around;
        disk = new ChangesOnDisk(
                around.runs(),
                around.work(),
                sentence -> around.window().execute(() -> around.complain().accept(sentence)));
        reader = new RunsReader(
                new Archive(around.runs()),
                around.window(),
                around.work(),
                around.clock(),
                this::receive,
                this::unread);
        remarks = new RunRemarks(model, disk, history, around.clock(), around.window());
        questions = new AsyncAnswer<>(
                around.work(), RunsTable::of, around.window(), (question, table) -> model.table.set(table));
        overlays = new AsyncAnswer<>(
                around.work(), Wanted::overlay, around.window(), (wanted, overlay) -> model.overlay.set(overlay));
        history.valueProperty().subscribe(this::settle);
        model.filterProperty().subscribe((before, after) -> ask());
        model.tableProperty().subscribe((before, after) -> showChosen());
        model.chosenProperty().subscribe((before, after) -> showChosen());
        model.seedsTogetherProperty().subscribe((before, after) -> showChosen());
        model.singlesProperty().subscribe((before, after) -> showChosen());
        model.costProperty().subscribe((before, after) -> showChosen());
    }

    /** What was done here, and can be undone. */
    public History<?> history() {
        return history;
    }

    // Commands

    /** Nothing is read while the screen is not seen. */
    @Override
    public void look(boolean seen) {
        if (closed) {
            return;
        }
        if (seen && !begun) {
            begun = true;
            model.read.set(0);
            around.work().execute(this::findBaseline);
        }
        if (looking && !seen) {
            remarks.commit();
        }
        looking = seen;
        reader.look(seen);
    }

    /** Looks again now and then; once a second. */
    @Override
    public void tick() {
        if (looking && ++seconds % LOOK_EVERY == 0) {
            reader.refresh();
        }
    }

    /** Opens the run of a row. */
    void open(RunRow row) {
        remarks.commit();
        switch (row.run()) {
            case RunRecord.Damaged damaged ->
                around.complain().accept("'" + row.name() + "' cannot be opened. " + damaged.complaint());
            case Whole whole -> around.others().open(whole.folder().path());
        }
    }

    /** Compares the others with the chosen run, or with none if it is pinned already. */
    public void pin() {
        List<RunRow> chosen = chosen();
        if (chosen.isEmpty() || chosen.getFirst().whole().isEmpty()) {
            return;
        }
        RunRow row = chosen.getFirst();
        RunChanges now = history.valueProperty().get();
        if (row.id().equals(now.baseline())) {
            history.apply("No baseline", now.withBaseline(""));
        } else {
            history.apply("Baseline: " + row.name(), now.withBaseline(row.id()));
        }
    }

    /** Shows only runs that lie in a span of an axis, or in all of it. */
    void limit(ParallelAxis axis, Optional<AxisSpan> span) {
        RunChanges now = history.valueProperty().get();
        RunLimits limits = now.limits();
        history.apply(
                axis.name() + " " + span.map(AxisSpan::words).orElse("not limited"),
                now.withLimits(span.map(within -> limits.with(axis.key(), within))
                        .orElseGet(() -> limits.without(axis.key()))));
    }

    /** Shows only the chosen runs. */
    public void keepChosen() {
        Set<String> kept = chosen().stream().map(RunRow::id).collect(Collectors.toSet());
        if (!kept.isEmpty()) {
            String runs = kept.size() == 1 ? "1 run" : kept.size() + " runs";
            history.apply("Only " + runs, history.valueProperty().get().withLimits(RunLimits.to(kept)));
        }
    }

    /** Shows all runs that the filter lets through. */
    public void endLimits() {
        RunChanges now = history.valueProperty().get();
        if (!now.limits().equals(RunLimits.NONE)) {
            history.apply("No limits", now.withLimits(RunLimits.NONE));
        }
    }

    /** Moves the chosen runs to the bin, except those that are in use. */
    public void delete() {
        remarks.commit();
        List<RunRow> free = new ArrayList<>();
        for (RunRow row : chosen()) {
            Path folder = row.run().folder().path();
            Optional<String> why = around.others().trains(folder)
                    ? Optional.of("'" + row.name() + "' is being trained: pause it on its screen, then delete it.")
                    : around.others().refusal(folder);
            why.ifPresentOrElse(around.complain(), () -> free.add(row));
        }
        if (!free.isEmpty()) {
            Set<String> ids = free.stream().map(RunRow::id).collect(Collectors.toCollection(LinkedHashSet::new));
            String name = free.size() == 1 ? free.getFirst().name() : free.size() + " runs";
            stuck.removeAll(ids);
            history.apply("Delete " + name, history.valueProperty().get().withBinned(ids));
        }
    }

    /** Writes a page about the chosen runs beside the folder of the runs, and reports where it is. */
    public void report() {
        remarks.commit();
        List<Whole> runs =
                chosen().stream().flatMap(row -> row.whole().stream()).toList();
        if (runs.isEmpty()) {
            around.complain().accept("Choose the runs first that the report is about.");
            return;
        }
        Optional<Whole> baseline = model.tableProperty().get().baseline();
        String title = "Report about " + (runs.size() == 1 ? runs.getFirst().id() : runs.size() + " runs");
        around.background().begin(new BackgroundTask(title, task -> {
            Path file = ReportFile.write(around.runs(), runs, baseline);
            task.made(file);
            return "Report: " + file;
        }));
    }

    /** Saves what was written, for a window that is being closed. */
    @Override
    public void close() {
        remarks.commit();
        closed = true;
        looking = false;
        disk.close();
    }

    // What the disk is to be like

    private void findBaseline() {
        try {
            String baseline = PinnedRun.of(around.runs());
            around.window().execute(() -> {
                if (!baseline.isEmpty() && history.edits().isEmpty()) {
                    history.restart(RunChanges.EMPTY.withBaseline(baseline));
                }
            });
        } catch (RuntimeException | Error e) {
            around.window().execute(() -> around.complain().accept(Failures.sentence(e)));
        }
    }

    private void settle(RunChanges before, RunChanges after) {
        disk.want(after);
        if (!before.baseline().equals(after.baseline())) {
            disk.agreeOnBaseline();
        }
        for (String run : after.changedSince(before)) {
            boolean deleted = after.binned().contains(run) && !before.binned().contains(run);
            if (deleted) {
                around.others().letGo(around.runs().resolve(run), () -> disk.agree(run, ok -> agreed(run, ok)));
            } else {
                disk.agree(run, ok -> agreed(run, ok));
            }
        }
        ask();
    }

    private void agreed(String run, boolean done) {
        around.window().execute(() -> {
            if (closed) {
                return;
            }
            if (done) {
                stuck.remove(run);
            } else {
                stuck.add(run);
            }
            reader.refresh();
            ask();
        });
    }

    // What is shown

    private void receive(RunsReader.Reading next) {
        boolean first = reading.of() == 0 || !reading.whole();
        model.read.set(next.whole() || !first ? 1 : (double) next.runs().size() / next.of());
        if (next.whole() || first) { // runs that were read before stay while they are looked at again
            reading = next;
            ask();
        }
    }

    private void unread(String why) {
        model.read.set(1);
        around.complain().accept(why);
    }

    private void ask() {
        if (closed) {
            return;
        }
        RunChanges shelf = history.valueProperty().get();
        Set<String> hidden = new HashSet<>(shelf.binned());
        hidden.removeAll(stuck);
        Set<Path> training = reading.runs().stream()
                .map(run -> run.folder().path())
                .filter(around.others()::trains)
                .collect(Collectors.toSet());
        questions.ask(new RunsTable.Question(
                reading.runs(),
                shelf,
                hidden,
                training,
                model.filterProperty().get(),
                around.now().instant()));
    }

    private List<RunRow> chosen() {
        return model.tableProperty().get().named(model.chosenProperty().get());
    }

    private void showChosen() {
        if (closed) {
            return;
        }
        RunsTable table = model.tableProperty().get();
        List<RunRow> chosen = chosen();
        model.standing.set(RunWords.standing(table, chosen.size()));
        remarks.show(chosen, table);
        overlays.ask(new Wanted(
                chosen.stream().flatMap(row -> row.whole().stream()).toList(),
                table.baseline(),
                model.seedsTogetherProperty().get(),
                model.singlesProperty().get(),
                model.costProperty().get()));
    }
}
