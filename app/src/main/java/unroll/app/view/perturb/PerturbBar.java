package unroll.app.view.perturb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import unroll.app.control.Chooser;
import unroll.app.control.QuietButton;
import unroll.app.sheet.NumberField;
import unroll.engine.model.Layout.Slot;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Subject;

/** The row in which a perturbation is made or changed, and below it those that are done. */
final class PerturbBar extends VBox {
    /** Steps, units and channels have at most so many. */
    private static final double MANY = 1_000_000;

    /** Larger numbers leave single precision soon. */
    private static final double LARGE = 1e9;

    private final PerturbModel model;
    private final PerturbController controller;
    private final FlowPane row = new FlowPane();
    private final FlowPane chips = new FlowPane();
    private final Chooser kinds;
    private final Chooser names;
    private final NumberField target;
    private final Chooser parts;
    private final NumberField to;
    private final NumberField from;
    private final NumberField step;
    private final NumberField count;
    private final NumberField amount;
    private final NumberField seed;
    private final Button add = new Button("Add");
    private final HBox past = new HBox();

    PerturbBar(PerturbModel model, PerturbController controller) {
        this.model = model;
        this.controller = controller;
        kinds = new Chooser("What is done", "What is done to the network", label -> controller.take(Kind.of(label)));
        names = new Chooser("To which", "Which input or symbol", this::aim);
        target = field(
                "unit",
                "Which one; a click in Hidden states takes the unit from there.",
                3,
                whole(1, 1),
                number -> form().withTarget((int) number - 1));
        parts = new Chooser("Of which", "Which matrix or bias", part -> {
            Form.Cell cell = form().cell();
            controller.set(form().withCell(new Form.Cell(part, cell.row(), cell.column()).in(subject())));
        });
        to = field("to", "The unit that receives.", 3, whole(1, 1), number -> {
            Form.Cell cell = form().cell();
            return form().withCell(new Form.Cell(cell.part(), (int) number - 1, cell.column()));
        });
        from = field("from", "The unit that sends.", 3, whole(1, 1), number -> {
            Form.Cell cell = form().cell();
            return form().withCell(new Form.Cell(cell.part(), cell.row(), (int) number - 1));
        });
        step = field(
                "t",
                "The time step at which it begins. What is to be added is added where the time cursor stands: , and ."
                        + " move it, and so does a click into any view.",
                3,
                whole(1, 1),
                number -> form().withStep((int) number - 1));
        count = field("for", "For how many steps.", 3, whole(1, MANY), number -> form().withCount((int) number));
        amount = field(
                "",
                "How much. The arrow keys make it larger and smaller.",
                5,
                real(),
                number -> form().withAmount(number));
        seed = field(
                "seed", "Another seed is other noise.", 3, whole(0, MANY), number -> form().withSeed((long) number));
        add.getStyleClass().add("small-button");
        add.setFocusTraversable(false);
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setTooltip(new Tooltip("Do this to the network at the time cursor (P)"));
        add.setOnAction(event -> controller.add());
        history();
        getStyleClass().add("perturb-bar");
        row.getStyleClass().addAll("perturb-row", "for-hands");
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
        QuietButton undo = new QuietButton("undo", "", history::undo);
        QuietButton redo = new QuietButton("redo", "Do again what was undone (Shift+U)", history::redo);
        Runnable renew = () -> {
            int done = history.doneProperty().get();
            undo.setDisable(done == 0);
            redo.setDisable(done == history.edits().size());
            undo.show(
                    "undo",
                    done == 0
                            ? "Undo (U)"
                            : "Undo: " + history.edits().get(done - 1).name() + " (U)");
        };
        history.doneProperty().subscribe(renew);
        history.valueProperty().subscribe(renew);
        past.getStyleClass().add("perturb-past");
        past.getChildren().setAll(undo, redo);
        past.visibleProperty().bind(Bindings.isNotEmpty(history.edits()));
    }

    /** What a number makes of the form. */
    @FunctionalInterface
    private interface Change {
        Form to(double number);
    }

    private NumberField field(String name, String help, int columns, NumberField.Range range, Change change) {
        return new NumberField(name, help, columns, range, number -> controller.set(change.to(number)));
    }

    private Form form() {
        return model.formProperty().get();
    }

