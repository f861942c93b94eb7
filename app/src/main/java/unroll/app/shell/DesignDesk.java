package unroll.app.shell;

import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import unroll.app.design.DesignController;
import unroll.app.design.DesignModel;
import unroll.app.design.DesignView;
import unroll.app.edit.History;
import unroll.app.sheet.PropertySheet;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.RunNews;
import unroll.app.training.TrainingController;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;

/** The parts of the design screen, wired to the experiment that is open. */
final class DesignDesk implements Desk {
    /** Settings of an experiment that make its network. */
    private static final Set<String> SECTIONS = Set.of("model", "initialisation", "gates", "seeds");

    private final DesignModel model = new DesignModel();
    private final DesignController controller;
    private final BooleanExpression shown;
    private final ShellModel shell;
    private final RunNews training;
    private final TrainingController trainer;
    private final History<Experiment> history;
    private final Services ground;
    private @Nullable DesignView view;

    DesignDesk(
            Services ground,
            ShellModel shell,
            RunNews training,
            TrainingController trainer,
            History<Experiment> history) {
        this.ground = ground;
        this.shell = shell;
        this.training = training;
        this.trainer = trainer;
        this.history = history;
        controller = new DesignController(model, history, trainer::edit, ground.work(), ground.window());
        shown = shell.screenProperty().isEqualTo(Screen.DESIGN);
    }

    DesignModel model() {
        return model;
    }

    DesignController controller() {
        return controller;
    }

    BooleanExpression shown() {
        return shown;
    }

    /** Shows the network of the experiment that is open; where none is, of the first example. */
    void enter() {
        if (!training.openProperty().get()) {
            trainer.open(Examples.first());
        }
        shell.screenProperty().set(Screen.DESIGN);
    }

    @Override
    public Screen screen() {
        return Screen.DESIGN;
    }

    @Override
    public Parent make() {
        PropertySheet<Experiment> sheet =
                new PropertySheet<>(history.valueProperty().get(), trainer::edit, SECTIONS::contains);
        sheet.valueProperty().bind(history.valueProperty());
        sheet.noteProperty("initialisation").bind(training.outlookProperty());
        DesignView made = new DesignView(model, controller, sheet, training.pendingProperty(), trainer::reset);
        view = made;
        return made;
    }

    @Override
    public void look(boolean seen) {
        controller.look(seen);
        if (seen) {
            ground.window().execute(() -> with(DesignView::takeKeys)); // once the screen lies in the window
        }
    }

    /** Does something with the screen, if it is in front. */
    void with(Consumer<DesignView> action) {
        if (view != null && shown.get()) {
            action.accept(view);
        }
    }

    @Override
    public boolean restore() {
        return view != null && view.restore();
    }
}
