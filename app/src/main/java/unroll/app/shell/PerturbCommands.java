package unroll.app.shell;

import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.shift;

import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCode;
import unroll.app.command.Command;
import unroll.app.command.Commands;
import unroll.app.view.RunHead;
import unroll.app.view.perturb.LivePerturb;
import unroll.app.view.perturb.PerturbController;
import unroll.app.view.perturb.PerturbModel;
import unroll.app.view.perturb.Shown;
import unroll.engine.perturb.Perturbation;
import unroll.engine.setting.Schema;

/** The commands that perturb the network of the training screen while it runs over a sequence. */
final class PerturbCommands {
    private final TrainingScreen screen;
    private final PerturbController controller;
    private final PerturbModel model;
    private final BooleanExpression trains;

    private PerturbCommands(TrainingScreen screen, BooleanExpression trains) {
        this.screen = screen;
        this.trains = trains;
        controller = screen.perturb();
        model = controller.model();
    }

    static void add(Commands.Group commands, TrainingScreen screen, BooleanExpression trains, Sheets sheets) {
        PerturbCommands perturb = new PerturbCommands(screen, trains);
        perturb.change(commands);
        perturb.undo(commands, sheets);
        perturb.choose(commands);
        perturb.show(commands);
    }

    private void change(Commands.Group commands) {
        var some = trains.and(BooleanExpression.booleanExpression(
                model.perturbationsProperty().map(all -> !all.isEmpty())));
        var chosen = trains.and(model.chosenProperty().isNotEqualTo(PerturbModel.NONE));
        commands.add(
                        "perturb.add",
                        "Perturb as the row says, at the time cursor",
                        trains,
                        this::addSeen,
                        key(KeyCode.P))
                .add("perturb.change", "Change the next perturbation", some, controller::chooseNext, shift(KeyCode.P))
                .add(
                        "perturb.moveHere",
                        "Move the chosen perturbation to the time cursor",
                        chosen,
                        controller::moveHere,
                        key(KeyCode.M))
                .add(
                        "perturb.remove",
                        "Take the chosen or last perturbation away",
                        some,
                        controller::remove,
                        key(KeyCode.DELETE))
                .add("perturb.clear", "Take all perturbations away", some, controller::clear, shift(KeyCode.DELETE));
    }

    private void undo(Commands.Group commands, Sheets sheets) {
        var history = controller.history();
        String title = "History of the perturbations";
        commands.add(
                        "perturb.undo",
                        "Undo the last change of perturbations",
                        trains.and(history.canUndo()),
                        history::undo,
                        key(KeyCode.U))
                .add(
                        "perturb.redo",
                        "Redo the change of perturbations",
                        trains.and(history.canRedo()),
                        history::redo,
                        shift(KeyCode.U))
                .add("perturb.history", title, trains, () -> sheets.showEdits(title, history));
    }

    private void choose(Commands.Group commands) {
        commands.add(
                "perturb.free",
                "Perturbed network runs on from its own predictions or the truth",
                trains.and(BooleanExpression.booleanExpression(
                        screen.news().headProperty().map(RunHead::generative))),
                model::freeOrNot);
        for (Perturbation kind : Perturbation.kinds()) {
            var possible = BooleanExpression.booleanExpression(
                    model.answerProperty().map(answer -> kind.possible(answer.subject())));
            String label = Schema.kind(kind.getClass()).label().toLowerCase(Locale.ROOT);
            commands.add(
                    "perturb.take." + Command.part(label),
                    "Perturbation to make: " + label,
                    trains.and(possible),
                    () -> take(kind));
        }
    }

    private void show(Commands.Group commands) {
        commands.add(
                        "perturb.showUnit",
                        "Perturb: show the unit that differs most",
                        trains,
                        () -> model.show(new Shown(false, Shown.MOST)))
                .add(
                        "perturb.showOutput",
                        "Perturb: show the output that differs most",
                        trains,
                        () -> model.show(new Shown(true, Shown.MOST)));
    }

    /** What is done is seen. */
    private void addSeen() {
        show();
        controller.add();
    }

    private void take(Perturbation kind) {
        show();
        controller.take(kind);
    }

    private void show() {
        if (!screen.views().seen(LivePerturb.NAME).get()) {
            screen.show(LivePerturb.NAME);
        }
    }
}
