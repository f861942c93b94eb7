package unroll.app.training;

import java.util.Optional;
import unroll.app.control.Numbers;
import unroll.app.control.Tempo;
import unroll.app.view.Cues;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.record.TrainingCurves;
import unroll.engine.run.Divergence;
import unroll.engine.run.Trainer;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;

/** What can be done about a run that came to a stop: watch how its numbers ended, go on more carefully, or without its card. */
public final class Rescue {
    /** The clipping that Pascanu et al. (2013) begin with. */
    private static final double CLIP = 1;

    /** Slow motion begins so many updates before the end at least, where one that early is remembered. */
    private static final long BEFORE = 10;

    /** It takes so many seconds at most, where that can be followed. */
    private static final double SECONDS = 20;

    private static final String CLIPPING = "clip";
    private static final String RATE = "learningRate";

    private final RunNews news;
    private final Cues cues;
    private final OpenRun run;
    private final RunSettings settings;
    private final TimeMachine machine;

    /** The tempo before slow motion, until the run that is watched has ended. */
    private Optional<Tempo> before = Optional.empty();

    Rescue(RunNews news, Cues cues, OpenRun run, RunSettings settings, TimeMachine machine) {
        this.news = news;
        this.cues = cues;
        this.run = run;
        this.settings = settings;
        this.machine = machine;
        news.divergedProperty().subscribe(this::restore);
        news.overProperty().subscribe(this::restore);
    }

    private void restore(boolean ended) {
        if (ended) {
            before.ifPresent(this::endSlowMotion);
        }
    }

    /** The tempo is as it was, and what was watched is marked: the time step from which on the numbers are not finite. */
    private void endSlowMotion(Tempo tempo) {
        before = Optional.empty();
        run.tempoProperty().set(tempo);
        Divergence.stepToldBy(news.troubleProperty().get())
                .ifPresent(step -> cues.timeProperty()
                        .set(Math.clamp(step - 1, 0, cues.runProperty().get().steps() - 1)));
    }

    /** The newest remembered update up to that of the best test: what was learned by then is there. */
    public long good() {
        long bound = bestAt();
        return news.historyProperty().get().stream()
                .filter(update -> update <= bound)
                .reduce(0L, Math::max);
    }

    /** The update of the best test. */
    private long bestAt() {
        TrainingCurves curves = news.curves();
        double best = Double.POSITIVE_INFINITY;
        long bestAt = 0;
        for (int i = 0; i < curves.tests(); i++) {
            if (curves.test(i, 0) < best) {
                best = curves.test(i, 0);
                bestAt = curves.testUpdate(i);
            }
        }
        return bestAt;
    }

    /** Where {@link #good} is, in words. */
    String back() {
        long good = good();
        boolean begins = good == 0 && news.curves().tests() > 0 && bestAt() > 0;
        return "Back to update " + Numbers.whole(good) + (begins ? ", as nothing nearer is remembered," : "");
    }

    /** Whether gradients can be clipped, or clipped more than they are. */
    public boolean canClip() {
        double now = now(CLIPPING).orElse(CLIP);
        return now == 0 || now > CLIP;
    }

    /** Whether there is a learning rate. */
    public boolean canSlowDown() {
        return now(RATE).isPresent();
    }

    /** Whether an earlier update is remembered. */
    public boolean canWatch() {
        return from().isPresent();
    }

    /** Makes the last updates again, in a branch and slowly. */
    public void watch() {
        run.trainer()
                .ifPresent(trainer -> from().ifPresent(from -> {
                    Tempo tempo = Tempo.within(news.updateProperty().get() - from, SECONDS);
                    branch(from, trainer.experiment(), () -> {
                        before = before.or(() -> Optional.of(run.tempoProperty().get()));
                        run.tempoProperty().set(tempo);
                        play();
                    });
                }));
    }

    private void branch(long update, Experiment experiment, Runnable then) {
        machine.branch(update, experiment, settings::restart, then);
    }

    /** Goes on from the good state, in a branch, and shortens gradients longer than 1 from there on. */
    public void clip() {
        if (canClip()) {
            goOn(CLIPPING, CLIP);
        }
    }

    /** Goes on from the good state, in a branch, with a tenth of the learning rate, or what held there if that was less. */
    public void slowDown() {
        at(good(), RATE).ifPresent(then -> now(RATE).ifPresent(rate -> goOn(RATE, Math.min(then, rate / 10))));
    }

    /** Goes on on the processor from what was saved last, in a branch. */
    public void leaveTheCard() {
        run.trainer().ifPresent(trainer -> {
            long saved = news.savedUpdateProperty().get();
            if (saved >= 0) {
                branch(saved, trainer.experiment().onProcessor(), this::play);
            }
        });
    }

    /** The remembered update from which the last ones are seen again. */
    private Optional<Long> from() {
        long end = news.updateProperty().get();
        return news.historyProperty().get().stream()
                .filter(update -> update <= end - BEFORE)
                .reduce((first, second) -> second)
                .or(() -> news.historyProperty().get().stream()
                        .filter(update -> update < end)
                        .findFirst());
    }

    private void goOn(String setting, double value) {
        long from = good();
        run.trainer()
                .ifPresent(trainer -> branch(from, trainer.experiment().changedAt(from, setting, value), this::play));
    }

    private void play() {
        run.trainer().ifPresent(Trainer::play);
    }

    /** The value of a schedule of the optimiser at the next update, where it has such a schedule. */
    private Optional<Double> now(String setting) {
        return at(news.updateProperty().get(), setting);
    }

    private Optional<Double> at(long update, String setting) {
        return run.trainer().flatMap(trainer -> {
            OptimiserSettings optimiser = trainer.experiment().optimiser();
            return Schema.of(optimiser).fields().stream()
                    .filter(field -> field.name().equals(setting) && field.type() == Schedule.class)
                    .findFirst()
                    .map(field -> ((Schedule) field.of(optimiser)).at(update));
        });
    }
}
