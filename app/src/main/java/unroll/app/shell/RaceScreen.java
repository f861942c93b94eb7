package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.compare.RaceController;
import unroll.app.compare.RaceModel;
import unroll.app.compare.RaceView;
import unroll.app.control.Card;
import unroll.app.control.Status;
import unroll.app.control.Stride;
import unroll.app.control.Transport;
import unroll.app.export.Caption;

/** The race screen, wired to the experiment that is open, of which it begins a race. */
final class RaceScreen extends Screen<RaceView> {
    static final String ID = "race";

    private final ShellModel shell;
    private final TrainingScreen training;
    private final RaceModel model;
    private final RaceController controller;
    private final Transport transport;
    private final BarContent barContent;

    RaceScreen(Services services, ShellModel shell, TrainingScreen training) {
        this(services, shell, training, new RaceModel());
    }

    private RaceScreen(Services services, ShellModel shell, TrainingScreen training, RaceModel model) {
        super(ID, shell, model.openProperty());
        this.shell = shell;
        this.training = training;
        this.model = model;
        controller = new RaceController(
                model,
                new RaceController.Surroundings(
                        services.window(),
                        services.work(),
                        services.clock(),
                        services.freshSeed(),
                        services.runs(),
                        shell::complain));
        transport = new Transport(
                ID,
                new Transport.Actions(controller::reset, controller::reseed, this::step, controller::playOrPause),
                Stride.training());
        transport.runningProperty().bind(model.runningProperty());
        transport.overProperty().bind(model.overProperty());
        barContent = new BarContent(model.nameProperty(), model.folderProperty(), transport, Optional.empty());
    }

    RaceModel model() {
        return model;
    }

    @Override
    RaceController controller() {
        return controller;
    }

    @Override
    NavigationItem item() {
        return new NavigationItem(
                "Race",
                "race",
                "The same experiment with several optimisers",
                "Race",
                ctrl(KeyCode.DIGIT5),
                training.news().openProperty().or(model.openProperty()),
                "Open an experiment first: a race is between optimisers on what is open.");
    }

    /** Every lane stands in the table: the status line shows none of them. */
    @Override
    Optional<ObservableValue<Status>> status() {
        return Optional.of(new SimpleObjectProperty<>(Status.NONE));
    }

    @Override
    Optional<BarContent> barContent() {
        return Optional.of(barContent);
    }

    @Override
    Caption caption(Card card) {
        return new Caption(model.nameProperty().get(), "", List.of(Exports.words(controller.seeds())));
    }

    @Override
    void addTo(Commands commands, Sheets sheets) {
        commands.everywhere("Race")
                .add(
                        "race.begin",
                        "Race this experiment's optimiser against others",
                        training.news().openProperty(),
                        this::begin);
        RaceCommands.add(commands.on(ID, "Race"), this, sheets);
    }

    /** Makes a step as it is chosen. */
    void step() {
        controller.step(transport.strideProperty().get().updates());
    }

    /** Shows the race, or begins one of the experiment that is open. */
    @Override
    void enter() {
        if (model.openProperty().get()) {
            super.enter();
        } else {
            begin();
        }
    }

    /** Begins a race of the experiment that is open; its own run rests. */
    private void begin() {
        if (training.news().runningProperty().get()) {
            training.controller().playOrPause();
            shell.background().tell("The run rests while its race has the processor; Play lets it go on in Train.");
        }
        controller.enter(training.history().valueProperty().get());
        super.enter();
    }

    /** Ends the race and shows what there is besides. */
    void leave() {
        controller.leave();
        shell.show(GalleryScreen.ID);
    }

    @Override
    RaceView make() {
        return new RaceView(model, controller);
    }
}
