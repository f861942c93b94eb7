package unroll.app.shell;

import java.util.Optional;
import javafx.scene.Parent;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.valley.ValleyController;
import unroll.app.valley.ValleyModel;
import unroll.app.valley.ValleyView;

/** The parts of the screen of momentum in a valley, wired to each other. */
final class ValleyDesk implements Desk {
    private final ValleyModel model = new ValleyModel();
    private final ValleyController controller = new ValleyController(model);
    private Optional<ValleyView> view = Optional.empty();

    ValleyModel model() {
        return model;
    }

    ValleyController controller() {
        return controller;
    }

    @Override
    public Screen screen() {
        return Screen.VALLEY;
    }

    @Override
    public Parent make() {
        ValleyView made = new ValleyView(model, controller);
        view = Optional.of(made);
        return made;
    }

    @Override
    public void look(boolean seen) {
        controller.look(seen);
    }

    @Override
    public boolean restore() {
        return view.map(ValleyView::restore).orElse(false);
    }
}
