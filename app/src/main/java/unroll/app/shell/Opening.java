package unroll.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import unroll.app.compare.RaceController;
import unroll.app.gallery.RunItem;
import unroll.app.sheet.SettingEdit;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.sweep.SweepAtHand;
import unroll.app.sweep.SweepController;
import unroll.app.training.Cardless;
import unroll.app.training.RunNews;
import unroll.app.training.TrainingController;
import unroll.engine.experiment.CostEstimate;
import unroll.engine.experiment.Experiment;
import unroll.engine.init.GivenWeights;
import unroll.engine.record.Failures;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.Schema;
import unroll.engine.sweep.Sweep;

/** Opens what a person picked, dropped or clicked, and shows it on the training screen. */
final class Opening {
    private final Services ground;
    private final ShellModel shell;
    private final RunNews training;
    private final TrainingController controller;
    private final SweepController sweeps;
    private final RaceController race;
    private final Opener opener;
    private final Consumer<String> complain;
    private final Consumer<Path> opened;
    private final Consumer<Opener.Found.Project> projects;

    /** Who else writes in the folders of runs. */
    record Others(SweepController sweeps, RaceController race) {}

    /**
     * @param opened hears, on the window's thread, what could be opened
     * @param projects shows what came out of a project
     */
    Opening(
            Services ground,
            ShellModel shell,
            RunNews training,
            TrainingController controller,
            Others others,
            Consumer<Path> opened,
            Consumer<Opener.Found.Project> projects,
            Consumer<String> complain) {
        this.ground = ground;
        this.shell = shell;
        this.training = training;
        this.controller = controller;
        sweeps = others.sweeps();
        race = others.race();
        opener = new Opener(ground.runs(), ground.sweeps());
        this.opened = opened;
        this.projects = projects;
        this.complain = complain;
        training.openingProperty().subscribe(opening -> {
            if (!opening
                    && !training.openProperty().get()
                    && shell.screenProperty().get() == Screen.TRAIN) {
                shell.screenProperty().set(Screen.GALLERY); // what was to be trained could not be opened
            }
        });
    }

    /** Opens whatever {@code path} is. */
    void open(Path path) {
        show(() -> opener.open(path), () -> opened.accept(path));
    }

    /** Opens a sweep that comes with the program. */
    void open(Sweep sweep) {
        show(() -> opener.open(sweep), () -> {});
    }

    /** @param done follows where something was found */
    private void show(Supplier<Opener.Found> look, Runnable done) {
        ground.work().execute(() -> {
            Opener.Found found = usable(look.get());
            ground.window().execute(() -> {
                switch (found) {
                    case Opener.Found.NewRun run -> begin(run.experiment());
                    case Opener.Found.OldRun run -> goOn(run.folder());
                    case Opener.Found.ManyRuns many -> show(many.sweep());
                    case Opener.Found.Project project -> projects.accept(project);
                    case Opener.Found.FirstWeights weights -> beginWith(weights.file(), done);
                    case Opener.Found.Nothing nothing -> complain.accept(nothing.sentence());
                }
                boolean opened = !(found instanceof Opener.Found.Nothing || found instanceof Opener.Found.FirstWeights);
                if (opened) {
                    done.run();
                }
            });
        });
    }

    private Opener.Found usable(Opener.Found found) {
        return found instanceof Opener.Found.NewRun(Experiment experiment)
                ? new Opener.Found.NewRun(Cardless.usable(
                        experiment, sentence -> ground.window().execute(() -> complain.accept(sentence))))
                : found;
    }

    /** Has the network that is open begin with these weights, where they are of such a network. */
    private void beginWith(Path file, Runnable done) {
        Optional<Experiment> open = controller.settings();
        if (open.isEmpty()) {
            complain.accept(file + ": holds weights; open or design the network first that they belong to, then drop"
                    + " them again.");
            return;
        }
        Experiment now = open.get();
        Experiment after = Schema.of(Experiment.class)
                .with(
                        now,
                        "initialisation",
                        new GivenWeights(file.toAbsolutePath().toString()));
        ground.work().execute(() -> {
            try {
                CostEstimate.of(after);
                ground.window().execute(() -> {
                    if (!open.equals(controller.settings())) { // somebody went on meanwhile
                        beginWith(file, done);
                        return;
                    }
                    controller.edit(new SettingEdit<>("Weights of " + file.getFileName(), after));
                    done.run();
                    show();
                });
            } catch (RuntimeException e) {
                ground.window().execute(() -> complain.accept(Failures.sentence(e)));
            }
        });
    }

    private void show(SweepAtHand sweep) {
        sweeps.open(sweep);
        shell.screenProperty().set(Screen.SWEEP);
    }

    /** Asks for a file. */
    void chooseFile(Window owner) {
        ground.picker().file(owner).ifPresent(this::open);
    }

    /** Asks for a folder. */
    void chooseFolder(Window owner) {
        ground.picker().folder(owner).ifPresent(this::open);
    }

    /** Opens a new run. */
    void begin(Experiment experiment) {
        controller.open(experiment);
        show();
    }

    /** Goes on with a run of the list, which may be the one that is open. */
    void goOn(RunItem run) {
        goOn(Path.of(run.id()));
    }

    /** The same for a run in a folder. */
    void goOn(Path run) {
        if (run.toString().equals(training.folderProperty().get())) {
            show();
        } else {
            open(run);
        }
    }

    /** Why a run may not be taken now: a sweep or a race writes in its folder. */
    Optional<String> refusal(Path run) {
        return sweeps.refusal(run).or(() -> race.refusal(run));
    }

    /** Goes on with a run, unless somebody else writes in its folder. */
    private void goOn(RunFolder folder) {
        Optional<String> refusal = refusal(folder.path());
        if (refusal.isPresent()) {
            complain.accept(refusal.get());
        } else {
            showRun(folder);
        }
    }

    /** Shows a run that may be opened; the one that is open stays as it is. */
    void showRun(RunFolder folder) {
        if (!folder.path().toString().equals(training.folderProperty().get())) {
            controller.open(folder);
        }
        show();
    }

    private void show() {
        shell.screenProperty().set(Screen.TRAIN);
    }
}
