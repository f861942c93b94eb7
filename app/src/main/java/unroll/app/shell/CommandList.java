package unroll.app.shell;

import static unroll.app.shell.Commands.ctrl;
import static unroll.app.shell.Commands.ctrlShift;
import static unroll.app.shell.Commands.key;
import static unroll.app.shell.Commands.shift;
import static unroll.app.shell.Commands.typed;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.input.KeyCode;
import unroll.app.command.Command;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.TimeMachine;
import unroll.app.view.Cues;

/** Says what can be done in the workbench, when, and by which keys. */
final class CommandList {
    private static final ReadOnlyProperty<Boolean> ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private final Workbench bench;
    private final BooleanExpression open;
    private final BooleanExpression trains;
    private final BooleanExpression elsewhere;
    private final BooleanExpression sweeps;

    CommandList(Workbench bench) {
        this.bench = bench;
        open = bench.training().openProperty();
        trains = open.and(bench.shell().screenProperty().isEqualTo(Screen.TRAIN));
        elsewhere = bench.shell()
                .screenProperty()
                .isNotEqualTo(Screen.VALLEY)
                .and(bench.shell().screenProperty().isNotEqualTo(Screen.RACE))
                .and(bench.shell().screenProperty().isNotEqualTo(Screen.RUNS));
        sweeps = bench.sweeps().shown();
    }

    List<Command> all() {
        Commands commands = new Commands();
        training(commands.group("Training"));
        views(commands.group("Views"));
        PerturbCommands.add(commands.group("Perturb the network"), bench, trains);
        ViewCommands.add(
                commands.group("Arrange the views"),
                bench.desk().views(),
                bench.desk().arrangement(),
                trains);
        DesignCommands.add(commands.group("Design"), bench, ALWAYS);
        RaceCommands.add(commands.group("Race"), bench);
        ValleyCommands.add(commands.group("Momentum in a valley"), bench);
        sweep(commands.group("Sweep"));
        RunsCommands.add(commands.group("Runs"), bench);
        edit(commands.group("Edit"));
        files(commands.group("Open and save"));
        window(commands.group("Window"));
        return commands.all();
    }

    private void training(Commands commands) {
        var training = bench.trainingController();
        var model = bench.training();
        var idle = trains.and(model.runningProperty().not())
                .and(model.overProperty().not());
        var broken = trains.and(model.divergedProperty());
        commands.add("Play or pause", trains.or(bench.design().shown()), training::playOrPause, key(KeyCode.SPACE))
                .add("Make one update", idle, () -> training.step(1), key(KeyCode.ENTER))
                .add(
                        "Make a step as chosen",
                        trains.and(bench.desk().steps()),
                        bench.desk()::step,
                        shift(KeyCode.ENTER))
                .add("Watch in slow motion how the numbers ended", broken, training.rescue()::watch, key(KeyCode.W))
                .add("Clip the gradient and go on", broken, training.rescue()::clip)
                .add("Lower the learning rate and go on", broken, training.rescue()::slowDown)
                .add("Go on on the processor", trains.and(model.cardLostProperty()), training.rescue()::leaveTheCard)
                .add("Train more slowly", trains, () -> hurry(-1), typed("["))
                .add("Train faster", trains, () -> hurry(1), typed("]"))
                .add("Reset (same seeds)", open.and(elsewhere), training::reset, ctrl(KeyCode.R))
                .add("Reseed (new seeds)", open.and(elsewhere), training::reseed, ctrlShift(KeyCode.R));
    }

    private void views(Commands commands) {
        TimeMachine machine = bench.trainingController().timeMachine();
        Cues cues = bench.desk().cues();
        commands.add("Let the time step run on", trains, cues::playOrRest, key(KeyCode.F))
                .add("Next time step", trains, () -> cues.moveTime(1), key(KeyCode.PERIOD))
                .add("Time step before", trains, () -> cues.moveTime(-1), key(KeyCode.COMMA))
                .add("Next test sequence", trains, () -> cues.moveSequence(1), key(KeyCode.PAGE_DOWN))
                .add("Test sequence before", trains, () -> cues.moveSequence(-1), key(KeyCode.PAGE_UP))
                .add("Network as it was earlier", trains, machine::earlier, typed("<"))
                .add("Network as it was later", trains, machine::later, typed(">"))
                .add("Network as it is now", trains, machine::now, key(KeyCode.N))
                .add(
                        "Branch a second run from here",
                        trains.and(machine.branchable()),
                        bench.trainingController()::branch,
                        key(KeyCode.B));
    }

