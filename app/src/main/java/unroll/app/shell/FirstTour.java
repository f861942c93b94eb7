package unroll.app.shell;

import java.util.List;
import unroll.app.address.NodeAddress;
import unroll.app.address.NodeFinder;
import unroll.app.tour.Tour;
import unroll.app.tour.TourView;
import unroll.app.view.hidden.LiveHidden;
import unroll.app.view.loss.LiveLoss;
import unroll.app.view.sequence.LiveSequence;
import unroll.engine.experiment.Examples;

/** The tour for those who open the workbench for the first time, on an experiment of theirs or on the first of the gallery. */
final class FirstTour {
    private final ShellModel shell;
    private final TrainingScreen training;
    private final Tour tour;

    /** The tour, which begins by itself where nobody saw it, as soon as the gallery has a card to point at. */
    FirstTour(ShellModel shell, ScreenList screens, WindowPreferences preferences) {
        this.shell = shell;
        training = screens.training();
        tour = new Tour(steps(), preferences::tourSeen);
        shell.frontProperty().subscribe(now -> {
            if (tour.atProperty().get() == 0 && now.equals(TrainingScreen.ID)) {
                tour.next(); // what the first step asks for was done
            }
        });
        screens.gallery().model().cardsProperty().subscribe(cards -> {
            boolean idle = shell.frontProperty().get().equals(GalleryScreen.ID);
            if (!cards.isEmpty() && !preferences.toured() && idle) {
                tour.begin();
            }
        });
    }

    Tour tour() {
        return tour;
    }

    /** The view of the tour, which points at nodes that {@code nodes} finds. */
    TourView view(NodeFinder nodes) {
        return new TourView(tour, nodes);
    }

    private List<Tour.Step> steps() {
        return List.of(
                new Tour.Step(
                        "Open an experiment",
                        "Every card is a network with a task of its own, ready to train. A click opens it; nothing is"
                                + " written until you train.",
                        () -> shell.show(GalleryScreen.ID),
                        NodeAddress.card(Examples.first().name())),
                new Tour.Step(
                        "Let it learn",
                        "Press `Space`: it trains, and pauses when you press it again. `Enter` makes one step. A run"
                                + " saves itself and goes on where you left it.",
                        this::showRun,
                        NodeAddress.command("run.play"),
                        training.news().updateProperty().greaterThan(0)),
                new Tour.Step(
                                "See how wrong it still is",
                                "The loss falls while the network learns. Dashed lines are what it has to beat, such as"
                                        + " repeating the last frame.",
                                () -> showView(LiveLoss.NAME),
                                NodeAddress.view(LiveLoss.NAME))
                        .beside(NodeAddress.view(LiveSequence.NAME)),
                new Tour.Step(
                                "Look inside",
                                "Hidden states: a row is a unit, a column a time step. Drag across, or press `.` and"
                                        + " `,` and every view shows the same moment.",
                                () -> showView(LiveHidden.NAME),
                                NodeAddress.view(LiveHidden.NAME))
                        .beside(NodeAddress.view(LiveSequence.NAME)),
                new Tour.Step(
                        "Everything else",
                        "`Ctrl+L` lists all that can be done: type a word of it. `?` shows the keys, and `Ctrl+Z`"
                                + " takes back any setting.",
                        this::showRun,
                        NodeAddress.command("window.commands")));
    }

    /** Shows the run that is open, or opens the first example. */
    private void showRun() {
        training.openSomething();
        training.enter();
    }

    private void showView(String name) {
        showRun();
        training.show(name);
    }
}
