package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.ctrlShift;
import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.shift;
import static unroll.app.command.Shortcut.typed;

import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.control.Smoothing;
import unroll.engine.record.Cost;

/** The commands of the race screen. */
final class RaceCommands {
    private RaceCommands() {}

    static void add(Commands.Group commands, RaceScreen race, Sheets sheets) {
        var controller = race.controller();
        var model = race.model();
        var idle = model.runningProperty().not().and(model.overProperty().not());
        commands.add("race.play", "Start or pause the race", controller::playOrPause, key(KeyCode.SPACE))
                .add("race.update", "Each lane makes one update", idle, () -> controller.step(1), key(KeyCode.ENTER))
                .add("race.step", "Each lane makes as many updates as chosen", idle, race::step, shift(KeyCode.ENTER))
                .add("race.reset", "Begin the race anew (same seeds)", controller::reset, ctrl(KeyCode.R))
                .add("race.reseed", "Begin the race anew with other seeds", controller::reseed, ctrlShift(KeyCode.R))
                .add("race.add", "Add a lane", controller::add, typed("+"))
                .add("race.remove", "Take the chosen lane away", controller::remove, key(KeyCode.DELETE))
                .add(
                        "race.evaluations",
                        "Align lanes by evaluations",
                        () -> model.costProperty().set(Cost.EVALUATIONS),
                        key(KeyCode.E))
                .add(
                        "race.seconds",
                        "Align lanes by seconds",
                        () -> model.costProperty().set(Cost.SECONDS),
                        key(KeyCode.S))
                .add(
                        "race.updates",
                        "Align lanes by updates",
                        () -> model.costProperty().set(Cost.UPDATES),
                        key(KeyCode.U))
                .flip("race.tests", "Losses on test sequences or of batches", model.testsProperty(), key(KeyCode.T))
                .add(
                        "race.smoother",
                        "Losses of lanes smoother",
                        () -> Smoothing.step(model.smoothingProperty(), 1),
                        typed("]"))
                .add(
                        "race.rougher",
                        "Losses of lanes less smooth",
                        () -> Smoothing.step(model.smoothingProperty(), -1),
                        typed("["))
                .flip("race.logUp", "Logarithmic losses", model.logUpProperty(), key(KeyCode.Y));
        new EditCommands(
                        controller.history(),
                        "Undo the last change of the lanes",
                        "Redo the change of the lanes",
                        "History of the lanes")
                .addTo(commands, "race", Screen.always(), sheets);
        commands.add("race.leave", "Leave the race", race::leave);
    }
}
