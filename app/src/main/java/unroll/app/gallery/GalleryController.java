package unroll.app.gallery;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import unroll.app.control.RunItem;
import unroll.app.fx.Latest;
import unroll.engine.run.Examples;
import unroll.engine.run.Experiment;

/** Fills the gallery: the examples' cards once, the lists of runs and sweeps whenever they may have changed. */
public final class GalleryController {
    private final GalleryModel model;
    private final Executor window;
    private final Executor work;
    private final InstantSource now;
    private final Path runs;
    private final Path sweeps;
    private final Latest<Boolean> again;
    private final List<Experiment> examples = Examples.all(Examples.home());

    public GalleryController(
            GalleryModel model, Executor window, Executor work, InstantSource now, Path runs, Path sweeps) {
        this.model = model;
        this.window = window;
        this.work = work;
        this.now = now;
        this.runs = runs;
        this.sweeps = sweeps;
        again = new Latest<>(work, due -> readSweeps());
    }

    /** Draws the cards. */
    public void load() {
        work.execute(() -> {
            CardPainter painter =
                    new CardPainter(new ExpectedTime(Runtime.getRuntime().availableProcessors()));
            List<GalleryCard> cards = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                cards.add(painter.card(examples.get(i), Integer.toString(i)));
            }
            window.execute(() -> model.cardsProperty().set(List.copyOf(cards)));
        });
        refreshRuns();
        refreshSweeps();
    }

    /** Reads the list of sweeps again. */
    public void refreshSweeps() {
        again.offer(true);
    }

    private void readSweeps() {
        List<SweepItem> items = SweepItems.under(sweeps);
        window.execute(() -> model.sweepsProperty().set(items));
    }

    /** Reads the list of runs again. */
    public void refreshRuns() {
        work.execute(() -> {
            List<RunItem> items = RunItems.under(runs, now.instant());
            window.execute(() -> model.runsProperty().set(items));
        });
    }

    /** The experiment behind a card. */
    public Experiment experiment(GalleryCard card) {
        return examples.get(Integer.parseInt(card.id()));
    }
}
