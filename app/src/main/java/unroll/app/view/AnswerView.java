package unroll.app.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A live view whose card follows the newest answer, and which has nothing else to remember.
 *
 * @param <A> what it shows
 */
public abstract class AnswerView<A extends LiveAnswer> implements LiveView<A> {
    private final A nothing;
    private final ReadOnlyObjectWrapper<A> answer;

    /** @param nothing is shown until there is an answer */
    protected AnswerView(A nothing) {
        this.nothing = nothing;
        answer = new ReadOnlyObjectWrapper<>(nothing);
    }

    /** What is shown. */
    public final ReadOnlyObjectProperty<A> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    @Override
    public final void show(A next) {
        answer.set(next);
    }

    @Override
    public final void begin(RunHead run) {
        answer.set(nothing);
    }
}