    private void sweep(Commands commands) {
        var desk = bench.sweeps();
        var model = desk.model();
        var controller = desk.controller();
        var ready = model.changingProperty()
                .not()
                .and(model.workingProperty().or(model.completeProperty().not()));
        var resting = sweeps.and(
                model.workingProperty().not().and(model.changingProperty().not()));
        commands.add("Start or stop the sweep", sweeps.and(ready), controller::startOrStop, key(KeyCode.SPACE))
                .add("Open the chosen run", sweeps, desk::openChosen, key(KeyCode.ENTER))
                .add("Group the runs over seeds", sweeps, desk::toggleGroups, key(KeyCode.G))
                .add("Next picture of the sweep", sweeps, () -> controller.movePicture(1), key(KeyCode.PERIOD))
                .add("Picture of the sweep before", sweeps, () -> controller.movePicture(-1), key(KeyCode.COMMA))
                .add("One more run side by side", resting, () -> controller.changeJobs(1), key(KeyCode.J))
                .add("One run fewer side by side", resting, () -> controller.changeJobs(-1), shift(KeyCode.J));
    }

    private void hurry(int by) {
        var tempo = bench.trainingController().tempoProperty();
        tempo.set(tempo.get().faster(by));
    }

    private void edit(Commands commands) {
        var history = bench.history();
        commands.add(
                        "Undo the last change of a setting",
                        elsewhere.and(history.canUndo()),
                        history::undo,
                        ctrl(KeyCode.Z))
                .add(
                        "Redo the change that was undone",
                        elsewhere.and(history.canRedo()),
                        history::redo,
                        ctrlShift(KeyCode.Z),
                        ctrl(KeyCode.Y))
                .add(
                        "History of the settings",
                        open.and(elsewhere),
                        () -> bench.sheets().showEdits("History of the settings", history),
                        ctrl(KeyCode.H));
    }

    private void files(Commands commands) {
        commands.add("Open a file", ALWAYS, bench::chooseFile, ctrl(KeyCode.O))
                .add("Open a folder", ALWAYS, bench::chooseFolder, ctrlShift(KeyCode.O))
                .add("Save the run as a project file", open, bench.manners().project()::save, ctrl(KeyCode.S))
                .add("Save the project as another file", open, bench.manners().project()::saveAs, ctrlShift(KeyCode.S))
                .add(
                        "Restore what a crash left",
                        bench.manners().swap().offers(),
                        bench.manners().swap()::restore)
                .add(
                        "Forget what a crash left",
                        bench.manners().swap().offers(),
                        bench.manners().swap()::decline)
                .add(
                        "Export a view as picture, drawing, numbers or film",
                        bench.shell().screenProperty().isNotEqualTo(Screen.GALLERY),
                        bench::export,
                        ctrl(KeyCode.E));
    }

    private void window(Commands commands) {
        var theme = bench.theme();
        commands.add("Commands", ALWAYS, bench.sheets()::showCommands, ctrl(KeyCode.L))
                .add("Keys", ALWAYS, bench.sheets()::showKeys, typed("?"), key(KeyCode.F1))
                .add("Show me around", ALWAYS, bench.manners().tour()::begin)
                .add("Messages", ALWAYS, bench.sheets()::showMessages, ctrl(KeyCode.M))
                .add("Gallery", ALWAYS, () -> show(Screen.GALLERY), ctrl(KeyCode.DIGIT1))
                .add("Train", open, () -> show(Screen.TRAIN), ctrl(KeyCode.DIGIT2))
                .add("Sweep", bench.sweeps().model().openProperty(), () -> show(Screen.SWEEP), ctrl(KeyCode.DIGIT3))
                .add("Momentum in a valley", ALWAYS, () -> show(Screen.VALLEY), ctrl(KeyCode.DIGIT4))
                .add("Race", open.or(bench.race().model().openProperty()), bench::showRace, ctrl(KeyCode.DIGIT5))
                .add("Runs", ALWAYS, () -> show(Screen.RUNS), ctrl(KeyCode.DIGIT6))
                .add("Light or dark", ALWAYS, theme::toggle, ctrl(KeyCode.T))
                .add("Light or dark as the system is", ALWAYS, theme::follow)
                .add("Larger text", ALWAYS, theme::larger, ctrl(KeyCode.PLUS), ctrl(KeyCode.EQUALS), ctrl(KeyCode.ADD))
                .add("Smaller text", ALWAYS, theme::smaller, ctrl(KeyCode.MINUS), ctrl(KeyCode.SUBTRACT))
                .add("Text as designed", ALWAYS, theme::normal, ctrl(KeyCode.DIGIT0), ctrl(KeyCode.NUMPAD0))
                .add("Full screen", ALWAYS, bench.manners().presenter()::toggleFullScreen, key(KeyCode.F11))
                .add(
                        "Present: full screen, large text, keys shown",
                        ALWAYS,
                        bench.manners().presenter()::toggle,
                        key(KeyCode.F5))
                .add("Close what lies on top", ALWAYS, bench::escape, key(KeyCode.ESCAPE));
    }

    private void show(Screen screen) {
        bench.shell().screenProperty().set(screen);
    }
}
