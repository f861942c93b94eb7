package unroll.app.shell;

import static unroll.app.shell.Commands.ctrl;
import static unroll.app.shell.Commands.ctrlShift;
import static unroll.app.shell.Commands.key;
import static unroll.app.shell.Commands.shift;
import static unroll.app.shell.Commands.typed;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import unroll.engine.record.Cost;

/** Says what can be done on the race screen. */
final class RaceCommands {
    private RaceCommands() {}

    static void add(Commands commands, Workbench bench) {
        RaceDesk race = bench.race();
        BooleanExpression seen = race.shown();
        var controller = race.controller();
        var model = race.model();
        var idle =
                seen.and(model.runningProperty().not()).and(model.overProperty().not());
        commands.add(
                        "Race this experiment's optimiser against others",
                        bench.training().openProperty(),
                        bench::enterRace)
                .add("Start or pause the race", seen, controller::playOrPause, key(KeyCode.SPACE))
                .add("Each lane makes one update", idle, () -> controller.step(1), key(KeyCode.ENTER))
                .add(
                        "Each lane makes as many updates as chosen",
                        idle,
                        () -> controller.step(race.stride()),
                        shift(KeyCode.ENTER))
                .add("Begin the race anew (same seeds)", seen, controller::reset, ctrl(KeyCode.R))
                .add("Begin the race anew with other seeds", seen, controller::reseed, ctrlShift(KeyCode.R))
                .add("Add a lane", seen, controller::add, typed("+"))
                .add("Take the chosen lane away", seen, controller::remove, key(KeyCode.DELETE))
                .add(
                        "Align lanes by evaluations",
                        seen,
                        () -> model.costProperty().set(Cost.EVALUATIONS),
                        key(KeyCode.E))
                .add("Align lanes by seconds", seen, () -> model.costProperty().set(Cost.SECONDS), key(KeyCode.S))
                .add("Align lanes by updates", seen, () -> model.costProperty().set(Cost.UPDATES), key(KeyCode.U))
                .add("Losses on test sequences or of batches", seen, () -> flip(model.testsProperty()), key(KeyCode.T))
                .add("Logarithmic losses", seen, () -> flip(model.logUpProperty()), key(KeyCode.Y))
                .add(
                        "Undo the last change of the lanes",
                        seen.and(controller.history().canUndo()),
                        controller.history()::undo,
                        ctrl(KeyCode.Z))
                .add(
                        "Redo the change of the lanes",
                        seen.and(controller.history().canRedo()),
                        controller.history()::redo,
                        ctrlShift(KeyCode.Z),
                        ctrl(KeyCode.Y))
                .add(
                        "History of the lanes",
                        seen,
                        () -> bench.sheets().showEdits("History of the lanes", controller.history()),
                        ctrl(KeyCode.H))
                .add("Leave the race", seen, race::leave);
    }

    private static void flip(BooleanProperty flag) {
        flag.set(!flag.get());
    }
}
