package unroll.app.shell;

import static unroll.app.shell.Commands.ctrl;
import static unroll.app.shell.Commands.ctrlShift;
import static unroll.app.shell.Commands.key;
import static unroll.app.shell.Commands.typed;

import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import unroll.app.runs.RunsView;
import unroll.engine.record.Cost;

/** What can be done on the screen of all runs. */
final class RunsCommands {
    private RunsCommands() {}

    static void add(Commands commands, Workbench bench) {
        RunsDesk desk = bench.runs();
        var seen = desk.shown();
        var model = desk.model();
        var controller = desk.controller();
        commands.add(
                        "Open the chosen run of the table",
                        seen,
                        () -> desk.with(RunsView::openChosen),
                        key(KeyCode.ENTER))
                .add("Choose one run more or fewer", seen, () -> desk.with(RunsView::flipChosen), key(KeyCode.SPACE))
                .add("Pin the chosen run as the baseline, or none", seen, controller::pin, key(KeyCode.P))
                .add("Filter the runs", seen, () -> desk.with(RunsView::toFilter), ctrl(KeyCode.F), typed("/"))
                .add("Write notes of the chosen run", seen, () -> desk.with(RunsView::toNotes), typed("n"))
                .add("Delete the chosen runs", seen, controller::delete, key(KeyCode.DELETE))
                .add("Write a report of the chosen runs", seen, controller::report, ctrl(KeyCode.P))
                .add(
                        "Runs that differ in seeds as one",
                        seen,
                        () -> flip(model.seedsTogetherProperty()),
                        key(KeyCode.G))
                .add("Single lines of such runs", seen, () -> flip(model.singlesProperty()), key(KeyCode.S))
                .add("Scores of runs on a logarithmic axis", seen, () -> flip(model.logUpProperty()), key(KeyCode.Y));
        for (Cost cost : Cost.values()) {
            commands.add(
                    "Tests of runs against " + cost.words(),
                    seen,
                    () -> model.costProperty().set(cost));
        }
        var history = controller.history();
        commands.add("Undo what was done to runs", seen.and(history.canUndo()), history::undo, ctrl(KeyCode.Z))
                .add(
                        "Redo what was done to runs",
                        seen.and(history.canRedo()),
                        history::redo,
                        ctrlShift(KeyCode.Z),
                        ctrl(KeyCode.Y))
                .add(
                        "History of the runs",
                        seen,
                        () -> bench.sheets().showEdits("History of the runs", history),
                        ctrl(KeyCode.H));
    }

    private static void flip(BooleanProperty flag) {
        flag.set(!flag.get());
    }
}
