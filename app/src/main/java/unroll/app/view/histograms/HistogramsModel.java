package unroll.app.view.histograms;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the view of distributions shows. */
public final class HistogramsModel {
    /** Of more looks than a chart has pixels across nobody would see more. */
    private static final int MOST = 512;

    private final ReadOnlyObjectWrapper<Histograms> now = new ReadOnlyObjectWrapper<>(this, "now", Histograms.NONE);
    private final ReadOnlyObjectWrapper<List<Look>> past = new ReadOnlyObjectWrapper<>(this, "past", List.of());
    private final ReadOnlyObjectWrapper<HistogramsQuestion> question =
            new ReadOnlyObjectWrapper<>(this, "question", Histograms.NONE.question());

    private final NavigableMap<Long, Look> looks = new TreeMap<>();

    // Properties

    /** The answer that is shown. */
    public ReadOnlyObjectProperty<Histograms> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** What is known of all updates that were looked at, in their order. */
    public ReadOnlyObjectProperty<List<Look>> pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** What a person wants to know. */
    public ReadOnlyObjectProperty<HistogramsQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    // Commands

    /** Has another matrix shown. */
    public void choose(String part) {
        ask(new HistogramsQuestion(part, question.get().sequences()));
    }

    /** Asks something else, which has no past yet. */
    void ask(HistogramsQuestion next) {
        if (!next.equals(question.get())) {
            looks.clear();
            past.set(List.of());
            question.set(next);
        }
    }

    /** Forgets the run. */
    void clear() {
        looks.clear();
        past.set(List.of());
        now.set(Histograms.NONE);
    }

    /** Shows an answer. */
    void show(Histograms answer) {
        now.set(answer);
        recall(answer);
    }

    /** Takes in what was so after an update of the past, if it answers what is asked now. */
    void recall(Histograms answer) {
        if (answer.question().equals(question.get())) {
            looks.put(
                    answer.update(),
                    new Look(
                            answer.update(),
                            answer.weights().distribution(),
                            answer.gradients().distribution()));
            if (looks.size() > MOST) {
                thin();
            }
            past.set(List.copyOf(looks.values()));
        }
    }

    /** Drops the look whose neighbours are closest, so that the rest stays even; the first and the last stay. */
    private void thin() {
        long least = Long.MAX_VALUE;
        @Nullable Long dropped = null;
        @Nullable Long before = null;
        @Nullable Long middle = null;
        for (Long update : looks.keySet()) {
            if (before != null && update - before < least) {
                least = update - before;
                dropped = middle;
            }
            before = middle;
            middle = update;
        }
        if (dropped != null) {
            looks.remove(dropped);
        }
    }
}
