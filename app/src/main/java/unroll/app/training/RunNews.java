package unroll.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import unroll.app.chart.Scores;
import unroll.app.view.RunHead;
import unroll.app.view.loss.Progress;
import unroll.app.view.update.UpdateRecord;
import unroll.engine.record.TrainingCurves;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;

/** What is known of the run that is open. Only this package changes it: the controller has done what is to be done. */
public final class RunNews {
    private final ReadOnlyObjectWrapper<RunHead> head = new ReadOnlyObjectWrapper<>(this, "head", RunHead.NONE);
    private final StringExpression name = StringExpression.stringExpression(head.map(RunHead::name));
    private final StringExpression about = StringExpression.stringExpression(head.map(RunHead::about));
    private final ReadOnlyStringWrapper folder = new ReadOnlyStringWrapper(this, "folder", "");
    private final BooleanExpression open = head.isNotEqualTo(RunHead.NONE);
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(this, "over");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");
    private final ReadOnlyBooleanWrapper diverged = new ReadOnlyBooleanWrapper(this, "diverged");
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper(this, "lost");
    private final ReadOnlyBooleanWrapper cardLost = new ReadOnlyBooleanWrapper(this, "cardLost");
    private final ReadOnlyLongWrapper update = new ReadOnlyLongWrapper(this, "update");
    private final ReadOnlyLongWrapper updates = new ReadOnlyLongWrapper(this, "updates");
    private final ReadOnlyLongWrapper seenUpdate = new ReadOnlyLongWrapper(this, "seenUpdate");
    private final ReadOnlyLongWrapper savedUpdate = new ReadOnlyLongWrapper(this, "savedUpdate", -1);
    private final ReadOnlyObjectWrapper<List<Long>> history = new ReadOnlyObjectWrapper<>(this, "history", List.of());
    private final ReadOnlyObjectWrapper<UpdateRecord> inside =
            new ReadOnlyObjectWrapper<>(this, "inside", UpdateRecord.NONE);
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final ReadOnlyObjectWrapper<Scores> scores = new ReadOnlyObjectWrapper<>(this, "scores", Scores.EMPTY);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyObjectWrapper<Optional<LeftBehind>> leftBehind =
            new ReadOnlyObjectWrapper<>(this, "leftBehind", Optional.empty());
    private final ReadOnlyStringWrapper outlook = new ReadOnlyStringWrapper(this, "outlook", "");
    private final ReadOnlyBooleanWrapper fitting = new ReadOnlyBooleanWrapper(this, "fitting", true);
    private final ReadOnlyStringWrapper pending = new ReadOnlyStringWrapper(this, "pending", "");
    private final StatusModel status = new StatusModel();
    private TrainingCurves curves = new TrainingCurves(1);

    // What holds for the whole run

    /** What holds for all of it; {@link RunHead#NONE} while no run is open. */
    public ReadOnlyObjectProperty<RunHead> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** What the experiment is called. */
    public StringExpression nameProperty() {
        return name;
    }

    /** What happens in it and what to look for. */
    public StringExpression aboutProperty() {
        return about;
    }

    /** The path of its folder. */
    public ReadOnlyStringProperty folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Whether there is a run at all. */
    public BooleanExpression openProperty() {
        return open;
    }

    /** Whether another run is being opened. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    // Where it stands

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether no update can be made any more: all are made, or it failed. */
    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    /** Whether all updates are made that were to be made. */
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** The run that a reset has left, until this one makes an update. */
    public ReadOnlyObjectProperty<Optional<LeftBehind>> leftBehindProperty() {
        return leftBehind.getReadOnlyProperty();
    }

    /** Whether it stopped because numbers were no numbers any more. */
    public ReadOnlyBooleanProperty divergedProperty() {
        return diverged.getReadOnlyProperty();
    }

    /** Whether all that it had learned is gone: its numbers ended, or its loss is far above all that was reached. */
    public ReadOnlyBooleanProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /** Whether the card failed that it was computed on. */
    public ReadOnlyBooleanProperty cardLostProperty() {
        return cardLost.getReadOnlyProperty();
    }

    /** Updates made. */
    public ReadOnlyLongProperty updateProperty() {
        return update.getReadOnlyProperty();
    }

