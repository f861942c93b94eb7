package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.chart.ValleyData;
import unroll.app.chart.ValleyPlot;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.control.Status;
import unroll.app.export.Caption;
import unroll.app.gallery.GalleryCard;
import unroll.app.gallery.Shelf;
import unroll.app.valley.ValleyCard;
import unroll.app.valley.ValleyController;
import unroll.app.valley.ValleyModel;
import unroll.app.valley.ValleyView;

/** The screen of momentum in a valley. */
final class ValleyScreen extends Screen<ValleyView> {
    static final String ID = "valley";

    private static final String TITLE = "Momentum in a valley";

    private final ValleyModel model = new ValleyModel();
    private final ValleyController controller = new ValleyController(model);

    ValleyScreen(Services services, ShellModel shell) {
        super(ID, shell, always());
    }

    ValleyModel model() {
        return model;
    }

    @Override
    ValleyController controller() {
        return controller;
    }

    @Override
    NavigationItem item() {
        return new NavigationItem(
                "Momentum",
                "valley",
                "Gradient descent, momentum and Nesterov in a valley",
                TITLE,
                ctrl(KeyCode.DIGIT4));
    }

    @Override
    Optional<ObservableValue<Status>> status() {
        return Optional.of(Bindings.createObjectBinding(
                () -> Status.of(
                        model.shownProperty().get() + " of "
                                + model.setupProperty().get().updates() + " updates",
                        ""),
                model.shownProperty(),
                model.setupProperty()));
    }

    @Override
    Caption caption(Card card) {
        return new Caption(TITLE, "", model.setupProperty().get().facts());
    }

    @Override
    Optional<Supplier<GalleryCard>> card() {
        return Optional.of(() -> {
            ValleyData trails = ValleyCard.trails();
            return new GalleryCard(
                    Shelf.EXAMPLES,
                    this::enter,
                    TITLE,
                    "Gradient descent, momentum and Nesterov\u2019s gradient from the same start. Drag it, and bend the"
                            + " valley.",
                    "opens at once",
                    () -> ValleyPlot.still(trails));
        });
    }

    @Override
    void addTo(Commands commands, Sheets sheets) {
        ValleyCommands.add(commands.on(ID, TITLE), model, controller, sheets);
    }

    @Override
    ValleyView make() {
        return new ValleyView(model, controller);
    }
}
