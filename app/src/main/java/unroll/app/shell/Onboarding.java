package unroll.app.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import unroll.app.edit.History;
import unroll.app.gallery.GalleryCard;
import unroll.app.gallery.GalleryModel;
import unroll.app.look.Theme;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.tour.Tour;
import unroll.app.tour.TourView;
import unroll.engine.experiment.Experiment;

/** How the workbench meets people: what it remembers of them, and what it shows them by itself. */
final class Onboarding {
    private final Workbench bench;
    private final WindowPreferences habits;
    private final Presenter presenter;
    private final RecentDesk recent;
    private final Tour tour;
    private final ProjectDesk project;
    private final SwapDesk swap;

    Onboarding(
            Workbench bench,
            Services ground,
            Stage stage,
            Theme theme,
            GalleryModel gallery,
            History<Experiment> history,
            Consumer<String> complain) {
        this.bench = bench;
        habits = new WindowPreferences(ground, theme, complain);
        presenter = new Presenter(stage, theme);
        recent = new RecentDesk(ground, gallery.recentProperty(), complain);
        tour = FirstTour.of(bench, habits::tourSeen);
        project = new ProjectDesk(ground, bench, complain);
        swap = new SwapDesk(ground, bench.training(), history, bench::open, complain);
        gallery.cardsProperty().subscribe(this::welcome);
        swap.begin();
    }

    /** Shows a newcomer around who did not begin by opening something. */
    private void welcome(List<GalleryCard> cards) {
        if (!cards.isEmpty()
                && !habits.toured()
                && bench.shell().screenProperty().get() == Screen.GALLERY) {
            tour.begin();
        }
    }

    Presenter presenter() {
        return presenter;
    }

    RecentDesk recent() {
        return recent;
    }

    Tour tour() {
        return tour;
    }

    ProjectDesk project() {
        return project;
    }

    SwapDesk swap() {
        return swap;
    }

    /** What is said above the screens: of a crash, of a project. */
    Node news() {
        return new VBox(swap.banner(), project.banner());
    }

    /** What lies over the screens: the tour. */
    Node guide() {
        return new TourView(tour);
    }

    /** Puts away what it shows by itself; false if that is nothing. */
    boolean putAway() {
        return project.putAway() || tour.skip();
    }

    /** Waits until all is written. */
    void close() {
        habits.close();
        recent.close();
        swap.close();
    }
}