    /** Updates to make. */
    public ReadOnlyLongProperty updatesProperty() {
        return updates.getReadOnlyProperty();
    }

    /** The update whose network the views show. */
    public ReadOnlyLongProperty seenUpdateProperty() {
        return seenUpdate.getReadOnlyProperty();
    }

    /** The update that was saved last; -1 before the first. */
    public ReadOnlyLongProperty savedUpdateProperty() {
        return savedUpdate.getReadOnlyProperty();
    }

    /** The updates that can be looked back at, ascending. */
    public ReadOnlyObjectProperty<List<Long>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** What is recorded of the inside of its updates. */
    public ReadOnlyObjectProperty<UpdateRecord> insideProperty() {
        return inside.getReadOnlyProperty();
    }

    /** How far it has come; kept up to date while a view shows it. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The scores of the newest test, and whether the task is solved. */
    public ReadOnlyObjectProperty<Scores> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /** What went wrong with the run; empty if nothing. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Its losses so far. */
    TrainingCurves curves() {
        return curves;
    }

    // About its settings

    /** What the first parameters of the settings that are shown imply; empty while that is not known. */
    public ReadOnlyStringProperty outlookProperty() {
        return outlook.getReadOnlyProperty();
    }

    /** Which settings wait for a reset, as a sentence; empty if none. */
    public ReadOnlyStringProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** Whether the settings that are shown are of a network with the same parameters, so that a branch can go on with them. */
    public ReadOnlyBooleanProperty fittingProperty() {
        return fitting.getReadOnlyProperty();
    }

    /** The words of the status line. */
    public StatusModel status() {
        return status;
    }

    // Changes

    /** Another run is being opened, or no longer. */
    void opening(boolean now) {
        opening.set(now);
    }

    /** Another run is open, of which nothing is known yet. */
    void begin(RunHead next, String path) {
        progress.set(Progress.NONE);
        scores.set(Scores.EMPTY);
        inside.set(UpdateRecord.NONE);
        history.set(List.of());
        pending.set("");
        fitting.set(true);
        leftBehind.set(Optional.empty());
        folder.set(path);
        head.set(next);
    }

    /** Its folder is this one: a new run may get another place than was planned when it is saved first. */
    void keptIn(String path) {
        folder.set(path);
    }

    /** It goes on from an update that was made before. */
    void from(long made) {
        update.set(made);
    }

    void show(Snapshot snapshot) {
        update.set(snapshot.update());
        updates.set(snapshot.updates());
        running.set(snapshot.state() == State.RUNNING);
        done.set(snapshot.state() == State.FINISHED);
        over.set(snapshot.state() == State.FINISHED || snapshot.state() == State.FAILED);
        savedUpdate.set(snapshot.savedUpdate());
        if (snapshot.update() > 0) {
            leftBehind.set(Optional.empty());
        }
        history.set(snapshot.history());
        curves = snapshot.curves();
        trouble.set(snapshot.trouble().orElse("")); // before the states that it is about
        diverged.set(snapshot.state() == State.DIVERGED);
        lost.set(snapshot.state() == State.DIVERGED || snapshot.exploded());
        cardLost.set(snapshot.state() == State.FAILED && head.get().onCard());
        inside.set(UpdateRecord.of(snapshot));
    }

    void show(Progress now) {
        progress.set(now);
        if (!now.scores().equals(scores.get())) {
            scores.set(now.scores());
        }
    }

    /** It begins anew what this one had begun. */
    void leave(Optional<LeftBehind> before) {
        leftBehind.set(before);
    }

    /** The views show the network after so many updates. */
    void see(long shown) {
        seenUpdate.set(shown);
    }

    /** What the first parameters imply. */
    void imply(String words) {
        outlook.set(words);
    }

    /** Which settings wait, and whether a branch can go on with them. */
    void pend(String sentence, boolean fits) {
        pending.set(sentence);
        fitting.set(fits);
    }

    /** There is no run any more. */
    void forget() {
        running.set(false);
        done.set(false);
        diverged.set(false);
        lost.set(false);
        cardLost.set(false);
        trouble.set("");
        folder.set("");
        head.set(RunHead.NONE);
    }
}
