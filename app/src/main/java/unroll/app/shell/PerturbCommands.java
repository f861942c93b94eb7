package unroll.app.shell;

import static unroll.app.shell.Commands.key;
import static unroll.app.shell.Commands.shift;

import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCode;
import unroll.app.dock.Dock;
import unroll.app.dock.View;
import unroll.app.view.RunHead;
import unroll.app.view.perturb.LivePerturb;
import unroll.app.view.perturb.PerturbController;
import unroll.app.view.perturb.PerturbModel;
import unroll.app.view.perturb.Shown;
import unroll.engine.perturb.Perturbation;
import unroll.engine.setting.Schema;

/** Says what can be done to the network of the training screen while it runs over a sequence. */
final class PerturbCommands {
    private final Workbench bench;
    private final PerturbController controller;

    private PerturbCommands(Workbench bench) {
        this.bench = bench;
        controller = bench.desk().perturb();
    }

    static void add(Commands commands, Workbench bench, BooleanExpression trains) {
        PerturbCommands perturb = new PerturbCommands(bench);
        PerturbController controller = perturb.controller;
        PerturbModel model = controller.model();
        var history = controller.history();
        var some = trains.and(BooleanExpression.booleanExpression(
                model.perturbationsProperty().map(all -> !all.isEmpty())));
        var chosen = trains.and(model.chosenProperty().isNotEqualTo(PerturbModel.NONE));
        commands.add("Perturb as the row says, at the time cursor", trains, perturb::addSeen, key(KeyCode.P))
                .add("Change the next perturbation", some, controller::chooseNext, shift(KeyCode.P))
                .add("Move the chosen perturbation to the time cursor", chosen, controller::moveHere, key(KeyCode.M))
                .add("Take the chosen or last perturbation away", some, controller::remove, key(KeyCode.DELETE))
                .add("Take all perturbations away", some, controller::clear, shift(KeyCode.DELETE))
                .add(
                        "Undo the last change of perturbations",
                        trains.and(history.canUndo()),
                        history::undo,
                        key(KeyCode.U))
                .add("Redo the change of perturbations", trains.and(history.canRedo()), history::redo, shift(KeyCode.U))
                .add(
                        "History of the perturbations",
                        trains,
                        () -> bench.sheets().showEdits("History of the perturbations", history))
                .add(
                        "Perturbed network runs on from its own predictions or the truth",
                        trains.and(BooleanExpression.booleanExpression(
                                bench.training().headProperty().map(RunHead::generative))),
                        model::freeOrNot);
        for (Perturbation kind : Perturbation.kinds()) {
            var possible = BooleanExpression.booleanExpression(
                    model.answerProperty().map(answer -> kind.possible(answer.subject())));
            String label = Schema.kind(kind.getClass()).label().toLowerCase(Locale.ROOT);
            commands.add("Perturbation to make: " + label, trains.and(possible), () -> perturb.take(kind));
        }
        commands.add("Perturb: show the unit that differs most", trains, () -> model.show(new Shown(false, Shown.MOST)))
                .add(
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
        bench.desk()
                .dock()
                .ifPresent(dock -> dock.views().stream()
                        .filter(view -> view.name().equals(LivePerturb.NAME))
                        .findFirst()
                        .ifPresent(view -> show(dock, view)));
    }

    private void show(Dock dock, View view) {
        if (!bench.desk().views().seen(LivePerturb.NAME).get()) {
            dock.show(view);
        }
    }
}