    private Subject subject() {
        return model.answerProperty().get().subject();
    }

    private static NumberField.Range whole(double least, double most) {
        return new NumberField.Range(least, Math.max(least, most), true);
    }

    private static NumberField.Range real() {
        return new NumberField.Range(-LARGE, LARGE, false);
    }

    /** A choice by name. */
    private void aim(String name) {
        int index = model.namingProperty().get().inputs().indexOf(name);
        if (index >= 0) {
            controller.set(form().withTarget(index));
        }
    }

    private void showAll() {
        showForm();
        showChips();
    }

    private void showForm() {
        Form form = form();
        Subject subject = subject();
        Kind kind = form.kind();
        kinds.show(Kind.of(subject).stream().map(Kind::label).toList(), kind.label());
        kinds.getTooltip().setText(kind.help());
        List<Node> fields = new ArrayList<>(List.of(kinds));
        showTarget(form, subject, fields);
        show(step, form.step() + 1, whole(1, subject.steps()));
        show(count, form.count(), whole(1, MANY));
        show(amount, form.amount(), kind == Kind.NOISE ? new NumberField.Range(1e-12, LARGE, false) : real());
        amount.setName(kind.amount());
        show(seed, (double) form.seed(), whole(0, MANY));
        addWhere(kind.timed(), step, fields);
        addWhere(kind.lasting(), count, fields);
        addWhere(!kind.amount().isEmpty(), amount, fields);
        addWhere(kind == Kind.NOISE, seed, fields);
        fields.addAll(List.of(add, past));
        if (!row.getChildren().equals(fields)) {
            row.getChildren().setAll(fields);
        }
    }

    private void showTarget(Form form, Subject subject, List<Node> fields) {
        if (form.kind().aim() == Kind.Aim.WEIGHT) {
            showCell(form.cell(), subject, fields);
            return;
        }
        List<String> inputs = model.namingProperty().get().inputs();
        boolean input = form.kind().aim() == Kind.Aim.INPUT || form.kind().aim() == Kind.Aim.SYMBOL;
        boolean named = input && form.target() < inputs.size();
        if (named) {
            names.show(inputs, inputs.get(form.target()));
        }
        target.setName(
                switch (form.kind().aim()) {
                    case INPUT -> "input";
                    case SYMBOL -> "symbol";
                    case UNIT, WEIGHT, STATE -> "unit";
                });
        show(target, form.target() + 1, whole(1, form.kind().targets(subject)));
        addWhere(named, names, fields);
        addWhere(!named && form.kind().aim() != Kind.Aim.STATE, target, fields);
    }

    private void showCell(Form.Cell cell, Subject subject, List<Node> fields) {
        parts.show(subject.parts().stream().map(Slot::name).toList(), cell.part());
        Optional<Slot> slot = subject.part(cell.part());
        boolean weight = slot.filter(found -> found.role().weight()).isPresent();
        show(to, cell.row() + 1, whole(1, slot.map(Slot::rows).orElse(1)));
        show(from, cell.column() + 1, whole(1, slot.map(Slot::columns).orElse(1)));
        from.setName(weight ? "from" : "unit");
        fields.add(parts);
        addWhere(weight, to, fields);
        fields.add(from);
    }

    private static void show(NumberField field, double number, NumberField.Range range) {
        field.rangeProperty().set(range);
        field.valueProperty().set(number);
    }

    private static void addWhere(boolean wanted, Node node, List<Node> fields) {
        if (wanted) {
            fields.add(node);
        }
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
        String words = model.namingProperty().get().words(perturbation, subject());
        boolean chosen = model.chosenProperty().get() == index;
        ToggleButton name = new ToggleButton(words);
        name.setMnemonicParsing(false); // W_hh
        name.getStyleClass().add("perturb-name");
        name.setFocusTraversable(false);
        name.setTooltip(new Tooltip(
                refusal.isEmpty()
                        ? chosen ? "The row above changes this one; click to let it be" : "Click to change it (Shift+P)"
                        : refusal));
        name.setSelected(chosen);
        name.setOnAction(event -> controller.choose(chosen ? PerturbModel.NONE : index));
        QuietButton away =
                new QuietButton("close", "Take away: " + words + " (Delete)", () -> controller.remove(index));
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
