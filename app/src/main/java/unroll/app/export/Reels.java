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

    Reel of(Order order, Caption caption) {
        return switch (order.span()) {
            case STEPS -> overSteps(order, caption);
            case UPDATES -> overUpdates(order, caption);
        };
    }

    private Reel overSteps(Order order, Caption caption) {
        OverTime twin = order.subject().overSteps().orElseThrow().twin();
        int steps = twin.steps();
        LongFunction<String> words = step ->
                (caption.moment().isEmpty() ? "" : caption.moment() + " \u00b7 ") + "t = " + step + " / " + steps;
        Card of = order.subject().card();
        Card card = new Card(of.titleProperty().get(), twin.node());
        card.subtitleProperty().set(of.subtitleProperty().get());
        return reel(
                order, caption, card, words, step -> () -> twin.timeProperty().set((int) (step - 1)));
    }

    private Reel overUpdates(Order order, Caption caption) {
        Past.Twin twin = order.subject().past().twin(order.subject().card());
        return reel(order, caption, twin.card(), update -> "update " + Numbers.whole(update), twin.at());
    }

    private Reel reel(
            Order order, Caption caption, Card card, LongFunction<String> words, LongFunction<Runnable> show) {
        List<Long> places = order.places();
        Card of = order.subject().card();
        card.setWordsAlone();
        card.setPrefSize(of.getWidth(), of.getHeight());
        Caption longest = order.captioned()
                ? new Caption(caption.name(), words.apply(places.getLast()), caption.facts())
                : Caption.NONE;
        PicturePage page =
                new PicturePage(card, longest, theme.still(order.colours().dark(theme)));
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
                    page.momentProperty().set(words.apply(place));
                };
            }
        };
    }
}
