package unroll.app.runs;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import unroll.app.edit.History;

/** The notes of the run that is chosen alone: they are kept whenever typing pauses, each time as a step that can be undone. */
final class RunNotes {
    private static final long PAUSE_MILLIS = 900;

    private final RunsModel model;
    private final ChangesOnDisk disk;
    private final History<RunChanges> history;
    private final ScheduledExecutorService clock;
    private final Executor window;
    private String kept = "";
    private boolean showing;
    private boolean typed;
    private long strokes;

    RunNotes(
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
        model.notesProperty().subscribe((before, after) -> written());
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
            String text = one ? chosen.getFirst().notes() : "";
            showing = true;
            kept = text;
            model.notedRun.set(run);
            if (!text.equals(model.notesProperty().get())) {
                model.notesProperty().set(text);
            }
            showing = false;
        }
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
        String text = model.notesProperty().get();
        disk.begin(run, kept);
        kept = text;
        history.apply(
                "Notes of " + model.notedNameProperty().get(),
                history.valueProperty().get().withNotes(run, text));
    }
}
