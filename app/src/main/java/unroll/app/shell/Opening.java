package unroll.app.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.Window;
import unroll.app.control.RunItem;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.TrainingController;
import unroll.app.training.TrainingModel;
import unroll.engine.run.Experiment;
import unroll.engine.run.RunFolder;

/** Opens what a person picked, dropped or clicked, and shows it on the training screen. */
final class Opening {
    private final Ground ground;
    private final ShellModel shell;
    private final TrainingModel training;
    private final TrainingController controller;
    private final Consumer<String> complain;

    Opening(
            Ground ground,
            ShellModel shell,
            TrainingModel training,
            TrainingController controller,
            Consumer<String> complain) {
        this.ground = ground;
        this.shell = shell;
        this.training = training;
        this.controller = controller;
        this.complain = complain;
    }

    /** Opens whatever {@code path} is. */
    void open(Path path) {
        ground.work().execute(() -> {
            Opener.Found found = Opener.open(path);
            ground.window().execute(() -> {
                switch (found) {
                    case Opener.Found.NewRun run -> begin(run.experiment());
                    case Opener.Found.OldRun run -> goOn(run.folder());
                    case Opener.Found.Nothing nothing -> complain.accept(nothing.sentence());
                }
            });
        });
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
        if (run.id().equals(training.folderProperty().get())) {
            show();
        } else {
            open(Path.of(run.id()));
        }
    }

    private void goOn(RunFolder folder) {
        controller.open(folder);
        show();
    }

    private void show() {
        shell.screenProperty().set(Screen.TRAIN);
    }
}
