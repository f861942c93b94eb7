package unroll.app.shell;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.sweep.SweepController;
import unroll.app.sweep.SweepModel;
import unroll.app.sweep.SweepTransport;
import unroll.app.sweep.SweepView;
import unroll.app.training.TrainingController;
import unroll.engine.record.RunFolder;

/** The parts of the sweep screen, wired to each other and to the training screen. */
final class SweepDesk implements Desk {
    private final SweepModel model = new SweepModel();
    private final BooleanExpression shown;
    private final Executor window;
    private final SweepController controller;
    private final SweepTransport transport;
    private @Nullable SweepView view;

    /** @param show shows a run on the training screen */
    SweepDesk(
            Services ground,
            ShellModel shell,
            TrainingController training,
            Consumer<RunFolder> show,
            Consumer<String> complain) {
        window = ground.window();
        controller = new SweepController(
                model,
                new SweepController.Surroundings(
                        ground.window(), ground.work(), ground.clock(), complain, new SweepController.TrainingScreen() {
                            @Override
                            public void open(RunFolder run) {
                                show.accept(run);
                            }

                            @Override
                            public void letGo(Predicate<Path> folder, Runnable then) {
                                training.letGo(folder, then);
                            }
                        }));
        shown = model.openProperty().and(shell.screenProperty().isEqualTo(Screen.SWEEP));
        transport = new SweepTransport(model, controller::startOrStop);
    }

    SweepModel model() {
        return model;
    }

    SweepController controller() {
        return controller;
    }

    /** Whether a sweep is open and its screen is the one in front. */
    BooleanExpression shown() {
        return shown;
    }

    /** What stands in the bar. */
    Bar.Drive drive() {
        return new Bar.Drive(model.nameProperty(), model.folderProperty(), transport, shown);
    }

    @Override
    public Screen screen() {
        return Screen.SWEEP;
    }

    @Override
    public Parent make() {
        SweepView made = new SweepView(model, new SweepView.Actions(controller::openRun, controller::movePicture));
        view = made;
        return made;
    }

    @Override
    public void look(boolean seen) {
        controller.look(seen && shown.get());
        if (seen) {
            window.execute(this::takeKeys); // once the screen lies in the window
        }
    }

    private void takeKeys() {
        if (view != null && shown.get()) {
            view.takeKeys();
        }
    }

    void openChosen() {
        if (view != null) {
            view.openChosen(controller::openRun);
        }
    }

    void toggleGroups() {
        model.groupedProperty().set(!model.groupedProperty().get());
    }

    @Override
    public boolean restore() {
        return view != null && view.restore();
    }

    @Override
    public void close() {
        controller.close();
    }
}
