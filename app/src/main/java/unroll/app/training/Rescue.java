package unroll.app.training;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import unroll.app.control.Tempo;
import unroll.app.sheet.SettingEdit;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.OptimiserSettings;
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

    private final TrainingModel model;
    private final Supplier<Optional<Trainer>> run;
    private final Consumer<SettingEdit<Experiment>> edit;
    private final Branching branching;

    /** Opens a branch of the run that is open. */
    interface Branching {
        /** @param then done once it is open */
        void branch(long update, Experiment settings, Runnable then);
    }

    Rescue(
            TrainingModel model,
            Supplier<Optional<Trainer>> run,
            Consumer<SettingEdit<Experiment>> edit,
            Branching branching) {
        this.model = model;
        this.run = run;
        this.edit = edit;
        this.branching = branching;
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
        run.get()
                .ifPresent(trainer -> from().ifPresent(from -> {
                    Tempo tempo = Tempo.within(model.updateProperty().get() - from, SECONDS);
                    branching.branch(from, trainer.experiment(), () -> {
                        model.tempoProperty().set(tempo);
                        run.get().ifPresent(Trainer::play);
                    });
                }));
    }

    /** Shortens gradients longer than 1 from now on, and goes on. */
    public void clip() {
        if (canClip()) {
            goOn(CLIPPING, CLIP, "Clip at 1");
        }
    }

    /** Takes a tenth of the learning rate from now on, and goes on. */
    public void slowDown() {
        now(RATE).ifPresent(rate -> goOn(RATE, rate / 10, "A tenth of the learning rate"));
    }

    /** Goes on on the processor from what was saved last, in a branch. */
    public void leaveTheCard() {
        run.get().ifPresent(trainer -> {
            long saved = model.savedUpdateProperty().get();
            if (saved >= 0) {
                branching.branch(
                        saved,
                        trainer.experiment().onProcessor(),
                        () -> run.get().ifPresent(Trainer::play));
            }
        });
    }

    /** The remembered update from which the last ones are seen again. */
    private Optional<Long> from() {
        long end = model.updateProperty().get();
        return model.historyProperty().get().stream()
                .filter(update -> update <= end - BEFORE)
                .reduce((first, second) -> second)
                .or(() -> model.historyProperty().get().stream()
                        .filter(update -> update < end)
                        .findFirst());
    }

    private void goOn(String setting, double value, String name) {
        run.get().ifPresent(trainer -> {
            edit.accept(new SettingEdit<>(
                    name, trainer.experiment().changedAt(model.updateProperty().get(), setting, value)));
            trainer.play();
        });
    }

    /** What a schedule of the optimiser says of the next update, where it has such a one. */
    private Optional<Double> now(String setting) {
        return run.get().flatMap(trainer -> {
            OptimiserSettings optimiser = trainer.experiment().optimiser();
            return Schema.of(optimiser).fields().stream()
                    .filter(field -> field.name().equals(setting) && field.type() == Schedule.class)
                    .findFirst()
                    .map(field -> ((Schedule) field.of(optimiser))
                            .at(model.updateProperty().get()));
        });
    }
}
