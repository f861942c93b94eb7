package unroll.app.runs;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import unroll.app.edit.History;
import unroll.engine.record.Remarks;

/** Name, tags and notes of the run that is chosen alone: they are kept whenever typing pauses, each time as a step that can be undone. */
final class RunRemarks {
    private static final long PAUSE_MILLIS = 900;

    private final RunsModel model;
    private final ChangesOnDisk disk;
    private final History<RunChanges> history;
    private final ScheduledExecutorService clock;
    private final Executor window;
    private Remarks kept = Remarks.NONE;
    private boolean showing;
    private boolean typed;
    private long strokes;

    RunRemarks(
            RunsModel model,
            ChangesOnDisk disk,
            History<RunChanges> history,
            ScheduledExecutorService clock,
            Executor window) {
        this.model = model;
        this.disk = disk;
        this.history = history;
        this.clock = clock;
        this.window = window;
        Stream.of(model.nameProperty(), model.tagsProperty(), model.notesProperty())
                .forEach(text -> text.subscribe((before, after) -> written()));
    }

    /** Shows the notes of the run that is chosen; what was typed about another is kept first. */
    void show(List<RunRow> chosen, RunsTable table) {
        boolean one = chosen.size() == 1 && chosen.getFirst().whole().isPresent();
        String run = one ? chosen.getFirst().id() : "";
        if (!run.equals(model.notedRunProperty().get())) {
            commit();
        }
        model.words.set(RunWords.about(chosen, table));
        model.notedName.set(one ? chosen.getFirst().name() : "");
        if (!typed) {
            kept = one ? chosen.getFirst().remarks() : Remarks.NONE;
            showing = true;
            model.notedRun.set(run);
            if (!kept.equals(fields())) { // what stands there may have a space more, after which somebody types on
                model.nameProperty().set(kept.name());
                model.tagsProperty().set(String.join(" ", kept.tags()));
                model.notesProperty().set(kept.notes());
            }
            showing = false;
        }
    }

    private Remarks fields() {
        return new Remarks(
                model.nameProperty().get(),
                Remarks.tags(model.tagsProperty().get()),
                model.notesProperty().get());
    }

    private void written() {
        if (showing || model.notedRunProperty().get().isEmpty()) {
            return;
        }
        typed = true;
        long mine = ++strokes;
        try {
            ScheduledFuture<?> pause =
                    clock.schedule(() -> window.execute(() -> paused(mine)), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            assert !pause.isCancelled();
        } catch (RejectedExecutionException closing) {
            commit(); // there is no later
        }
    }

    private void paused(long stroke) {
        if (stroke == strokes) {
            commit();
        }
    }

    /** Keeps what was typed. */
    void commit() {
        if (!typed) {
            return;
        }
        typed = false;
        String run = model.notedRunProperty().get();
        Remarks now = fields();
        disk.begin(run, kept);
        String step = now.equals(kept.withNotes(now.notes()))
                ? "Notes of "
                : now.name().equals(kept.name()) ? "Tags of " : "Name of ";
        kept = now;
        history.apply(
                step + model.notedNameProperty().get(),
                history.valueProperty().get().withRemarks(run, now));
    }
}
