package unroll.app.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import unroll.app.control.Numbers;
import unroll.app.edit.History;
import unroll.app.fx.Latest;
import unroll.app.fx.Together;
import unroll.app.screen.ScreenController;
import unroll.app.sheet.SettingEdit;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.Seeds;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.Failures;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.Schema;

/**
 * Drives a race, on the window's thread. Whatever changes the lanes begins the race anew, so that what is compared had the same
 * chances; the runs so far stay in their folders.
 */
public final class RaceController implements ScreenController {
    /** What the window lends the controller: threads, a clock, seeds, the folder of the runs, and a place for complaints. */
    public record Surroundings(
            Executor window,
            Executor work,
            ScheduledExecutorService clock,
            LongSupplier freshSeed,
            Path runs,
            Consumer<String> complain) {}

    private static final Duration BETWEEN_PICTURES = Duration.ofMillis(250);

    private final RaceModel model;
    private final Surroundings around;
    private final History<Lineup> history = new History<>(new Lineup(Examples.first(), List.of()));
    private final Latest<Boolean> news;
    private List<LaneRun> lanes = List.of();
    private List<BaselineScores> baselines = List.of();
    private boolean looking;
    private boolean closed;

    /** Counts line-ups, so that a lane that was opened for an earlier one is recognised. */
    private int lineups;

    public RaceController(RaceModel model, Surroundings around) {
        this.model = model;
        this.around = around;
        news = new Latest<>(new Together(around.clock(), BETWEEN_PICTURES, around.window()), there -> tell());
        history.valueProperty().subscribe((before, after) -> begin());
        history.openProperty().subscribe((before, after) -> begin());
        model.costProperty().subscribe(this::tell);
        model.testsProperty().subscribe(this::tell);
        model.chosenProperty().subscribe(this::choose);
    }

    // Commands

    /** Begins a race of an experiment against a rival. */
    public void enter(Experiment experiment) {
        model.chosenProperty().set(1);
        Lineup lineup = Lineup.of(experiment);
        boolean same = lineup.equals(history.valueProperty().get());
        history.restart(lineup);
        if (same) {
            begin();
        }
    }

    /** Adds a lane. */
    public void add() {
        Lineup now = lineup();
        if (model.openProperty().get() && now.optimisers().size() < Lineup.MOST) {
            Lineup more = now.withRival();
            model.chosenProperty().set(now.optimisers().size());
            history.apply("Lane of " + more.label(now.optimisers().size()), more);
        }
    }

    /** Takes the chosen lane away, unless it is the last. */
    public void remove() {
        Lineup now = lineup();
        int lane = model.chosenProperty().get();
        if (lane < now.optimisers().size() && now.optimisers().size() > 1) {
            model.chosenProperty().set(Math.max(0, lane - 1));
            history.apply("No lane of " + now.label(lane), now.without(lane));
        }
    }

    /** Changes the settings of the chosen lane. */
    void edit(SettingEdit<Contender> edit) {
        Lineup now = lineup();
        int lane = model.chosenProperty().get();
        history.apply(
                now.label(lane) + ": " + edit.name(),
                now.with(lane, edit.after().optimiser()),
                edit.held());
    }

    /** Lets all lanes train, or pauses them. */
    public void playOrPause() {
        boolean pause = model.runningProperty().get();
        for (LaneRun lane : lanes) {
            if (pause) {
                lane.trainer().pause();
            } else if (!lane.over()) {
                lane.trainer().play();
            }
        }
    }

    /** Lets each lane make so many updates. */
    public void step(long updates) {
        lanes.stream()
                .filter(lane -> !lane.over())
                .forEach(lane -> lane.trainer().step(updates));
    }

    /** Begins anew. */
    public void reset() {
        if (model.openProperty().get()) {
            begin();
        }
    }

    /** Begins anew with other seeds, the same for all. */
    public void reseed() {
        if (model.openProperty().get()) {
            Seeds seeds = new Seeds(
                    around.freshSeed().getAsLong(),
                    around.freshSeed().getAsLong(),
                    around.freshSeed().getAsLong());
            Experiment base = Schema.of(Experiment.class).with(lineup().base(), "seeds", seeds);
            history.apply("Other seeds", new Lineup(base, lineup().optimisers()));
        }
    }

    /** The line-ups, for undo. */
    public History<?> history() {
        return history;
    }

