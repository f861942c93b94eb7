package unroll.app.view.perturb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.Numbers;
import unroll.app.control.QuietButton;
import unroll.app.sheet.InlineForm;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Subject;

/** The row in which a perturbation is made or changed, and below it those that are done. */
final class PerturbBar extends VBox {
    private final PerturbModel model;
    private final PerturbController controller;
    private final InlineForm<Perturbation> row;
    private final FlowPane chips = new FlowPane();
    private final HBox past = new HBox();

    PerturbBar(PerturbModel model, PerturbController controller) {
        this.model = model;
        this.controller = controller;
        Button add = NodeAddress.command("perturb.add").on(new Button("Add"));
        add.getStyleClass().add("small-button");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setTooltip(new Tooltip("Do this to the network at the time cursor"));
        add.setOnAction(event -> controller.add());
        history();
        row = new InlineForm<>(
                "What is done", model.formProperty().get(), controller::take, controller::edit, List.of(add, past));
        row.getStyleClass().add("for-hands");
        getStyleClass().add("perturb-bar");
        chips.getStyleClass().add("perturb-chips");
        setFillWidth(true);
        setMinWidth(0);
        getChildren().setAll(row, chips);
        chips.visibleProperty().bind(model.perturbationsProperty().map(all -> !all.isEmpty()));
        chips.managedProperty().bind(chips.visibleProperty());
        setOnMousePressed(event -> requestFocus());
        model.formProperty().subscribe(this::showForm);
        model.answerProperty().subscribe(this::showForm);
        model.namingProperty().subscribe(this::showAll);
        model.perturbationsProperty().subscribe(this::showChips);
        model.chosenProperty().subscribe(this::showChips);
        model.answerProperty().subscribe((before, after) -> {
            if (!after.refusals().equals(before.refusals())) {
                showChips();
            }
        });
        showAll();
    }

    /** Undo and redo. */
    private void history() {
        var history = controller.history();
        QuietButton undo = NodeAddress.command("perturb.undo").on(new QuietButton("undo", "", history::undo));
        QuietButton redo = NodeAddress.command("perturb.redo")
                .on(new QuietButton("redo", "Do again what was undone", history::redo));
        Runnable renew = () -> {
            int done = history.doneProperty().get();
            undo.setDisable(done == 0);
            redo.setDisable(done == history.edits().size());
            undo.show(
                    "undo",
                    done == 0
                            ? "Undo"
                            : "Undo: " + history.edits().get(done - 1).name());
        };
        history.doneProperty().subscribe(renew);
        history.valueProperty().subscribe(renew);
        past.getStyleClass().add("perturb-past");
        past.getChildren().setAll(undo, redo);
        past.visibleProperty().bind(Bindings.isNotEmpty(history.edits()));
    }

    private void showAll() {
        showForm();
        showChips();
    }

    private void showForm() {
        Perturbation form = model.formProperty().get();
        Subject subject = model.subject();
        row.show(
                form,
                Perturbation.kinds().stream()
                        .filter(kind -> kind.possible(subject))
                        .toList(),
                form.fields(subject));
    }

    private void showChips() {
        List<Perturbation> all = model.perturbationsProperty().get();
        List<String> refusals = model.answerProperty().get().refusals();
        List<Node> nodes = new ArrayList<>(IntStream.range(0, all.size())
                .mapToObj(i -> chip(i, all.get(i), i < refusals.size() ? refusals.get(i) : ""))
                .toList());
        chips.getChildren().setAll(nodes);
    }

    private Node chip(int index, Perturbation perturbation, String refusal) {
        String words = perturbation.words(model.subject(), Numbers::tick);
        boolean chosen = model.chosenProperty().get() == index;
        ToggleButton name = NodeAddress.command("perturb.change").on(new ToggleButton(words));
        name.setMnemonicParsing(false); // W_hh
        name.getStyleClass().add("perturb-name");
        name.setTooltip(new Tooltip(
                refusal.isEmpty()
                        ? chosen ? "The row above changes this one; click to end that" : "Click to change it"
                        : refusal));
        name.setSelected(chosen);
        name.setOnAction(event -> controller.choose(chosen ? PerturbModel.NONE : index));
        QuietButton away = new QuietButton("close", "Take away: " + words, () -> controller.remove(index));
        if (index == controller.next()) {
            NodeAddress.command("perturb.remove").on(away);
        }
        HBox chip = new HBox(name, away);
        chip.getStyleClass().add("perturb-chip");
        if (!refusal.isEmpty()) {
            name.getStyleClass().add("refused");
            Label why = new Label("not here");
            why.getStyleClass().add("muted");
            why.setTooltip(new Tooltip(refusal));
            chip.getChildren().add(1, why);
        }
        return chip;
    }
}
