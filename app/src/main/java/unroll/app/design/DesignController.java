package unroll.app.design;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Numbers;
import unroll.app.edit.History;
import unroll.app.fx.AsyncAnswer;
import unroll.app.screen.ScreenController;
import unroll.app.sheet.SettingEdit;
import unroll.app.view.spectrum.Eigen;
import unroll.app.view.weights.WeightMatrix;
import unroll.engine.experiment.CostEstimate;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Cell;
import unroll.engine.model.Designed;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Plan;
import unroll.engine.record.Failures;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/** Shows the network of the open experiment and what it begins with; a {@link PlanEditor} changes it. */
public final class DesignController implements ScreenController {
    /** What an experiment would be before its first update, or why that cannot be said. */
    private record CostAnswer(Optional<CostEstimate> prospect, String refusal) {
        static CostAnswer of(Experiment experiment) {
            try {
                boolean possible = experiment.model().faults().isEmpty();
                return new CostAnswer(possible ? Optional.of(CostEstimate.of(experiment)) : Optional.empty(), "");
            } catch (RuntimeException | Error e) {
                return new CostAnswer(Optional.empty(), Failures.sentence(e));
            }
        }
    }

    private final DesignModel model;
    private final History<Experiment> history;
    private final PlanEditor editor;
    private final AsyncAnswer<Experiment, CostAnswer> asked;
    private boolean seen;
    private @Nullable Experiment looked;

    /**
     * Shows the experiment of {@code history} from now on, while it is seen.
     *
     * @param edit takes a change
     * @param work threads that may wait
     * @param window the window's thread
     */
    public DesignController(
            DesignModel model,
            History<Experiment> history,
            Consumer<SettingEdit<Experiment>> edit,
            Executor work,
            Executor window) {
        this.model = model;
        this.history = history;
        editor = new PlanEditor(model, history, edit);
        asked = new AsyncAnswer<>(work, CostAnswer::of, window, this::found);
        history.valueProperty().subscribe(now -> renew());
        model.weights().chosenProperty().subscribe(part -> showParts());
        model.spectrum().chosenProperty().subscribe(part -> showParts());
        model.selectionProperty().subscribe(chosen -> chooseMatrix());
    }

    /** Changes the network. */
    public PlanEditor editor() {
        return editor;
    }

    /** While the screen is not seen, nothing is computed. */
    @Override
    public void look(boolean now) {
        seen = now;
        renew();
    }

    private void renew() {
        Experiment now = history.valueProperty().get();
        if (!seen || now.equals(looked)) {
            return;
        }
        looked = now;
        model.textProperty().set(SettingsJson.write(now));
        model.refusalProperty().set("");
        show(now, now.model().faults().isEmpty() ? model.prospectProperty().get() : Optional.empty());
        model.cost.set("");
        asked.ask(now);
    }

    private void show(Experiment now, Optional<CostEstimate> prospect) {
        String inputs = prospect.map(found -> Numbers.whole(found.inputs())).orElse("");
        String outputs = prospect.map(found -> Numbers.whole(found.outputs())).orElse("");
        NetworkDrawing before = model.drawingProperty().get();
        NetworkDrawing drawing = now.model()
                .plan()
                .map(plan -> new NetworkDrawing(
                        plan,
                        true,
                        "",
                        now.model().faults(),
                        inputs.isEmpty() ? before.inputs() : inputs,
                        outputs.isEmpty() ? before.outputs() : outputs))
                .orElseGet(() -> whole(now.model(), inputs, outputs));
        model.drawing.set(drawing);
        model.selectionProperty().set(model.selectionProperty().get().in(drawing.plan()));
        model.prospect.set(prospect);
        model.cost.set(prospect.map(Costs::words).orElse(""));
        showParts();
    }

    /** An architecture that is no plan of layers, as one box. */
    private static NetworkDrawing whole(ModelSettings settings, String inputs, String outputs) {
        Kind kind = Schema.kind(settings.getClass());
        return new NetworkDrawing(
                Plan.of(Cell.Ungated.TANH, 1).changed("h", new Plan.Layer("network", Cell.Ungated.TANH, 1)),
                false,
                kind.label(),
                List.of(),
                inputs,
                outputs);
    }

    private void found(Experiment experiment, CostAnswer found) {
        show(experiment, found.prospect());
        model.refusalProperty().set(found.refusal());
    }

    private void showParts() {
        Optional<CostEstimate> prospect = model.prospectProperty().get();
        model.weights()
                .show(prospect.map(found -> WeightMatrix.of(
                                0,
                                found.parts(),
                                model.weights().chosenProperty().get(),
                                found::numbers))
                        .orElse(WeightMatrix.NONE));
        model.spectrum().clear();
        prospect.ifPresent(found -> model.spectrum()
                .show(Eigen.of(
                        0, found.parts(), model.spectrum().chosenProperty().get(), found::numbers)));
    }

    /** A connection that is chosen shows its matrix. */
    private void chooseMatrix() {
        if (model.selectionProperty().get() instanceof Selection.OfLink(Plan.Link link)) {
            List<String> names = names(link);
            model.prospectProperty().get().stream()
                    .flatMap(found -> found.parts().stream())
                    .map(Layout.Slot::name)
                    .filter(part -> names.contains(part.replaceFirst("\\[0]$", "")))
                    .findFirst()
                    .ifPresent(part -> {
                        model.weights().choose(part);
                        model.spectrum().choose(part);
                    });
        }
    }

    /** What the weights of a connection may be called: in a drawing, and in the ready architectures of one layer. */
    private static List<String> names(Plan.Link link) {
        String gated = link.from().equals(Plan.INPUT) ? "W_x" : link.to().equals(Plan.OUTPUT) ? "W_o" : "W_h";
        return List.of(Designed.weight(link), "W_" + link.to() + link.from(), gated);
    }
}
