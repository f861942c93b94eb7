package unroll.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History<Integer> history = new History<>(0);

    @Test
    void undoAndRedoWalkAlongTheEdits() {
        history.apply("one", 1);
        history.apply("two", 2);
        history.undo();
        assertThat(history.valueProperty().get()).isEqualTo(1);
        assertThat(history.undoName().get()).isEqualTo("one");
        history.undo();
        history.undo();
        assertThat(history.valueProperty().get()).isZero();
        assertThat(history.canUndo().get()).isFalse();
        history.redo();
        history.redo();
        history.redo();
        assertThat(history.valueProperty().get()).isEqualTo(2);
        assertThat(history.canRedo().get()).isFalse();
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        history.apply("one", 1);
        history.apply("two", 2);
        history.undo();
        history.apply("three", 3);
        assertThat(history.canRedo().get()).isFalse();
        assertThat(history.edits()).extracting(Edit::name).containsExactly("one", "three");
        history.undo();
        assertThat(history.valueProperty().get()).isEqualTo(1);
    }

    @Test
    void anEditThatChangesNothingIsNoEdit() {
        history.apply("same", 0);
        assertThat(history.edits()).isEmpty();
    }

    @Test
    void aListenerSeesWhatCanBeUndoneAlreadyWhenTheValueChanges() {
        boolean[] seen = new boolean[1];
        history.valueProperty()
                .subscribe((before, after) -> seen[0] = history.canUndo().get());
        history.apply("one", 1);
        assertThat(seen[0]).isTrue();
    }

    @Test
    void allStepsOfADragAreOneEdit() {
        History<Integer> history = new History<>(0);
        history.apply("one", 1);
        history.apply("to 2", 2, true);
        assertThat(history.openProperty().get()).isTrue();
        history.apply("to 1", 1, true);
        history.apply("to 5", 5, true);
        history.apply("to 5", 5, false);
        assertThat(history.openProperty().get()).isFalse();
        assertThat(history.edits()).containsExactly(new Edit<>("one", 0, 1), new Edit<>("to 5", 1, 5));
        history.apply("six", 6);
        history.undo();
        history.undo();
        assertThat(history.valueProperty().get()).isEqualTo(1);
    }

    @Test
    void aDragBackToItsBeginningLeavesNoEditAndAnUndoEndsIt() {
        History<Integer> history = new History<>(0);
        history.undoName().subscribe(name -> assertThat(name).isNotNull());
        history.apply("to 2", 2, true);
        history.apply("to 0", 0, true);
        history.apply("to 0", 0, false);
        assertThat(history.edits()).isEmpty();
        assertThat(history.canUndo().get()).isFalse();
        history.apply("to 3", 3, true);
        history.undo();
        history.apply("to 4", 4, true);
        assertThat(history.edits()).containsExactly(new Edit<>("to 4", 0, 4));
    }
}
