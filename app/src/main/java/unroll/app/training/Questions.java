package unroll.app.training;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import unroll.app.view.Throttled;
import unroll.app.view.perturb.PerturbModel;
import unroll.app.view.perturb.PerturbProbe;
import unroll.app.view.perturb.Perturbed;
import unroll.app.view.spectrum.Eigen;
import unroll.app.view.spectrum.SpectrumProbe;
import unroll.app.view.trajectories.Trajectories;
import unroll.app.view.trajectories.TrajectoriesModel;
import unroll.app.view.trajectories.TrajectoriesProbe;
import unroll.app.view.units.Units;
import unroll.app.view.units.UnitsModel;
import unroll.app.view.units.UnitsProbe;
import unroll.app.view.weights.WeightMatrix;
import unroll.app.view.weights.WeightsProbe;
import unroll.engine.probe.Probe;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.task.Appearance;

/** What the views that are seen ask of the open run; on the window's thread. */
final class Questions {
    private final TrainingModel model;
    private final LiveQuestion<SequenceLook> look;
    private final LiveQuestion<FlowLook> flow;
    private final LiveQuestion<WeightMatrix> weights;
    private final LiveQuestion<Eigen> spectrum;
    private final LiveQuestion<Trajectories> ways;
    private final LiveQuestion<Units> units;
    private final LiveQuestion<Perturbed> perturbed;
    private @Nullable RunSession run;
    private boolean looking;

    /** Dear questions that are asked at present; told to the thread that answers. */
    private volatile int spared;

    /** Whose axes stay while it is asked again. */
    private @Nullable Probe<Trajectories> framed;

    Questions(TrainingModel model, RunPresenter showing) {
        this.model = model;
        look = new LiveQuestion<>(() -> looking && states(), this::sequence, showing::look);
        flow = new LiveQuestion<>(
                () -> looking && model.flowShownProperty().get(),
                asked -> new FlowAsking(model.sequenceProperty().get(), probe -> sparing(probe, asked)),
                showing::flow);
        weights = new LiveQuestion<>(
                () -> looking && model.weights().seenProperty().get(),
                asked -> new WeightsProbe(model.weights().chosenProperty().get()),
                answer -> {
                    model.seenUpdateProperty().set(answer.update());
                    model.weights().weightsProperty().set(answer);
                });
        spectrum = new LiveQuestion<>(
                () -> looking && model.spectrum().seenProperty().get(),
                asked -> sparing(
                        new SpectrumProbe(model.spectrum().chosenProperty().get()), asked),
                answer -> {
                    dated(answer.update());
                    model.spectrum().show(answer);
                });
        ways = new LiveQuestion<>(() -> looking && model.ways().seenProperty().get(), this::ways, answer -> {
            dated(answer.update());
            model.ways().waysProperty().set(answer);
        });
        units = new LiveQuestion<>(() -> looking && model.units().seenProperty().get(), this::units, answer -> {
            dated(answer.update());
            model.units().unitsProperty().set(answer);
        });
        perturbed = new LiveQuestion<>(
                () -> looking && model.perturb().seenProperty().get(), this::perturbed, answer -> {
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

    private void renewing(LiveQuestion<?> asking, ObservableValue<?>... causes) {
        for (ObservableValue<?> cause : causes) {
            cause.subscribe(() -> renew(List.of(asking)));
        }
    }

    private void renew() {
        renew(List.of(look, weights));
        renew(dear());
    }

    private void renew(List<LiveQuestion<?>> askings) {
        askings.forEach(asking -> asking.renew(run));
        spared = (int) dear().stream().filter(LiveQuestion::isOpen).count();
    }

    private List<LiveQuestion<?>> dear() {
        return List.of(flow, spectrum, ways, units, perturbed);
    }

    private <A> Throttled<A> sparing(Probe<A> dear, RunSession asked) {
        return new Throttled<>(dear, asked::resting, () -> spared, System::nanoTime);
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

    private Probe<SequenceLook> sequence(RunSession asked) {
        int sequence = model.sequenceProperty().get();
        int from = model.freeRunFromProperty().get();
        Appearance appearance = asked.trainer().task().appearance();
        return replica -> SequenceLook.of(new SequenceProbe(sequence - 1, from).answer(replica), appearance, from);
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

    private Probe<Trajectories> ways(RunSession asked) {
        Probe<Trajectories> known = framed;
        if (known == null) {
            int sequences =
                    Math.min(TrajectoriesModel.MOST, model.sequencesProperty().get());
            known = sparing(new TrajectoriesProbe(sequences), asked);
            framed = known;
        }
        return known;
    }
}
