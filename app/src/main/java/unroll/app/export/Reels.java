package unroll.app.export;

import java.util.List;
import java.util.function.LongFunction;
import unroll.app.control.Card;
import unroll.app.control.Numbers;
import unroll.app.control.OverTime;
import unroll.app.look.Theme;
import unroll.app.picture.Past;

/** Makes off-screen copies of cards that can be filmed; on the window's thread. */
final class Reels {
    private final Theme theme;

    /** @param theme of the window */
    Reels(Theme theme) {
        this.theme = theme;
    }

    Reel of(ExportSubject subject, FilmFormat format, Caption caption) {
        return switch (format.along()) {
            case TIME_STEPS -> overSteps(subject, format, caption);
            case TRAINING -> overUpdates(subject, format, caption);
        };
    }

    private Reel overSteps(ExportSubject subject, FilmFormat format, Caption caption) {
        OverTime twin = subject.overSteps().orElseThrow().twin();
        int steps = twin.steps();
        Card of = subject.card();
        Card card = new Card(of.titleProperty().get(), twin.node());
        card.subtitleProperty().set(of.subtitleProperty().get());
        return reel(
                subject,
                format,
                card,
                step -> caption.at(step, steps),
                step -> () -> twin.timeProperty().set((int) (step - 1)));
    }

    private Reel overUpdates(ExportSubject subject, FilmFormat format, Caption caption) {
        Past.Twin twin = subject.past().twin(subject.card());
        return reel(
                subject,
                format,
                twin.card(),
                update -> subject.at(caption.when("update " + Numbers.whole(update))),
                twin.at());
    }

    private Reel reel(
            ExportSubject subject,
            FilmFormat format,
            Card card,
            LongFunction<Caption> caption,
            LongFunction<Runnable> show) {
        List<Long> places = format.places(subject);
        Card of = subject.card();
        card.showFigure(action -> false);
        card.setPrefSize(of.getWidth(), of.getHeight());
        Caption longest = format.captioned() ? caption.apply(places.getLast()) : Caption.NONE;
        PicturePage page =
                new PicturePage(card, longest, theme.still(format.colours().dark(theme)));
        return new Reel() {
            @Override
            public int frames() {
                return places.size();
            }

            @Override
            public PicturePage page() {
                return page;
            }

            @Override
            public Runnable prepare(int frame) {
                long place = places.get(frame);
                Runnable shown = show.apply(place);
                return () -> {
                    shown.run();
                    page.momentProperty().set(caption.apply(place).moment());
                };
            }
        };
    }
}
