package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.control.Status;
import unroll.app.export.Caption;
import unroll.app.runs.RunsController;
import unroll.app.runs.RunsModel;
import unroll.app.runs.RunsView;
import unroll.app.training.RunNews;

/** The screen of all runs, wired to the screens that have runs open. */
final class RunsScreen extends Screen<RunsView> {
    static final String ID = "runs";

    private final RunsModel model = new RunsModel();
    private final RunsController controller;

    /** @param opening opens runs, and knows who else writes in their folders */
    RunsScreen(Services services, ShellModel shell, TrainingScreen training, RaceScreen race, Opening opening) {
        super(ID, shell, always());
        controller = new RunsController(
                model,
                new RunsController.Surroundings(
                        services.window(),
                        services.work(),
                        shell.background(),
                        services.clock(),
                        services.now(),
                        services.runs(),
                        shell::complain,
                        others(training, race, opening)));
    }

    private static RunsController.OtherScreens others(TrainingScreen training, RaceScreen race, Opening opening) {
        return new RunsController.OtherScreens() {
            @Override
            public boolean trains(Path run) {
                RunNews one = training.news();
                boolean open = run.toString().equals(one.folderProperty().get());
                return open && one.runningProperty().get()
                        || race.model().runningProperty().get()
                                && opening.refusal(run).isPresent();
            }

            @Override
            public Optional<String> refusal(Path run) {
                return opening.refusal(run);
            }

            @Override
            public void letGo(Path run, Runnable then) {
                training.controller().letGo(run::equals, then);
            }

            @Override
            public void open(Path run) {
                opening.goOn(run);
            }
        };
    }

    RunsModel model() {
        return model;
    }

    @Override
    RunsController controller() {
        return controller;
    }

    @Override
    NavigationItem item() {
        return new NavigationItem("Runs", "runs", "All runs: compare, note, delete", "Runs", ctrl(KeyCode.DIGIT6));
    }

    @Override
    Optional<ObservableValue<Status>> status() {
        return Optional.of(model.standingProperty().map(words -> Status.of(words, "")));
    }

    @Override
    Caption caption(Card card) {
        return new Caption("Runs", "", List.of());
    }

    @Override
    void addTo(Commands commands, Sheets sheets) {
        RunsCommands.add(commands.on(ID, "Runs"), this, sheets);
    }

    @Override
    RunsView make() {
        return new RunsView(model, controller);
    }
}
