package unroll.app.training;

import java.util.List;
import java.util.function.Consumer;
import unroll.app.chart.LossData;
import unroll.app.chart.Scores;
import unroll.app.sequence.Film;
import unroll.app.view.flow.FlowData;
import unroll.app.view.perturb.Naming;
import unroll.app.view.perturb.Perturbed;
import unroll.app.view.trajectories.Trajectories;
import unroll.app.view.units.Units;
import unroll.app.view.weights.WeightMatrix;
import unroll.engine.experiment.Experiment;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.sequence.Metric;
import unroll.engine.task.Appearance;

/** Writes what an open run is and tells into the training screen's model; on the window's thread. */
final class RunPresenter {
    private final TrainingModel model;
    private final Narrator narrator;
    private final DiagnosticsPresenter insight;
    private final Consumer<String> complain;
    private final FlowHistory flows = new FlowHistory();

    /** How the task of the run before was looked at. */
    private Class<?> appeared = Appearance.class;

    RunPresenter(TrainingModel model, Narrator narrator, Consumer<String> complain) {
        this.model = model;
        this.narrator = narrator;
        this.complain = complain;
        insight = new DiagnosticsPresenter(model);
    }

    /** Says what holds for the whole run, and forgets the one before. */
    void introduce(Trainer trainer) {
        Experiment experiment = trainer.experiment();
        int steps = trainer.task().steps();
        int sequences = experiment.training().testSequences();
        Metric metric = trainer.metrics().getFirst();
        model.nameProperty().set(experiment.name());
        model.aboutProperty().set(experiment.about());
        model.folderProperty().set(trainer.folder().path().toString());
        model.metricProperty().set(metric.unit().isEmpty() ? metric.name() : metric.name() + ", " + metric.unit());
        Appearance appearance = trainer.task().appearance();
        if (appearance.getClass() != appeared) {
            appeared = appearance.getClass();
            model.freeRunFromProperty().set(SequenceLook.freeRunFrom(appearance, steps));
            model.depictionProperty().set(Film.EMPTY);
        }
        model.generativeProperty().set(trainer.task().generative());
        model.stepsProperty().set(steps);
        model.timeProperty().set(Math.min(model.timeProperty().get(), steps - 1));
        model.sequencesProperty().set(sequences);
        model.sequenceProperty().set(Math.min(model.sequenceProperty().get(), sequences));
        model.freeRunFromProperty().set(Math.min(model.freeRunFromProperty().get(), steps));
        model.lossProperty().set(LossData.EMPTY);
        model.scoresProperty().set(Scores.EMPTY);
        model.hiddenLimitProperty().set(1);
        flows.clear();
        model.flowProperty().set(FlowData.EMPTY);
        insight.forget();
        model.weights().weightsProperty().set(WeightMatrix.NONE);
        model.spectrum().clear();
        model.ways().waysProperty().set(Trajectories.NONE);
        model.units().unitsProperty().set(Units.NONE);
        model.units().chosenProperty().set(-1);
        model.perturb().namingProperty().set(Naming.of(appearance));
        model.perturb().answerProperty().set(Perturbed.NONE);
        model.pendingProperty().set("");
        model.lookedBackProperty().set(TimeMachine.NOW);
        model.historyProperty().set(List.of());
        model.openProperty().set(true);
        narrator.introduce(trainer);
    }

    /** There is no run any more. */
    void forget() {
        model.runningProperty().set(false);
        model.divergedProperty().set(false);
        model.cardLostProperty().set(false);
        model.nameProperty().set("");
        model.aboutProperty().set("");
        model.folderProperty().set("");
        model.troubleProperty().set("");
        model.openProperty().set(false);
    }

    /** Says whether the live views are seen. */
    void look(boolean seen) {
        insight.look(seen);
    }

    void tell(RunSession session, Snapshot snapshot) {
        model.updateProperty().set(snapshot.update());
        model.updatesProperty().set(snapshot.updates());
        model.runningProperty().set(snapshot.state() == State.RUNNING);
        model.overProperty().set(snapshot.state() == State.FINISHED || snapshot.state() == State.FAILED);
        model.savedUpdateProperty().set(snapshot.savedUpdate());
        model.historyProperty().set(snapshot.history());
        model.divergedProperty().set(snapshot.state() == State.DIVERGED);
        model.cardLostProperty()
                .set(snapshot.state() == State.FAILED
                        && session.trainer().experiment().backend().onCard());
        String trouble = snapshot.trouble().orElse("");
        boolean worth =
                !trouble.isEmpty() && !trouble.equals(model.troubleProperty().get());
        model.troubleProperty().set(trouble);
        if (worth) {
            complain.accept(trouble);
        }
        insight.tell(snapshot);
        narrator.tell(session.trainer(), snapshot, session.baselines());
    }

    void chart(Progress progress) {
        model.lossProperty().set(progress.loss());
        if (!progress.scores().equals(model.scoresProperty().get())) {
            model.scoresProperty().set(progress.scores());
        }
    }

    void look(SequenceLook look) {
        model.seenUpdateProperty().set(look.update());
        model.hiddenLimitProperty()
                .set(Math.max(model.hiddenLimitProperty().get(), look.hidden().limit()));
        model.hiddenProperty().set(look.hidden());
        model.depictionProperty().set(look.depiction());
    }

    void flow(FlowLook look) {
        model.flowProperty().set(flows.with(look));
    }
}
