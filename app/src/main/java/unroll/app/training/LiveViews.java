package unroll.app.training;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import unroll.app.chart.Heatmap;
import unroll.app.chart.LossChart;
import unroll.app.chart.ScoreRow;
import unroll.app.control.Card;
import unroll.app.control.Numbers;
import unroll.app.control.QuietToggle;
import unroll.app.dock.Arrangement;
import unroll.app.dock.Dock;
import unroll.app.dock.DockPart;
import unroll.app.dock.Side;
import unroll.app.dock.View;
import unroll.app.edit.History;
import unroll.app.sequence.SequenceView;
import unroll.app.view.flow.FlowView;
import unroll.app.view.perturb.PerturbCard;
import unroll.app.view.perturb.PerturbController;
import unroll.app.view.spectrum.SpectrumCard;
import unroll.app.view.trajectories.TrajectoriesCard;
import unroll.app.view.units.UnitsCard;
import unroll.app.view.update.UpdateData;
import unroll.app.view.update.UpdateView;
import unroll.app.view.weights.WeightHand;
import unroll.app.view.weights.WeightsCard;
import unroll.engine.perturb.HeldWeight;
import unroll.engine.perturb.Perturbation;

/** The live views of the training screen, and how they are arranged at first. */
public final class LiveViews {
    /** What arrangements call the views. */
    public static final String HIDDEN = "hidden";

    public static final String FLOW = "flow";

    public static final String PERTURB = "perturb";

    public static final String LOSS = "loss";
    private static final String SEQUENCE = "sequence";
    private static final String WEIGHTS = "weights";
    private static final String SPECTRUM = "spectrum";
    private static final String TRAJECTORIES = "trajectories";
    private static final String UPDATE = "update";
    private static final String UNITS = "units";

    /** Shares of the width and height: the pictures need width, the many units height. */
    private static final double LEFT = 0.45;

    private static final double UPPER = 0.46;

    /** Scores, which the status line tells too, stand below the curves only where these have so many times their height. */
    private static final double CURVES = 3.5;

    private LiveViews() {}

    /** Curves and sequence above, what goes on inside below: states and their company at the left, the update at the right. */
    public static Arrangement arrangement() {
        return Arrangement.of(new DockPart.Split(
                false,
                List.of(
                        new DockPart.Split(
                                true,
                                List.of(DockPart.Place.of(LOSS), DockPart.Place.of(SEQUENCE)),
                                List.of(LEFT, 1 - LEFT)),
                        new DockPart.Split(
                                true,
                                List.of(
                                        DockPart.Place.of(
                                                HIDDEN, FLOW, WEIGHTS, SPECTRUM, TRAJECTORIES, PERTURB, UNITS),
                                        DockPart.Place.of(UPDATE)),
                                List.of(LEFT, 1 - LEFT))),
                List.of(UPPER, 1 - UPPER)));
    }

    /** What people call a view. */
    public static String title(String name) {
        return switch (name) {
            case LOSS -> "Loss";
            case SEQUENCE -> "Test sequence";
            case HIDDEN -> "Hidden states";
            case FLOW -> "Gradient flow";
            case WEIGHTS -> WeightsCard.TITLE;
            case SPECTRUM -> SpectrumCard.TITLE;
            case TRAJECTORIES -> TrajectoriesCard.TITLE;
            case PERTURB -> PerturbCard.TITLE;
            case UPDATE -> "Update";
            case UNITS -> UnitsCard.TITLE;
            default -> throw new IllegalArgumentException("no view is called " + name);
        };
    }

    /** All views, where {@code history} says. */
    public static Dock dock(
            TrainingModel model, PerturbController perturb, History<Arrangement> history, Supplier<Stage> stages) {
        ObservableValue<Boolean> always = new SimpleBooleanProperty(true);
        List<View> views = List.of(
                seen(new View(LOSS, loss(model), always), model.lossSeenProperty()),
                seen(new View(SEQUENCE, sequence(model), always), model.sequenceSeenProperty()),
                seen(new View(HIDDEN, hidden(model, perturb), always), model.hiddenSeenProperty()),
                seen(new View(FLOW, flow(model), always), model.flowShownProperty()),
                seen(
                        new View(WEIGHTS, WeightsCard.of(model.weights(), hand(model, perturb, history)), always),
                        model.weights().seenProperty()),
                seen(
                        new View(SPECTRUM, SpectrumCard.of(model.spectrum()), always),
                        model.spectrum().seenProperty()),
                seen(
                        new View(
                                TRAJECTORIES,
                                TrajectoriesCard.of(model.ways(), model.timeProperty(), model.sequenceProperty()),
                                always),
                        model.ways().seenProperty()),
                seen(
                        new View(
                                PERTURB,
                                PerturbCard.of(
                                        model.perturb(), perturb, model.timeProperty(), model.generativeProperty()),
                                always),
                        model.perturb().seenProperty()),
                seen(new View(UPDATE, update(model), model.tellingProperty()), model.updatesSeenProperty()),
                seen(
                        new View(UNITS, UnitsCard.of(model.units()), always),
                        model.units().seenProperty()));
        return new Dock(views, arrangement(), history, stages);
    }

