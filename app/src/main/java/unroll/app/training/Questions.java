package unroll.app.training;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import unroll.app.view.Sparing;
import unroll.app.view.perturb.PerturbModel;
import unroll.app.view.perturb.PerturbProbe;
import unroll.app.view.perturb.Perturbed;
import unroll.app.view.spectrum.Eigen;
import unroll.app.view.spectrum.SpectrumProbe;
import unroll.app.view.trajectories.Ways;
import unroll.app.view.trajectories.WaysModel;
import unroll.app.view.trajectories.WaysProbe;
import unroll.app.view.units.Units;
import unroll.app.view.units.UnitsModel;
import unroll.app.view.units.UnitsProbe;
import unroll.app.view.weights.Weights;
import unroll.app.view.weights.WeightsProbe;
import unroll.engine.probe.Probe;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.task.Appearance;

/** What the views that are seen ask of the open run; on the window's thread. */
final class Questions {
    private final TrainingModel model;
    private final Asking<Look> look;
    private final Asking<FlowLook> flow;
    private final Asking<Weights> weights;
    private final Asking<Eigen> spectrum;
    private final Asking<Ways> ways;
    private final Asking<Units> units;
    private final Asking<Perturbed> perturbed;
    private @Nullable RunSession run;
    private boolean looking;

    /** Dear questions that are asked at present; told to the thread that answers. */
    private volatile int spared;

    /** Whose axes stay while it is asked again. */
    private @Nullable Probe<Ways> framed;

    Questions(TrainingModel model, Showing showing) {
        this.model = model;
        look = new Asking<>(() -> looking && states(), this::sequence, showing::look);
        flow = new Asking<>(
                () -> looking && model.flowShownProperty().get(),
                asked -> new FlowAsking(model.sequenceProperty().get(), probe -> sparing(probe, asked)),
                showing::flow);
        weights = new Asking<>(
                () -> looking && model.weights().seenProperty().get(),
                asked -> new WeightsProbe(model.weights().chosenProperty().get()),
                answer -> {
                    model.seenUpdateProperty().set(answer.update());
                    model.weights().weightsProperty().set(answer);
                });
        spectrum = new Asking<>(
                () -> looking && model.spectrum().seenProperty().get(),
                asked -> sparing(
                        new SpectrumProbe(model.spectrum().chosenProperty().get()), asked),
                answer -> {
                    dated(answer.update());
                    model.spectrum().show(answer);
                });
        ways = new Asking<>(() -> looking && model.ways().seenProperty().get(), this::ways, answer -> {
            dated(answer.update());
            model.ways().waysProperty().set(answer);
        });
        units = new Asking<>(() -> looking && model.units().seenProperty().get(), this::units, answer -> {
            dated(answer.update());
            model.units().unitsProperty().set(answer);
        });
        perturbed = new Asking<>(() -> looking && model.perturb().seenProperty().get(), this::perturbed, answer -> {
            dated(answer.update());
            model.perturb().answerProperty().set(answer);
        });
        renewing(
                look,
                model.sequenceProperty(),
                model.freeRunFromProperty(),
                model.hiddenSeenProperty(),
                model.sequenceSeenProperty());
        renewing(flow, model.sequenceProperty(), model.flowShownProperty());
        renewing(weights, model.weights().chosenProperty(), model.weights().seenProperty());
        renewing(spectrum, model.spectrum().chosenProperty(), model.spectrum().seenProperty());
        renewing(ways, model.ways().seenProperty());
        renewing(units, model.units().seenProperty());
        renewing(
                perturbed,
                model.sequenceProperty(),
                model.freeRunFromProperty(),
                model.perturb().seenProperty(),
                model.perturb().perturbationsProperty(),
                model.perturb().shownProperty(),
                model.perturb().freeProperty());
        model.ways().fitsProperty().subscribe(() -> {
            framed = null;
            renew(List.of(ways));
        });
        model.runningProperty().subscribe(this::rested);
    }

    /** Asks this run from now on, or with null nobody. */
    void ask(@Nullable RunSession other) {
        if (other != run) {
            framed = null;
        }
        run = other;
        renew();
    }

    /** Says whether the screen is seen. */
    void look(boolean seen) {
        looking = seen;
        renew();
    }

    private void renewing(Asking<?> asking, ObservableValue<?>... causes) {
        for (ObservableValue<?> cause : causes) {
            cause.subscribe(() -> renew(List.of(asking)));
        }
    }

    private void renew() {
        renew(List.of(look, weights));
        renew(dear());
    }

    private void renew(List<Asking<?>> askings) {
        askings.forEach(asking -> asking.renew(run));
        spared = (int) dear().stream().filter(Asking::isOpen).count();
    }

    private List<Asking<?>> dear() {
        return List.of(flow, spectrum, ways, units, perturbed);
    }

    private <A> Sparing<A> sparing(Probe<A> dear, RunSession asked) {
        return new Sparing<>(dear, asked::resting, () -> spared, System::nanoTime);
    }

    /** The last look at a network that trained was perhaps one that spared the dear part. */
    private void rested() {
        if (!model.runningProperty().get()) {
            renew(dear());
        }
    }

    /** An answer that was spared perhaps is the newest only where no other view is seen. */
    private void dated(long update) {
        if (!states() && !model.weights().seenProperty().get()) {
            model.seenUpdateProperty().set(update);
        }
    }

    private boolean states() {
        return model.hiddenSeenProperty().get() || model.sequenceSeenProperty().get();
    }

    private Probe<Look> sequence(RunSession asked) {
        int sequence = model.sequenceProperty().get();
        int from = model.freeRunFromProperty().get();
        Appearance appearance = asked.trainer().task().appearance();
        return replica -> Look.of(new SequenceProbe(sequence - 1, from).answer(replica), appearance, from);
    }

    private Probe<Perturbed> perturbed(RunSession asked) {
        return sparing(perturbed(model), asked);
    }

    /** What becomes of a network that is disturbed as a person has it. */
    static PerturbProbe perturbed(TrainingModel model) {
        int free = model.freeRunFromProperty().get();
        PerturbModel perturb = model.perturb();
        return new PerturbProbe(
                model.sequenceProperty().get() - 1,
                perturb.freeProperty().get() ? OptionalInt.of(free) : OptionalInt.empty(),
                perturb.perturbationsProperty().get(),
                perturb.shownProperty().get(),
                perturb.namingProperty().get());
    }

    private Probe<Units> units(RunSession asked) {
        int sequences = Math.clamp(model.sequencesProperty().get(), 1, UnitsModel.SEQUENCES);
        return sparing(new UnitsProbe(sequences, asked.trainer().task().appearance()), asked);
    }

    private Probe<Ways> ways(RunSession asked) {
        Probe<Ways> known = framed;
        if (known == null) {
            int sequences = Math.min(WaysModel.MOST, model.sequencesProperty().get());
            known = sparing(new WaysProbe(sequences), asked);
            framed = known;
        }
        return known;
    }
}
