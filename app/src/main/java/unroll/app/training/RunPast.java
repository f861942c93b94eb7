package unroll.app.training;

import java.util.List;
import java.util.stream.LongStream;
import unroll.app.control.Card;
import unroll.app.picture.Past;
import unroll.app.view.Cues;
import unroll.app.view.LiveAnswer;
import unroll.app.view.LiveView;
import unroll.app.view.Source;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Trainer;

/** The remembered states of the run that is open, asked of a network of its own: views and training go on meanwhile. */
final class RunPast implements Past {
    /** Frames of a film of what is recorded, after the first: eight seconds of fifteen. */
    private static final int FRAMES = 120;

    private final RunNews news;
    private final OpenRun run;
    private final Cues cues;
    private final LiveViews views;

    RunPast(RunNews news, OpenRun run, Cues cues, LiveViews views) {
        this.news = news;
        this.run = run;
        this.cues = cues;
        this.views = views;
    }

    @Override
    public List<Long> updates(Card card) {
        boolean recorded = views.of(card)
                .filter(view -> view.source(cues) instanceof Source.Recorded<?>)
                .isPresent();
        return recorded
                ? evenly(news.updateProperty().get())
                : news.historyProperty().get();
    }

    /** What the run records of all updates is known at each: so many that a film of it runs smoothly, from 0 to the last. */
    private static List<Long> evenly(long last) {
        return LongStream.rangeClosed(0, FRAMES)
                .map(frame -> Math.round((double) frame * last / FRAMES))
                .distinct()
                .boxed()
                .toList();
    }

    @Override
    public boolean shows(Card card) {
        return run.trainer().isPresent() && views.of(card).isPresent();
    }

    @Override
    public Twin twin(Card card) {
        RunFolder folder = run.trainer().map(Trainer::folder).orElseThrow();
        return twin(views.of(card).orElseThrow(), cues.still(), folder);
    }

    private static <A extends LiveAnswer> Twin twin(LiveView<A> view, Cues still, RunFolder folder) {
        LiveView<A> twin = view.twin();
        Card card = twin.card(still);
        return switch (twin.source(still)) {
            case Source.Recorded<A> recorded ->
                new Twin(card, update -> () -> still.lookedBackProperty().set(update));
            case Source.Probed<A> probed -> {
                RememberedNetwork<A> memory =
                        new RememberedNetwork<>(folder, probed.question().getValue());
                yield new Twin(card, update -> {
                    A answer = memory.at(update);
                    return () -> {
                        still.lookedBackProperty().set(update);
                        twin.show(answer);
                    };
                });
            }
        };
    }
}