    /** Weights that are tried are perturbations, seen beside the weights. */
    private static WeightHand hand(TrainingModel model, PerturbController perturb, History<Arrangement> history) {
        model.weights()
                .heldProperty()
                .bind(model.perturb().perturbationsProperty().map(LiveViews::held));
        return new WeightHand() {
            @Override
            public void hold(HeldWeight weight) {
                perturb.hold(weight);
                Arrangement now = history.valueProperty().get();
                if (!now.inFront(PERTURB)) {
                    history.apply("Perturb beside Weights", now.beside(PERTURB, WEIGHTS, Side.RIGHT));
                }
            }

            @Override
            public void letGo(HeldWeight weight) {
                perturb.letGo(weight);
            }
        };
    }

    private static List<HeldWeight> held(List<Perturbation> all) {
        return all.stream()
                .filter(HeldWeight.class::isInstance)
                .map(HeldWeight.class::cast)
                .toList();
    }

    private static View seen(View view, BooleanProperty seen) {
        view.whileSeen(seen::set);
        return view;
    }

    private static Card loss(TrainingModel model) {
        LossChart chart = new LossChart();
        chart.dataProperty().bind(model.lossProperty());
        chart.markProperty().bind(model.lookedBackProperty());
        chart.measureProperty().bind(model.metricProperty());
        ScoreRow scores = new ScoreRow();
        scores.scoresProperty().bind(model.scoresProperty());
        VBox.setVgrow(chart, Priority.ALWAYS);
        StackPane below = new StackPane(scores);
        below.managedProperty().bind(below.visibleProperty());
        VBox both = new VBox(chart, below) {
            @Override
            protected void layoutChildren() {
                below.setVisible(getHeight() >= CURVES * below.prefHeight(-1));
                super.layoutChildren();
            }
        };
        Card card = new Card(
                title(LOSS),
                both,
                new QuietToggle("hold", "Axes stay as they are, whatever comes", chart.heldProperty()),
                new QuietToggle("smooth", "A smoothed line over the training loss", chart.smoothProperty()),
                new QuietToggle("log x", "Updates on a logarithmic axis", chart.logAcrossProperty()),
                new QuietToggle("log y", "Loss on a logarithmic axis", chart.logUpProperty()));
        card.subtitleProperty().bind(model.metricProperty());
        return card;
    }

    private static Card sequence(TrainingModel model) {
        SequenceView sequence = new SequenceView();
        sequence.depictionProperty().bind(model.depictionProperty());
        sequence.timeProperty().bindBidirectional(model.timeProperty());
        Card card = new Card(title(SEQUENCE), sequence);
        card.subtitleProperty().bind(sentence(model));
        return card;
    }

    private static ObservableValue<String> sentence(TrainingModel model) {
        return Bindings.createStringBinding(
                () -> "number " + model.sequenceProperty().get() + " of "
                        + model.sequencesProperty().get(),
                model.sequenceProperty(),
                model.sequencesProperty());
    }

    private static Card hidden(TrainingModel model, PerturbController perturb) {
        Heatmap heatmap = new Heatmap();
        heatmap.matrixProperty().bind(model.hiddenProperty());
        heatmap.limitProperty().bind(model.hiddenLimitProperty());
        heatmap.timeProperty().bindBidirectional(model.timeProperty());
        heatmap.pointedProperty().bindBidirectional(model.units().chosenProperty());
        model.units().chosenProperty().subscribe(perturb::pointAt);
        Card card = new Card(
                title(HIDDEN),
                heatmap,
                new QuietToggle("sorted", "Units by their mean state, highest first", heatmap.sortedProperty()));
        card.subtitleProperty()
                .bind(model.hiddenProperty()
                        .map(all -> all.rows() == 0 ? "" : all.rows() + " units \u00d7 " + all.columns() + " steps"));
        return card;
    }

    private static Card flow(TrainingModel model) {
        FlowView flow = new FlowView();
        flow.dataProperty().bind(model.flowProperty());
        flow.timeProperty().bindBidirectional(model.timeProperty());
        Card card = new Card(title(FLOW), flow);
        card.subtitleProperty().set("updates down, newest at the bottom");
        return card;
    }

    private static Card update(TrainingModel model) {
        UpdateView view = new UpdateView();
        view.dataProperty().bind(model.insideProperty());
        view.chosenProperty().bindBidirectional(model.chosenUpdateProperty());
        QuietToggle newest = new QuietToggle("newest", "Show each update while it is made (End)");
        newest.setOnAction(event -> model.chosenUpdateProperty()
                .set(newest.isSelected() ? 0 : model.insideProperty().get().shown()));
        model.chosenUpdateProperty().subscribe(chosen -> newest.setSelected(chosen.longValue() == 0));
        Card card = new Card(title(UPDATE), view, newest);
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        () -> made(
                                model.insideProperty().get(),
                                model.updateProperty().get()),
                        model.insideProperty(),
                        model.updateProperty()));
        return card;
    }

    private static String made(UpdateData data, long updates) {
        if (data.shown() == 0) {
            return "";
        }
        String number = "number " + Numbers.whole(data.shown());
        return data.shown() > updates ? number + ", being made" : number + " of " + Numbers.whole(updates);
    }
}
