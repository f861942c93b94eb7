package unroll.app.gallery;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import unroll.app.fx.AsyncAnswer;
import unroll.app.screen.ScreenController;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.home.Home;

/** Fills the gallery: the examples' cards once, the lists of runs and sweeps whenever they may have changed. */
public final class GalleryController implements ScreenController {
    /** While the list of runs is seen, it is read again after so many seconds: they are made in other windows and terminals, too. */
    private static final int LOOK_EVERY = 3;

    private final GalleryModel model;
    private final Executor window;
    private final Executor work;
    private final Path runs;
    private final Path sweeps;
    private final Consumer<Experiment> begin;
    private final List<Supplier<GalleryCard>> more;
    private final AsyncAnswer<Path, List<SweepItem>> sweepsAsked;
    private final AsyncAnswer<Path, RunItems> runsAsked;
    private boolean listSeen;
    private int seconds;

    /**
     * A gallery with nothing in it yet.
     *
     * @param begin opens a new run of an experiment
     * @param more cards that are no experiments', drawn on a thread that may wait
     */
    public GalleryController(
            GalleryModel model,
            Executor window,
            Executor work,
            InstantSource now,
            Path runs,
            Path sweeps,
            Consumer<Experiment> begin,
            List<Supplier<GalleryCard>> more) {
        this.model = model;
        this.window = window;
        this.work = work;
        this.runs = runs;
        this.begin = begin;
        this.more = more;
        this.sweeps = sweeps;
        sweepsAsked = new AsyncAnswer<>(work, SweepItems::under, window, (folder, items) -> model.sweeps.set(items));
        runsAsked = new AsyncAnswer<>(
                work,
                folder -> RunItems.under(folder, now.instant()),
                window,
                (folder, items) -> model.runs.set(items));
    }

    /** Draws the cards. */
    public void load() {
        work.execute(() -> {
            try {
                List<GalleryCard> cards = drawn();
                window.execute(() -> model.cards.set(cards));
            } catch (CancellationException e) {
                return; // the window is closed
            }
        });
        refreshSweeps();
    }

    /** @throws CancellationException where the thread is interrupted meanwhile */
    private List<GalleryCard> drawn() {
        CardPainter painter =
                new CardPainter(new ExpectedTime(Runtime.getRuntime().availableProcessors()), begin);
        List<GalleryCard> cards = new ArrayList<>();
        draw(painter, Shelf.EXAMPLES, Examples.all(Home.ofProgram()), cards);
        more.forEach(one -> cards.add(one.get()));
        draw(painter, Shelf.SMALL_NETWORKS, Examples.smallNetworks(), cards);
        return List.copyOf(cards);
    }

    private static void draw(CardPainter painter, Shelf shelf, List<Experiment> experiments, List<GalleryCard> cards) {
        for (Experiment experiment : experiments) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the gallery was not drawn to its end");
            }
            cards.add(painter.card(shelf, experiment));
        }
    }

    /** Sets whether the list of runs is seen, which stands beside every screen; while it is not, nothing is read. */
    public void lookAtRuns(boolean seen) {
        if (seen && !listSeen) {
            refreshRuns();
        }
        listSeen = seen;
    }

    @Override
    public void tick() {
        if (listSeen && ++seconds % LOOK_EVERY == 0) {
            refreshRuns();
        }
    }

    /** Reads the list of sweeps again. */
    public void refreshSweeps() {
        sweepsAsked.ask(sweeps);
    }

    /** Reads the list of runs again. */
    public void refreshRuns() {
        runsAsked.ask(runs);
    }
}
