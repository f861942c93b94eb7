package unroll.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import unroll.app.dock.Dock;
import unroll.app.dock.View;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.tour.Tour;
import unroll.app.view.hidden.LiveHidden;
import unroll.app.view.loss.LiveLoss;
import unroll.engine.experiment.Examples;

/** The tour for those who open the workbench for the first time, on an experiment of theirs or on the first of the gallery. */
final class FirstTour {
    private final Workbench bench;

    private FirstTour(Workbench bench) {
        this.bench = bench;
    }

    /** @param over is run when it was seen or skipped */
    static Tour of(Workbench bench, Runnable over) {
        Tour tour = new Tour(new FirstTour(bench).steps(), over);
        bench.shell().screenProperty().subscribe(now -> {
            if (tour.atProperty().get() == 0 && now == Screen.TRAIN) {
                tour.next(); // somebody did what the first step says
            }
        });
        return tour;
    }

    private List<Tour.Step> steps() {
        return List.of(
                new Tour.Step(
                        "Open an experiment",
                        "Every card is a network with a task of its own, ready to train. A click opens it; nothing is"
                                + " written until you train.",
                        () -> bench.shell().screenProperty().set(Screen.GALLERY),
                        () -> found(".gallery-card")),
                new Tour.Step(
                        "Let it learn",
                        "Space trains and pauses, Enter makes one step. A run saves itself and goes on where you left"
                                + " it.",
                        this::openRun,
                        () -> found(".play-button")),
                new Tour.Step(
                        "See how wrong it still is",
                        "The loss falls while the network learns. Dashed lines are what it has to beat, such as"
                                + " repeating the last frame.",
                        () -> showView(LiveLoss.NAME),
                        view(LiveLoss.NAME)),
                new Tour.Step(
                        "Look inside",
                        "Hidden states: a row is a unit, a column a time step. Drag across, or press the keys . and ,"
                                + " and every view shows the same moment.",
                        () -> showView(LiveHidden.NAME),
                        view(LiveHidden.NAME)),
                new Tour.Step(
                        "Everything else",
                        "Ctrl+L lists all that can be done: type a word of it. The key ? shows the keys, and Ctrl+Z"
                                + " takes back any setting.",
                        this::openRun,
                        () -> found(".commands-button")));
    }

    private Optional<Node> found(String selector) {
        return bench.stage().getScene().getRoot().lookupAll(selector).stream()
                .filter(FirstTour::isShown)
                .findFirst();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Shows the run that is open, or opens the first example. */
    private void openRun() {
        if (!bench.training().openProperty().get()) {
            bench.trainingController().open(Examples.first());
        }
        bench.shell().screenProperty().set(Screen.TRAIN);
    }

    private void showView(String name) {
        openRun();
        dock().ifPresent(dock -> card(name).ifPresent(view -> dock.show(view)));
    }

    private Optional<Dock> dock() {
        return bench.desk().dock();
    }

    private Optional<View> card(String name) {
        return dock().flatMap(dock ->
                dock.views().stream().filter(view -> view.name().equals(name)).findFirst());
    }

    private Supplier<Optional<Node>> view(String name) {
        return () -> card(name).map(view -> view.card());
    }
}
