package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.typed;

import javafx.scene.input.KeyCode;
import unroll.app.command.Command;
import unroll.app.command.Commands;
import unroll.app.control.Smoothing;
import unroll.app.runs.RunsView;
import unroll.engine.record.Cost;

/** The commands of the screen of all runs. */
final class RunsCommands {
    private RunsCommands() {}

    static void add(Commands.Group commands, RunsScreen runs, Sheets sheets) {
        var model = runs.model();
        var controller = runs.controller();
        commands.add(
                        "runs.open",
                        "Open the chosen run of the table",
                        () -> runs.with(RunsView::openChosen),
                        key(KeyCode.ENTER))
                .add(
                        "runs.choose",
                        "Choose one run more or fewer",
                        () -> runs.with(RunsView::flipChosen),
                        key(KeyCode.SPACE))
                .add("runs.pin", "Pin the chosen run as the baseline, or none", controller::pin, key(KeyCode.P))
                .add("runs.filter", "Filter the runs", () -> runs.with(RunsView::toFilter), ctrl(KeyCode.F), typed("/"))
                .add("runs.notes", "Write notes of the chosen run", () -> runs.with(RunsView::toNotes), typed("n"))
                .add("runs.rename", "Rename the chosen run", () -> runs.with(RunsView::toName), key(KeyCode.F2))
                .add("runs.tags", "Tag the chosen run", () -> runs.with(RunsView::toTags), typed("t"))
                .add("runs.delete", "Delete the chosen runs", controller::delete, key(KeyCode.DELETE))
                .add("runs.report", "Write a report of the chosen runs", controller::report, ctrl(KeyCode.P))
                .flip(
                        "runs.seedsTogether",
                        "Runs that differ in seeds as one",
                        model.seedsTogetherProperty(),
                        key(KeyCode.G))
                .flip("runs.singles", "Single lines of such runs", model.singlesProperty(), key(KeyCode.S))
                .add(
                        "runs.bySettings",
                        "Runs over their settings (parallel coordinates), or their tests",
                        () -> runs.with(RunsView::flipSettings),
                        key(KeyCode.V))
                .add("runs.keep", "Show only the chosen runs", controller::keepChosen, key(KeyCode.K))
                .add("runs.endLimits", "Show all runs again", controller::endLimits, key(KeyCode.A))
                .add(
                        "runs.smoother",
                        "Tests of runs smoother",
                        () -> Smoothing.step(model.smoothingProperty(), 1),
                        typed("]"))
                .add(
                        "runs.rougher",
                        "Tests of runs less smooth",
                        () -> Smoothing.step(model.smoothingProperty(), -1),
                        typed("["))
                .flip("runs.logUp", "Scores of runs on a logarithmic axis", model.logUpProperty(), key(KeyCode.Y));
        for (Cost cost : Cost.values()) {
            commands.add(
                    "runs.cost." + Command.part(cost.name()),
                    "Tests of runs against " + cost.words(),
                    () -> model.costProperty().set(cost));
        }
        new EditCommands(
                        controller.history(),
                        "Undo what was done to runs",
                        "Redo what was done to runs",
                        "History of the runs")
                .addTo(commands, "runs", Screen.always(), sheets);
    }
}