    /** Why a run may not be opened elsewhere: it is a lane of the race. */
    public Optional<String> refusal(Path run) {
        return lanes.stream().anyMatch(lane -> lane.trainer().folder().path().equals(run))
                ? Optional.of(run.getFileName() + " is a lane of the race that is open; leave the race, then open it")
                : Optional.empty();
    }

    /** Ends the race; its runs are saved and can be opened. */
    public void leave() {
        lineups++;
        release(lanes);
        lanes = List.of();
        history.restart(new Lineup(lineup().base(), List.of()));
        model.open.set(false);
        model.name.set("");
        model.standings.set(Standings.EMPTY);
        model.contender.set(Optional.empty());
        model.running.set(false);
    }

    /** While the race is not seen, nothing is drawn. */
    @Override
    public void look(boolean seen) {
        looking = seen;
        tell();
    }

    /** Saves and closes all lanes, and waits for them. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(LaneRun::close);
        lanes = List.of();
    }

    // How races come and go

    /** The seeds of all lanes. */
    public Seeds seeds() {
        return lineup().base().seeds();
    }

    private Lineup lineup() {
        return history.valueProperty().get();
    }

    /** Begins with the lineup as it is; while a slider is held it waits. */
    private void begin() {
        if (history.openProperty().get()) {
            return;
        }
        Lineup now = lineup();
        int number = ++lineups;
        List<LaneRun> before = lanes;
        lanes = List.of();
        before.forEach(lane -> lane.trainer().pause());
        if (now.optimisers().isEmpty()) {
            release(before);
            return;
        }
        around.work().execute(() -> {
            before.forEach(LaneRun::close);
            List<LaneRun> opened = new ArrayList<>();
            try {
                int cores = Runtime.getRuntime().availableProcessors();
                for (int i = 0; i < now.optimisers().size(); i++) {
                    opened.add(
                            new LaneRun(now.experiment(i, cores), around.runs(), now.budget(), () -> news.offer(true)));
                }
                List<BaselineScores> scores = opened.getFirst().trainer().baselines();
                around.window().execute(() -> attach(number, now, opened, scores));
            } catch (RuntimeException | Error e) {
                opened.forEach(LaneRun::close);
                String sentence = Failures.sentence(e);
                around.window().execute(() -> refuse(number, sentence));
            }
        });
    }

    private void attach(int number, Lineup now, List<LaneRun> opened, List<BaselineScores> scores) {
        if (number != lineups || closed) {
            release(opened);
            return;
        }
        lanes = List.copyOf(opened);
        baselines = scores;
        Trainer first = opened.getFirst().trainer();
        Metric loss = first.metrics().getFirst();
        model.name.set(now.base().name());
        model.folder.set(around.runs().toString());
        model.measure.set(loss.unit().isEmpty() ? loss.name() : loss.name() + ", " + loss.unit());
        model.rules.set("The same sequences in the same order, the same first weights; each lane may ask for "
                + Numbers.whole((long) now.budget())
                + " losses, gradients or products of a whole batch.");
        model.full.set(now.optimisers().size() >= Lineup.MOST);
        model.open.set(true);
        choose();
        tell();
    }

    /** A line-up that cannot run is taken back. */
    private void refuse(int number, String sentence) {
        around.complain().accept(sentence);
        if (number == lineups && !closed) {
            if (history.canUndo().get()) {
                history.undo();
            } else {
                leave();
            }
        }
    }

    private void release(List<LaneRun> gone) {
        around.work().execute(() -> gone.forEach(LaneRun::close));
    }

    private void choose() {
        int lane = model.chosenProperty().get();
        List<?> all = lineup().optimisers();
        model.contender.set(
                lane >= 0 && lane < all.size()
                        ? Optional.of(new Contender(lineup().optimisers().get(lane)))
                        : Optional.empty());
    }

    private void tell() {
        if (lanes.isEmpty()) {
            return;
        }
        model.running.set(lanes.stream().anyMatch(LaneRun::running));
        model.over.set(lanes.stream().allMatch(LaneRun::over));
        List<Snapshot> told =
                lanes.stream().flatMap(lane -> lane.last().stream()).toList();
        if (looking && told.size() == lanes.size()) {
            model.standings.set(Standings.of(
                    lineup(),
                    told,
                    baselines,
                    model.costProperty().get(),
                    model.testsProperty().get()));
        }
    }
}
