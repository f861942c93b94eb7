package unroll.app.view.perturb;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.QuietToggle;
import unroll.app.edit.History;
import unroll.app.sheet.NumberField;
import unroll.app.view.Cues;
import unroll.app.view.RunHead;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Subject;

/** The card of a network that is disturbed, beside itself left alone. */
final class PerturbCard {
    private static final String HINT =
            "Choose above what to do, click where, and press Add: does the difference grow or die away?";

    private static final List<String> LINES =
            List.of("most changed unit", "most changed output", "a unit", "an output");

    private PerturbCard() {}

    /**
     * A card that follows {@code model}.
     *
     * @param controller changes what is done to the network; without it nothing can be changed
     */
    static Card of(String title, PerturbModel model, Optional<PerturbController> controller, Cues cues) {
        ForkView fork = new ForkView();
        model.answerProperty().subscribe(answer -> fork.dataProperty().set(answer.fork()));
        fork.timeProperty().bindBidirectional(cues.timeProperty());
        Runnable hint = () -> fork.hintProperty()
                .set(hint(
                        model.perturbationsProperty().get(),
                        model.answerProperty().get()));
        model.perturbationsProperty().subscribe(hint);
        model.answerProperty().subscribe(hint);
        hint.run();
        Card card = new Card(
                title, controller.<Node>map(hand -> withBar(fork, model, hand)).orElse(fork));
        tools(card, model, cues.runProperty().map(RunHead::generative));
        card.subtitleProperty().bind(model.perturbationsProperty().map(all -> switch (all.size()) {
            case 0 -> "unperturbed";
            case 1 -> "1 perturbation";
            default -> all.size() + " perturbations";
        }));
        controller.ifPresent(hand -> card.addEventHandler(KeyEvent.KEY_PRESSED, key -> undone(key, hand.history())));
        return card;
    }

    private static Node withBar(ForkView fork, PerturbModel model, PerturbController controller) {
        VBox.setVgrow(fork, Priority.ALWAYS);
        VBox both = new VBox(new PerturbBar(model, controller), fork);
        both.getStyleClass().add("perturb");
        both.setMinSize(0, 0);
        return both;
    }

    /** What to do where nothing is done to the network: nothing yet, or nothing that it can bear. */
    private static String hint(List<Perturbation> perturbations, Perturbed answer) {
        if (perturbations.isEmpty()) {
            return HINT;
        }
        boolean refused = answer.refusals().size() == perturbations.size()
                && answer.refusals().stream().noneMatch(String::isEmpty);
        return refused ? answer.refusals().getFirst() : "";
    }

    private static void tools(Card card, PerturbModel model, ObservableValue<Boolean> generative) {
        Chooser lines =
                new Chooser("Line", "Which line is shown above, of the network unperturbed and perturbed", label -> {
                    int line = LINES.indexOf(label);
                    model.show(new Shown(line % 2 == 1, line < 2 ? Shown.MOST : 0));
                });
        NumberField number = new NumberField(
                "",
                "Which unit or output.",
                3,
                new NumberField.Range(1, 1, true),
                chosen -> model.show(new Shown(model.shownProperty().get().output(), (int) chosen - 1)));
        model.shownProperty().subscribe(shown -> {
            lines.show(LINES, LINES.get((shown.most() ? 0 : 2) + (shown.output() ? 1 : 0)));
            number.valueProperty().set(shown.index() + 1);
            range(number, model);
        });
        model.answerProperty().subscribe(answer -> range(number, model));
        card.addTool(lines);
        card.addTool(number, model.shownProperty().map(shown -> !shown.most()));
        card.addTool(
                new QuietToggle(
                        "free run",
                        "The network runs on from its own predictions, as in the free run of the test sequence: only"
                                + " then does a disturbance come back to it by its inputs",
                        model.free),
                generative);
    }

    private static void range(NumberField number, PerturbModel model) {
        Subject subject = model.answerProperty().get().subject();
        int most = model.shownProperty().get().output() ? subject.outputs() : subject.units();
        number.rangeProperty().set(new NumberField.Range(1, Math.max(1, most), true));
    }

    /** Within the card Ctrl+Z is about what is done to the network. */
    private static void undone(KeyEvent key, History<?> history) {
        if (!key.isShortcutDown()) {
            return;
        }
        boolean redo = key.getCode() == KeyCode.Y || key.getCode() == KeyCode.Z && key.isShiftDown();
        if (redo) {
            history.redo();
            key.consume();
        } else if (key.getCode() == KeyCode.Z) {
            history.undo();
            key.consume();
        }
    }
}
