package unroll.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import unroll.app.compare.RaceModel;
import unroll.app.runs.RunsController;
import unroll.app.runs.RunsModel;
import unroll.app.runs.RunsView;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.RunNews;
import unroll.app.training.TrainingController;

/** The parts of the screen of all runs, wired to each other and to the screens that have runs open. */
final class RunsDesk implements Desk {
    private final RunsModel model = new RunsModel();
    private final Executor window;
    private final BooleanExpression shown;
    private final RunsController controller;
    private @Nullable RunsView view;

    /**
     * Who has runs open.
     *
     * @param opening opens them, and knows who else writes in their folders
     */
    record Neighbours(RunNews training, TrainingController controller, RaceModel race, Opening opening) {}

    RunsDesk(Services ground, ShellModel shell, Neighbours neighbours, Consumer<String> complain) {
        window = ground.window();
        shown = shell.screenProperty().isEqualTo(Screen.RUNS);
        controller = new RunsController(
                model,
                new RunsController.Surroundings(
                        ground.window(),
                        ground.work(),
                        ground.clock(),
                        ground.now(),
                        ground.runs(),
                        complain,
                        others(neighbours)));
    }

    private static RunsController.Others others(Neighbours neighbours) {
        return new RunsController.Others() {
            @Override
            public boolean trains(Path run) {
                RunNews training = neighbours.training();
                boolean open = run.toString().equals(training.folderProperty().get());
                return open && training.runningProperty().get()
                        || neighbours.race().runningProperty().get()
                                && neighbours.opening().refusal(run).isPresent();
            }

            @Override
            public Optional<String> refusal(Path run) {
                return neighbours.opening().refusal(run);
            }

            @Override
            public void letGo(Path run, Runnable then) {
                neighbours.controller().letGo(run::equals, then);
            }

            @Override
            public void open(Path run) {
                neighbours.opening().goOn(run);
            }
        };
    }

    RunsModel model() {
        return model;
    }

    RunsController controller() {
        return controller;
    }

    /** Whether its screen is the one in front. */
    BooleanExpression shown() {
        return shown;
    }

    @Override
    public Screen screen() {
        return Screen.RUNS;
    }

    @Override
    public Parent make() {
        RunsView made = new RunsView(model, controller);
        view = made;
        return made;
    }

    @Override
    public void look(boolean seen) {
        controller.look(seen);
        if (seen) {
            window.execute(() -> with(RunsView::takeKeys)); // once the screen lies in the window
        }
    }

    /** Does something on the screen, if it is in front. */
    void with(Consumer<RunsView> action) {
        if (view != null && shown.get()) {
            action.accept(view);
        }
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
