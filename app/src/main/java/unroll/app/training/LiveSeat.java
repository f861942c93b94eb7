package unroll.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import unroll.app.control.Card;
import unroll.app.control.HelpBubble;
import unroll.app.control.HelpOffer;
import unroll.app.dock.View;
import unroll.app.view.Cues;
import unroll.app.view.LiveAnswer;
import unroll.app.view.LiveView;
import unroll.app.view.Source;
import unroll.engine.probe.Probe;

/**
 * A live view in its place: whether it is seen there, and what is asked for it while it is.
 *
 * @param <A> what it shows
 */
final class LiveSeat<A extends LiveAnswer> {
    private final LiveView<A> view;
    private final Cues cues;
    private final Source<A> source;
    private final Optional<ObservableValue<? extends Probe<A>>> past;
    private final BooleanProperty inFront = new SimpleBooleanProperty();
    private final BooleanBinding seen;
    private Optional<Card> card = Optional.empty();

    /** @param looking whether the screen is seen */
    LiveSeat(LiveView<A> view, Cues cues, ObservableBooleanValue looking) {
        this.view = view;
        this.cues = cues;
        source = view.source(cues);
        past = view.past(cues);
        seen = inFront.and(looking);
        seen.subscribe(view::look);
        if (source instanceof Source.Recorded<A>(ObservableValue<A> record)) {
            record.when(seen).subscribe(view::show);
        }
    }

    LiveView<A> view() {
        return view;
    }

    /** Whether somebody sees it: nothing is asked for others, and nothing drawn. */
    BooleanBinding seen() {
        return seen;
    }

    /** The view as a dock takes it. */
    View dockable() {
        Card made = view.card(cues);
        card = Optional.of(made);
        HelpOffer help = () -> HelpBubble.below(
                made.header(),
                HelpBubble.content(
                        view.title(),
                        List.of(
                                HelpBubble.label("help-words", view.called().help()),
                                HelpBubble.label(
                                        "help-fact", "Key: Alt+" + view.key().getName()))));
        help.on(made);
        View dockable = new View(view.name(), made, view.applies());
        dockable.whileSeen(inFront::set);
        return dockable;
    }

    boolean has(Card other) {
        return card.filter(mine -> mine == other).isPresent();
    }

    /** Whether it shows what is recorded there. */
    boolean shows(ObservableValue<?> record) {
        return source instanceof Source.Recorded<A> recorded
                && recorded.record().equals(record);
    }

    /** Calls {@code renew} whenever it wants something else to be asked. */
    void whenOther(Runnable renew) {
        if (source instanceof Source.Probed<A> probed) {
            seen.subscribe(renew);
            probed.question().subscribe(renew);
        }
    }

    /** Calls {@code renew} whenever it wants something else to be asked of the past. */
    void whenOtherPast(Runnable renew) {
        seen.subscribe(renew);
        past.ifPresent(question -> question.subscribe(renew));
    }

    /** What is to be asked of each remembered state now, if anything. */
    Optional<Probe<A>> past() {
        return past.filter(question -> seen.get()).map(ObservableValue::getValue);
    }

    /** Takes in an answer about the past. */
    void recall(A answer) {
        view.recall(answer);
    }

    /** What is to be asked for it now, if anything. */
    Optional<Probe<A>> question() {
        return source instanceof Source.Probed<A> probed && seen.get()
                ? Optional.of(probed.question().getValue())
                : Optional.empty();
    }

    boolean expensive() {
        return source instanceof Source.Probed<A> probed && probed.expensive();
    }

    /** Shows an answer to its question, whoever asked it. */
    @SuppressWarnings("unchecked") // equal questions have answers of one kind
    void show(LiveAnswer answer) {
        view.show((A) answer);
    }
}
