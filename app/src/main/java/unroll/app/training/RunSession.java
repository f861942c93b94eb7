package unroll.app.training;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.LossData;
import unroll.app.fx.Latest;
import unroll.app.fx.Together;
import unroll.app.view.loss.Progress;
import unroll.engine.experiment.Experiment;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Subscription;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;

/** An open run: its trainer, and the slots through which its news come to the window's thread. */
final class RunSession implements AutoCloseable {
    /** A loss curve changes slowly: twice a second is enough, and leaves the cores to the training. */
    private static final Duration BETWEEN_CHARTS = Duration.ofMillis(500);

    /**
     * So long at least lies between two pictures of a network that trains. Each costs one of the cores about a hundredth of
     * a second, with eight views open two: three a second are live and leave more than nine tenths of the time to the training.
     */
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(300);

    /** Where the news of a run go, on the window's thread. */
    interface Listener {
        void snapshot(RunSession session, Snapshot snapshot);

        void progress(RunSession session, Progress progress);
    }

    private final Together frame;
    private final Together charting;
    private final Latest<Snapshot> news;
    private final Latest<Snapshot> chart;
    private final BooleanSupplier charted;
    private final Trainer trainer;
    private volatile boolean open;
    private volatile @Nullable Snapshot last;
    private volatile List<BaselineScores> baselines = List.of();
    private volatile Optional<LossData.Left> left = Optional.empty();

    /**
     * Opens a run; takes a moment, so on a thread that may wait.
     *
     * @param charted whether anybody sees the curves; asked on any thread
     * @throws RuntimeException with a sentence where the run cannot be opened
     */
    RunSession(
            Experiment experiment,
            RunFolder folder,
            Executor window,
            ScheduledExecutorService clock,
            BooleanSupplier charted,
            Listener listener) {
        this.charted = charted;
        frame = new Together(clock, BETWEEN_FRAMES, window);
        charting = new Together(clock, BETWEEN_CHARTS, clock);
        news = new Latest<>(frame, snapshot -> listener.snapshot(this, snapshot));
        Latest<Progress> charts = new Latest<>(frame, progress -> listener.progress(this, progress));
        chart = new Latest<>(
                charting,
                snapshot ->
                        charts.offer(Progress.of(trainer().task(), trainer().metrics(), snapshot, baselines, left)));
        trainer = new Trainer(experiment, folder, this::pass);
        open = true;
    }

    /** News that come before there is a trainer to ask for its task are passed on with {@link #repeat}. */
    private void pass(Snapshot snapshot) {
        last = snapshot;
        if (!open) {
            return;
        }
        news.offer(snapshot);
        if (charted.getAsBoolean()) {
            chart.offer(snapshot);
        }
        hurryAtRest();
    }

    /** News of a run that rests are seen at once: somebody paused it or made a step. */
    private void hurryAtRest() {
        if (resting()) {
            charting.hurry();
            frame.hurry();
        }
    }

    /** Whether nothing is being trained. */
    boolean resting() {
        Snapshot now = last;
        return now != null && now.state() != State.RUNNING;
    }

    Trainer trainer() {
        return trainer;
    }

    List<BaselineScores> baselines() {
        return baselines;
    }

    /** Passes the last news on again. */
    void repeat() {
        Snapshot snapshot = last;
        if (snapshot != null) {
            pass(snapshot);
        }
    }

    /** Finds out what the run is to be compared with; takes a moment, so on a thread that may wait. */
    void compare() {
        left = LeftRun.of(trainer.folder());
        baselines = trainer.baselines();
        repeat();
    }

    /** Has a question answered from now on; the newest answer comes to the window's thread with all else that is drawn. */
    <A> Subscription ask(Probe<A> probe, Consumer<A> show) {
        Latest<A> slot = new Latest<>(frame, show);
        return trainer.watch(
                probe,
                answer -> {
                    slot.offer(answer);
                    hurryAtRest();
                },
                slot::isEmpty);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
