package unroll.app.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.StringProperty;
import unroll.app.control.StatusLine;
import unroll.app.training.RunNews;

/** What the status line says: of the training, or of the sweep while that is in front. */
final class StatusWords {
    private final SweepDesk sweeps;
    private final RaceDesk race;

    private StatusWords(SweepDesk sweeps, RaceDesk race) {
        this.sweeps = sweeps;
        this.race = race;
    }

    /** The line; its badge opens the messages. */
    static StatusLine line(ShellModel shell, RunNews training, SweepDesk sweeps, RaceDesk race, Runnable openMessages) {
        StatusWords words = new StatusWords(sweeps, race);
        StatusLine line = new StatusLine(openMessages);
        var status = training.status();
        line.headlineProperty().bind(words.ofTraining(status.headlineProperty()));
        line.unitProperty().bind(words.ofTraining(status.unitProperty()));
        line.baselinesProperty().bind(words.ofTraining(status.baselinesProperty()));
        line.progressProperty()
                .bind(words.said(status.progressProperty(), sweeps.model().standingProperty()));
        line.timeProperty()
                .bind(words.said(status.timeProperty(), sweeps.model().leftProperty()));
        line.optimiserProperty().bind(words.ofTraining(status.optimiserProperty()));
        line.savedProperty().bind(words.ofTraining(status.savedProperty()));
        line.memoryProperty()
                .bind(Bindings.when(status.deviceMemoryProperty().isEmpty())
                        .then(shell.memoryProperty())
                        .otherwise(Bindings.concat(shell.memoryProperty(), " \u00b7 ", status.deviceMemoryProperty())));
        line.troublesProperty().bind(Bindings.size(shell.messages()));
        return line;
    }

    private StringExpression said(StringProperty ofTraining, StringProperty ofSweep) {
        return Bindings.when(sweeps.shown()).then(ofSweep).otherwise(ofTraining(ofTraining));
    }

    private StringExpression ofTraining(StringProperty words) {
        return Bindings.when(sweeps.shown().or(race.shown())).then("").otherwise(words);
    }
}
