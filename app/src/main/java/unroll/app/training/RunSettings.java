package unroll.app.training;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import unroll.app.control.Numbers;
import unroll.app.edit.History;
import unroll.app.fx.AsyncAnswer;
import unroll.app.kept.EditLog;
import unroll.app.sheet.SettingEdit;
import unroll.app.training.TrainingController.Surroundings;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.Seeds;
import unroll.engine.model.Layout;
import unroll.engine.model.Plan;
import unroll.engine.problem.Problem;
import unroll.engine.run.Trainer;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/** Has the open run follow the settings that are edited: at once where it can go on with them, otherwise by beginning anew. */
final class RunSettings {
    private static final String WAITING =
            "The changed settings take effect after a reset or in a branch; until then the run"
                    + " goes on as it began.";

    private static final String ANOTHER =
            "The changed settings are of a network of another shape and take effect after a reset; until then the run"
                    + " goes on as it began.";

    private final RunNews news;
    private final OpenRun run;
    private final History<Experiment> history;
    private final Surroundings around;
    private final AsyncSpectra spectra;
    private final AsyncAnswer<Change, Boolean> shapes;

    /** Settings that wait, beside those of the run. */
    private record Change(Experiment used, Experiment wanted) {
        /** Whether both have the same parameters; opens tasks. */
        boolean fits() {
            try {
                return used.model().equals(wanted.model()) && used.task().equals(wanted.task())
                        || parts(used).equals(parts(wanted));
            } catch (RuntimeException refused) {
                return false; // whoever resets is told why there is no such network
            }
        }

        private static List<Layout.Slot> parts(Experiment experiment) {
            return Problem.of(experiment.task().open(), experiment.model())
                    .layout()
                    .parts();
        }
    }

    RunSettings(RunNews news, OpenRun run, History<Experiment> history, Surroundings around) {
        this.news = news;
        this.run = run;
        this.history = history;
        this.around = around;
        spectra = new AsyncSpectra(news::imply, around.work(), around.window());
        shapes = new AsyncAnswer<>(around.work(), Change::fits, around.window(), this::pend);
        history.valueProperty().subscribe((before, after) -> follow());
        history.openProperty().subscribe((before, after) -> follow()); // a slider that is held begins no run
    }

    /** The settings that are shown, with what waits for a reset. */
    Experiment shown() {
        return history.valueProperty().get();
    }

    /** Forgets the edits, for another experiment is shown. */
    void restart(Experiment experiment) {
        history.restart(experiment);
    }

    /** Goes on with edits that were made before. */
    void resume(EditLog left) {
        history.resume(left.edits(), left.done());
    }

    /** Takes an edit; a schedule that is changed while the run goes on changes from now on. */
    void edit(SettingEdit<Experiment> edit) {
        long update = news.updateProperty().get();
        Experiment after = edit.after().calledAfterItsTask(shown());
        Experiment used = run.trainer().map(Trainer::experiment).orElse(after);
        history.apply(
                edit.name(), used.differsOnlyLive(after) ? LiveChange.from(update, used, after) : after, edit.held());
    }

    /** Begins anew with the settings that are shown; the run so far stays in its folder. */
    void reset() {
        Experiment experiment = shown();
        if (experiment.model().faults().isEmpty()) {
            run.trainer().ifPresent(before -> {
                Optional<LeftBehind> left = left(before);
                run.open(experiment, same -> news.leave(left));
            });
        }
    }

    /** The run of which something would be missed; of one that is not begun, what it has left itself. */
    private Optional<LeftBehind> left(Trainer before) {
        long update = news.updateProperty().get();
        return update > 0
                ? Optional.of(new LeftBehind(before.folder(), update))
                : news.leftBehindProperty().get();
    }

    /** Goes back to the run that a reset has left. */
    void back() {
        news.leftBehindProperty().get().ifPresent(left -> run.open(left.folder(), this::restart, () -> {}));
    }

    /** How many updates more are offered where all are made: as many again. */
    long more() {
        return news.updatesProperty().get();
    }

    /** Makes so many updates more than have been made. */
    void trainMore() {
        run.with(trainer -> {
            long updates = news.updateProperty().get() + more();
            edit(new SettingEdit<>(
                    Numbers.whole(more()) + " updates more",
                    SettingsJson.with(shown(), "training.updates", Long.toString(updates))));
            trainer.play();
        });
    }

    /** Begins anew with other seeds. */
    void reseed() {
        if (run.trainer().isPresent()) {
            LongSupplier fresh = around.freshSeed();
            Seeds seeds = new Seeds(fresh.getAsLong(), fresh.getAsLong(), fresh.getAsLong());
            Experiment now = shown();
            boolean begun = news.updateProperty().get() > 0;
            history.apply(
                    "Seeds " + words(now.seeds()) + " \u2192 " + words(seeds),
                    Schema.of(Experiment.class).with(now, "seeds", seeds));
            if (begun) {
                reset();
            }
        }
    }

    private static String words(Seeds seeds) {
        return seeds.data() + " \u00b7 " + seeds.initialisation() + " \u00b7 " + seeds.sampling();
    }

    /** Has the run that is open go on with the settings that are shown, as far as it can. */
    void follow() {
        run.with(trainer -> {
            Experiment used = trainer.experiment();
            Experiment wanted = shown();
            spectra.look(wanted);
            List<Plan.Fault> faults = wanted.model().faults();
            boolean live = used.differsOnlyLive(wanted);
            long update = news.updateProperty().get();
            if (!faults.isEmpty()) {
                news.pend(
                        "There can be no such network yet, so the run stays as it is. "
                                + faults.getFirst().reason(),
                        false);
                return;
            }
            if (live || update == 0) {
                news.pend("", true);
            } else {
                shapes.ask(new Change(used, wanted));
            }
            if (live && !used.equals(wanted)) {
                trainer.change(LiveChange.from(update, used, wanted));
            } else if (!live && update == 0 && !history.openProperty().get()) {
                reset();
            }
        });
    }

    private void pend(Change change, boolean fits) {
        run.with(trainer -> {
            if (change.equals(new Change(trainer.experiment(), shown()))) { // nobody went on meanwhile
                news.pend(fits ? WAITING : ANOTHER, fits);
            }
        });
    }
}
