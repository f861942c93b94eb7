package unroll.app.shell;

import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import unroll.app.compare.RaceController;
import unroll.app.compare.RaceModel;
import unroll.app.compare.RaceView;
import unroll.app.control.Stride;
import unroll.app.control.Transport;
import unroll.app.shell.ShellModel.Screen;
import unroll.engine.experiment.Experiment;

/** The parts of the race screen, wired to each other. */
final class RaceDesk implements Desk {
    private final ShellModel shell;
    private final RaceModel model = new RaceModel();
    private final RaceController controller;
    private final BooleanExpression shown;
    private final Transport transport;
    private @Nullable RaceView view;

    RaceDesk(Services ground, ShellModel shell, Consumer<String> complain) {
        this.shell = shell;
        controller = new RaceController(
                model,
                new RaceController.Surroundings(
                        ground.window(), ground.work(), ground.clock(), ground.freshSeed(), ground.runs(), complain));
        shown = model.openProperty().and(shell.screenProperty().isEqualTo(Screen.RACE));
        transport = new Transport(
                new Transport.Actions(
                        controller::reset,
                        controller::reseed,
                        () -> controller.step(stride()),
                        controller::playOrPause),
                Stride.training());
        transport.runningProperty().bind(model.runningProperty());
        transport.overProperty().bind(model.overProperty());
    }

    RaceModel model() {
        return model;
    }

    RaceController controller() {
        return controller;
    }

    /** Whether a race is open and its screen is the one in front. */
    BooleanExpression shown() {
        return shown;
    }

    long stride() {
        return transport.strideProperty().get().updates();
    }

    /** What stands in the bar. */
    Bar.Drive drive() {
        return new Bar.Drive(model.nameProperty(), model.folderProperty(), transport, shown);
    }

    @Override
    public Screen screen() {
        return Screen.RACE;
    }

    @Override
    public Parent make() {
        RaceView made = new RaceView(model, controller);
        view = made;
        return made;
    }

    /** Begins a race of an experiment and shows it. */
    void enter(Experiment experiment) {
        controller.enter(experiment);
        shell.screenProperty().set(Screen.RACE);
    }

    /** Ends the race and shows what there is besides. */
    void leave() {
        controller.leave();
        shell.screenProperty().set(Screen.GALLERY);
    }

    @Override
    public void look(boolean seen) {
        controller.look(seen && shown.get());
        if (seen && view != null) {
            view.takeKeys();
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
