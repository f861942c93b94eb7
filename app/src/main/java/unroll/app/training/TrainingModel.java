package unroll.app.training;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.app.chart.LossData;
import unroll.app.chart.Matrix;
import unroll.app.chart.Scores;
import unroll.app.control.Tempo;
import unroll.app.sequence.Depiction;
import unroll.app.sequence.Film;
import unroll.app.view.flow.FlowData;
import unroll.app.view.perturb.PerturbModel;
import unroll.app.view.spectrum.SpectrumModel;
import unroll.app.view.trajectories.TrajectoriesModel;
import unroll.app.view.units.UnitsModel;
import unroll.app.view.update.UpdateData;
import unroll.app.view.weights.WeightsModel;

/** What the training screen shows of the run that is open. */
public final class TrainingModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty about = new SimpleStringProperty(this, "about", "");
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty over = new SimpleBooleanProperty(this, "over");
    private final ObjectProperty<Tempo> tempo = new SimpleObjectProperty<>(this, "tempo", Tempo.FULL);
    private final BooleanProperty diverged = new SimpleBooleanProperty(this, "diverged");
    private final BooleanProperty cardLost = new SimpleBooleanProperty(this, "cardLost");
    private final LongProperty update = new SimpleLongProperty(this, "update");
    private final LongProperty updates = new SimpleLongProperty(this, "updates");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final StringProperty outlook = new SimpleStringProperty(this, "outlook", "");
    private final StringProperty pending = new SimpleStringProperty(this, "pending", "");

    private final ObjectProperty<LossData> loss = new SimpleObjectProperty<>(this, "loss", LossData.EMPTY);
    private final ObjectProperty<Scores> scores = new SimpleObjectProperty<>(this, "scores", Scores.EMPTY);
    private final BooleanProperty telling = new SimpleBooleanProperty(this, "telling");
    private final BooleanProperty updatesSeen = new SimpleBooleanProperty(this, "updatesSeen", true);
    private final ObjectProperty<UpdateData> inside = new SimpleObjectProperty<>(this, "inside", UpdateData.EMPTY);
    private final StringProperty metric = new SimpleStringProperty(this, "metric", "");
    private final ObjectProperty<Matrix> hidden = new SimpleObjectProperty<>(this, "hidden", Matrix.EMPTY);
    private final DoubleProperty hiddenLimit = new SimpleDoubleProperty(this, "hiddenLimit", 1);
    private final ObjectProperty<Depiction> depiction = new SimpleObjectProperty<>(this, "depiction", Film.EMPTY);
    private final BooleanProperty generative = new SimpleBooleanProperty(this, "generative", true);
    private final BooleanProperty lossSeen = new SimpleBooleanProperty(this, "lossSeen", true);
    private final BooleanProperty sequenceSeen = new SimpleBooleanProperty(this, "sequenceSeen", true);
    private final BooleanProperty hiddenSeen = new SimpleBooleanProperty(this, "hiddenSeen", true);
    private final BooleanProperty flowShown = new SimpleBooleanProperty(this, "flowShown");
    private final ObjectProperty<FlowData> flow = new SimpleObjectProperty<>(this, "flow", FlowData.EMPTY);
    private final LongProperty seenUpdate = new SimpleLongProperty(this, "seenUpdate");
    private final BooleanProperty opening = new SimpleBooleanProperty(this, "opening");
    private final LongProperty savedUpdate = new SimpleLongProperty(this, "savedUpdate", -1);
    private final ObjectProperty<List<Long>> history = new SimpleObjectProperty<>(this, "history", List.of());
    private final LongProperty lookedBack = new SimpleLongProperty(this, "lookedBack", TimeMachine.NOW);
    private final BooleanBinding branchable = open.and(running.not().or(lookedBack.isNotEqualTo(TimeMachine.NOW)))
            .and(Bindings.createBooleanBinding(() -> !history.get().isEmpty(), history));

    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final IntegerProperty steps = new SimpleIntegerProperty(this, "steps", 1);
    private final BooleanProperty filming = new SimpleBooleanProperty(this, "filming");
    private final LongProperty chosenUpdate = new SimpleLongProperty(this, "chosenUpdate");
    private final IntegerProperty sequence = new SimpleIntegerProperty(this, "sequence", 1);
    private final IntegerProperty sequences = new SimpleIntegerProperty(this, "sequences", 1);
    private final IntegerProperty freeRunFrom = new SimpleIntegerProperty(this, "freeRunFrom", 10);
    private final StatusModel status = new StatusModel();
    private final WeightsModel weights = new WeightsModel();
    private final SpectrumModel spectrum = new SpectrumModel();
    private final TrajectoriesModel ways = new TrajectoriesModel();
    private final UnitsModel units = new UnitsModel();
    private final PerturbModel perturb = new PerturbModel();

    // The run

    /** What the experiment is called. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What happens in it and what to look for. */
    public StringProperty aboutProperty() {
        return about;
    }

    /** The path of its folder. */
    public StringProperty folderProperty() {
        return folder;
    }

    /** Whether there is a run at all. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether another run is being opened. */
    public BooleanProperty openingProperty() {
        return opening;
    }

    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether all updates are made. */
    public BooleanProperty overProperty() {
        return over;
    }

    /** How fast its updates may follow one another. */
    public ObjectProperty<Tempo> tempoProperty() {
        return tempo;
    }

    /** Whether it stopped because numbers were no numbers any more. */
    public BooleanProperty divergedProperty() {
        return diverged;
    }

    /** Whether the card failed that it was computed on. */
    public BooleanProperty cardLostProperty() {
        return cardLost;
    }

    /** Updates made. */
    public LongProperty updateProperty() {
        return update;
    }

    /** Updates to make. */
    public LongProperty updatesProperty() {
        return updates;
    }

    /** What went wrong with the run; empty if nothing. */
    public StringProperty troubleProperty() {
        return trouble;
    }

    /** What the first parameters of the settings that are shown imply; empty while that is not known. */
    public StringProperty outlookProperty() {
        return outlook;
    }

    /** Which settings wait for a reset, as a sentence; empty if none. */
    public StringProperty pendingProperty() {
        return pending;
    }

    /** What the status line says. */
    public StatusModel status() {
        return status;
    }

    // The views

    public ObjectProperty<LossData> lossProperty() {
        return loss;
    }

    /** All that the newest test told, and whether the task is solved. */
    public ObjectProperty<Scores> scoresProperty() {
        return scores;
    }

    /** Whether the optimiser tells anything of the inside of its updates. */
    public BooleanProperty tellingProperty() {
        return telling;
    }

    /** Whether what it tells is seen; while it is not, nothing is drawn of it. */
    public BooleanProperty updatesSeenProperty() {
        return updatesSeen;
    }

    /** What the optimiser tells of the inside of its updates. */
    public ObjectProperty<UpdateData> insideProperty() {
        return inside;
    }

    /** What the loss is and its unit. */
    public StringProperty metricProperty() {
        return metric;
    }

    /** Hidden states: units down, time steps across. */
    public ObjectProperty<Matrix> hiddenProperty() {
        return hidden;
    }

    /** The size of a hidden state that has the full colour. */
    public DoubleProperty hiddenLimitProperty() {
        return hiddenLimit;
    }

    /** Truth, prediction and free run. */
    public ObjectProperty<Depiction> depictionProperty() {
        return depiction;
    }

    /** Whether the network can run on from its own predictions. */
    public BooleanProperty generativeProperty() {
        return generative;
    }

    /** Whether the curves are seen; while they are not, nobody draws them. */
    public BooleanProperty lossSeenProperty() {
        return lossSeen;
    }

    /** Whether the test sequence is seen; while neither that nor the hidden states are, nobody asks for them. */
    public BooleanProperty sequenceSeenProperty() {
        return sequenceSeen;
    }

    /** Whether the hidden states are seen. */
    public BooleanProperty hiddenSeenProperty() {
        return hiddenSeen;
    }

    /** What the view of weights shows. */
    public WeightsModel weights() {
        return weights;
    }

    /** What the view of eigenvalues shows. */
    public SpectrumModel spectrum() {
        return spectrum;
    }

    /** What the view of hidden trajectories shows. */
    public TrajectoriesModel ways() {
        return ways;
    }

    /** The hidden units one by one, and which of them is chosen. */
    public UnitsModel units() {
        return units;
    }

    /** What the view of a disturbed network shows. */
    public PerturbModel perturb() {
        return perturb;
    }

    /** Whether error signals are seen; while they are not, nobody asks for them. */
    public BooleanProperty flowShownProperty() {
        return flowShown;
    }

    /** How error signals fare on their way back; as it was when it was last shown. */
    public ObjectProperty<FlowData> flowProperty() {
        return flow;
    }

    /** The update whose network the views show. */
    public LongProperty seenUpdateProperty() {
        return seenUpdate;
    }

    /** The update that was saved last; -1 before the first. */
    public LongProperty savedUpdateProperty() {
        return savedUpdate;
    }

    /** The updates that can be looked back at, ascending. */
    public ObjectProperty<List<Long>> historyProperty() {
        return history;
    }

    /** Whether a second run can leave this one where the views are. */
    public BooleanBinding branchableProperty() {
        return branchable;
    }

    // Where one looks

    /** The remembered update whose network all views show; {@link TimeMachine#NOW} for the one in training. */
    public LongProperty lookedBackProperty() {
        return lookedBack;
    }

    /** The time step, from 0, that all views mark. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** Time steps of the sequence. */
    public IntegerProperty stepsProperty() {
        return steps;
    }

    /** Whether the time step moves on by itself. */
    public BooleanProperty filmingProperty() {
        return filming;
    }

    /** The update whose inside is shown, from 1; 0 for the newest. */
    public LongProperty chosenUpdateProperty() {
        return chosenUpdate;
    }

    /** The test sequence that is shown, from 1. */
    public IntegerProperty sequenceProperty() {
        return sequence;
    }

    /** How many test sequences there are. */
    public IntegerProperty sequencesProperty() {
        return sequences;
    }

    /** The first time step, from 1, at which the free run hears itself. */
    public IntegerProperty freeRunFromProperty() {
        return freeRunFrom;
    }
}
