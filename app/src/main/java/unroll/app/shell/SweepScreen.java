package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.shift;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.control.Status;
import unroll.app.export.Caption;
import unroll.app.sweep.SweepController;
import unroll.app.sweep.SweepModel;
import unroll.app.sweep.SweepTransport;
import unroll.app.sweep.SweepView;
import unroll.engine.record.RunFolder;

/** The sweep screen, wired to the training screen, where one of its runs can be opened. */
final class SweepScreen extends Screen<SweepView> {
    static final String ID = "sweep";

    private final SweepModel model;
    private final SweepController controller;
    private final BarContent barContent;

    SweepScreen(Services services, ShellModel shell, TrainingScreen training) {
        this(services, shell, training, new SweepModel());
    }

    private SweepScreen(Services services, ShellModel shell, TrainingScreen training, SweepModel model) {
        super(ID, shell, model.openProperty());
        this.model = model;
        controller = new SweepController(
                model,
                new SweepController.Surroundings(
                        services.window(),
                        services.work(),
                        shell.background(),
                        services.clock(),
                        shell::complain,
                        new SweepController.RunOpener() {
                            @Override
                            public void open(RunFolder run) {
                                training.open(run);
                            }

                            @Override
                            public void letGo(Predicate<Path> folder, Runnable then) {
                                training.controller().letGo(folder, then);
                            }
                        }));
        barContent = new BarContent(
                model.nameProperty(),
                model.folderProperty(),
                new SweepTransport(model, controller::startOrStop),
                Optional.empty());
    }

    SweepModel model() {
        return model;
    }

    @Override
    SweepController controller() {
        return controller;
    }

    @Override
    NavigationItem item() {
        return new NavigationItem(
                "Sweep",
                "sweep",
                "The sweep that is open",
                "Sweep",
                ctrl(KeyCode.DIGIT3),
                model.openProperty(),
                "Open a sweep first: some stand at the end of the gallery.");
    }

    @Override
    Optional<ObservableValue<String>> title() {
        return Optional.of(model.nameProperty());
    }

    @Override
    Optional<ObservableValue<Status>> status() {
        return Optional.of(Bindings.createObjectBinding(
                () -> Status.of(
                        model.standingProperty().get(), model.leftProperty().get()),
                model.standingProperty(),
                model.leftProperty()));
    }

    @Override
    ObservableValue<String> trouble() {
        return model.troubleProperty();
    }

    @Override
    Optional<BarContent> barContent() {
        return Optional.of(barContent);
    }

    @Override
    Caption caption(Card card) {
        return new Caption(model.nameProperty().get(), "", List.of());
    }

    @Override
    void addTo(Commands commands, Sheets sheets) {
        var resting = model.workingProperty().not().and(model.changingProperty().not());
        var ready = model.changingProperty()
                .not()
                .and(model.workingProperty().or(model.completeProperty().not()));
        commands.on(ID, "Sweep")
                .add("sweep.play", "Start or stop the sweep", ready, controller::startOrStop, key(KeyCode.SPACE))
                .add("sweep.open", "Open the chosen run", this::openChosen, key(KeyCode.ENTER))
                .flip("sweep.group", "Group the runs over seeds", model.groupedProperty(), key(KeyCode.G))
                .add(
                        "sweep.nextPicture",
                        "Next picture of the sweep",
                        () -> controller.movePicture(1),
                        key(KeyCode.PERIOD))
                .add(
                        "sweep.previousPicture",
                        "Picture of the sweep before",
                        () -> controller.movePicture(-1),
                        key(KeyCode.COMMA))
                .add(
                        "sweep.moreJobs",
                        "One more run side by side",
                        resting,
                        () -> controller.changeJobs(1),
                        key(KeyCode.J))
                .add(
                        "sweep.fewerJobs",
                        "One run fewer side by side",
                        resting,
                        () -> controller.changeJobs(-1),
                        shift(KeyCode.J));
    }

    private void openChosen() {
        with(layout -> layout.openChosen(controller::openRun));
    }

    @Override
    Set<String> guests() {
        return RunCommands.ANYWHERE;
    }

    @Override
    SweepView make() {
        return new SweepView(model, new SweepView.Actions(controller::openRun, controller::movePicture));
    }
}
