package unroll.app.view.along;

import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import unroll.app.sequence.Excerpt;
import unroll.engine.music.Keyboard;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.TimeStep;

/** What is seen of playing along; {@link AlongController} decides what becomes of what is played. */
final class AlongModel {
    final ReadOnlyBooleanWrapper applies = new ReadOnlyBooleanWrapper(this, "applies");
    final ReadOnlyObjectWrapper<AlongQuestion> question = new ReadOnlyObjectWrapper<>(
            this,
            "question",
            new AlongQuestion(
                    PianoRoll.of(TimeStep.ofSeconds(1), Keyboard.PIANO, 0, List.of()), AlongQuestion.NONE, 1));
    final ReadOnlyObjectWrapper<Excerpt> excerpt = new ReadOnlyObjectWrapper<>(this, "excerpt", Excerpt.EMPTY);
    final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper(this, "recording");
    final ReadOnlyIntegerWrapper beatsLeft = new ReadOnlyIntegerWrapper(this, "beatsLeft");
    final ReadOnlyObjectWrapper<Set<Integer>> down = new ReadOnlyObjectWrapper<>(this, "down", Set.of());
    final IntegerProperty length = new SimpleIntegerProperty(this, "length", 1);

    /** Whether there is music in the run that is open. */
    ReadOnlyBooleanProperty appliesProperty() {
        return applies.getReadOnlyProperty();
    }

    /** What was played and what is asked of the network. */
    ReadOnlyObjectProperty<AlongQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What was played, and how the network goes on where it was asked. */
    ReadOnlyObjectProperty<Excerpt> excerptProperty() {
        return excerpt.getReadOnlyProperty();
    }

    /** Whether what is played is recorded, or counted in for that. */
    ReadOnlyBooleanProperty recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /** Beats that are still counted in; mostly 0. */
    ReadOnlyIntegerProperty beatsLeftProperty() {
        return beatsLeft.getReadOnlyProperty();
    }

    /** The keys that are down. */
    ReadOnlyObjectProperty<Set<Integer>> downProperty() {
        return down.getReadOnlyProperty();
    }

    /** How many time steps are recorded. */
    IntegerProperty lengthProperty() {
        return length;
    }

    /** The most that can be: one step is left to the network. */
    int longest() {
        return Math.max(1, question.get().steps() - 1);
    }

    /** The same to look at, which nobody plays on. */
    AlongModel still() {
        AlongModel still = new AlongModel();
        still.applies.set(applies.get());
        still.question.set(question.get());
        still.excerpt.set(excerpt.get());
        return still;
    }
}
