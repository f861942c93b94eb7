package unroll.app.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import unroll.app.chart.Scores;
import unroll.app.control.Numbers;
import unroll.app.gallery.RunItem;
import unroll.app.gallery.RunItem.RunState;
import unroll.app.gallery.RunItems;
import unroll.app.training.RunNews;

/** The list of runs, the open one as it is now; it changes when the run starts, stops or is tested, not with every update. */
final class LiveRuns {
    private LiveRuns() {}

    static ObservableValue<List<RunItem>> of(ReadOnlyObjectProperty<RunItems> runs, RunNews training) {
        LongProperty restingAt = new SimpleLongProperty(); // several updates may be made and reported at once
        Runnable rest = () -> {
            long update = training.updateProperty().get();
            if (!training.runningProperty().get()) {
                restingAt.set(update);
            }
        };
        training.updateProperty().subscribe(rest);
        training.runningProperty().subscribe(rest);
        return Bindings.createObjectBinding(
                () -> runs.get().items().stream()
                        .map(run -> run.id().equals(training.folderProperty().get())
                                ? open(run, training, restingAt.get())
                                : run)
                        .toList(),
                runs,
                training.folderProperty(),
                training.runningProperty(),
                training.overProperty(),
                training.doneProperty(),
                training.divergedProperty(),
                restingAt,
                training.troubleProperty(),
                training.scoresProperty());
    }

    private static RunItem open(RunItem run, RunNews training, long restingAt) {
        RunState state = state(training);
        String detail = switch (state) {
            case RUNNING -> "running";
            case FINISHED -> "done";
            case BROKEN -> RunItem.end(training.troubleProperty().get(), restingAt);
            case RESTING -> "paused at " + Numbers.whole(restingAt);
        };
        List<Scores.Score> scores = training.scoresProperty().get().scores();
        String score = scores.isEmpty()
                ? run.score()
                : Numbers.measured(scores.getFirst().value());
        return new RunItem(run.id(), run.name(), run.origin(), detail, score, state);
    }

    private static RunState state(RunNews training) {
        if (training.runningProperty().get()) {
            return RunState.RUNNING;
        }
        if (training.doneProperty().get()) {
            return RunState.FINISHED;
        }
        boolean ended =
                training.divergedProperty().get() || training.overProperty().get();
        return ended ? RunState.BROKEN : RunState.RESTING; // a warning does not end it
    }
}
