package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.ctrlShift;
import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.shift;
import static unroll.app.command.Shortcut.typed;

import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.training.RunNews;
import unroll.app.training.TimeMachine;
import unroll.app.training.TrainingController;
import unroll.app.view.Cues;

/** The commands of the run that is open. */
final class RunCommands {
    /** What works on other screens, too, if they have no experiment and no edits of their own. */
    static final Set<String> ANYWHERE =
            Set.of("run.reset", "run.reseed", "settings.undo", "settings.redo", "settings.history");

    /** The same and what plays, on a screen that shows how it trains. */
    static final Set<String> WITH_PLAY =
            Set.of("run.play", "run.reset", "run.reseed", "settings.undo", "settings.redo", "settings.history");

    private final TrainingScreen screen;
    private final RunNews news;
    private final Cues cues;
    private final TrainingController controller;
    private final BooleanExpression open;

    private RunCommands(TrainingScreen screen) {
        this.screen = screen;
        news = screen.news();
        cues = screen.cues();
        controller = screen.controller();
        open = news.openProperty();
    }

    static void add(Commands commands, TrainingScreen screen, Sheets sheets) {
        RunCommands run = new RunCommands(screen);
        run.train(commands.on(TrainingScreen.ID, "Training"));
        run.look(commands.on(TrainingScreen.ID, "Views"));
        new EditCommands(
                        screen.history(),
                        "Undo the last change of a setting",
                        "Redo the change that was undone",
                        "History of the settings")
                .addTo(commands.on(TrainingScreen.ID, "Edit"), "settings", run.open, sheets);
    }

    private void train(Commands.Group commands) {
        var idle =
                open.and(news.runningProperty().not()).and(news.overProperty().not());
        var broken = open.and(news.divergedProperty());
        var lost = open.and(news.lostProperty());
        var rescue = controller.rescue();
        commands.add("run.play", "Play or pause", open, controller::playOrPause, key(KeyCode.SPACE))
                .add("run.update", "Make one update", idle, () -> controller.step(1), key(KeyCode.ENTER))
                .add("run.step", "Make a step as chosen", open.and(screen.steps()), screen::step, shift(KeyCode.ENTER))
                .add("run.watch", "Watch in slow motion how the numbers ended", broken, rescue::watch, key(KeyCode.W))
                .add("run.clip", "Go back to what was learned and clip the gradient", lost, rescue::clip)
                .add("run.slowDown", "Go back to what was learned and lower the learning rate", lost, rescue::slowDown)
                .add(
                        "run.leaveTheCard",
                        "Go on on the processor",
                        open.and(news.cardLostProperty()),
                        rescue::leaveTheCard)
                .add(
                        "run.more",
                        "Train on where all updates are made",
                        open.and(news.doneProperty()),
                        controller::trainMore)
                .add(
                        "run.back",
                        "Back to the run before the reset",
                        open.and(BooleanExpression.booleanExpression(
                                news.leftBehindProperty().map(Optional::isPresent))),
                        controller::backToTheRunBefore)
                .add("run.slower", "Train more slowly", open, () -> hurry(-1), typed("["))
                .add("run.faster", "Train faster", open, () -> hurry(1), typed("]"))
                .add("run.reset", "Reset (same seeds)", open, controller::reset, ctrl(KeyCode.R))
                .add("run.reseed", "Reseed (new seeds)", open, controller::reseed, ctrlShift(KeyCode.R));
    }

    private void look(Commands.Group commands) {
        TimeMachine machine = controller.timeMachine();
        commands.add("time.run", "Let the time step run on", open, cues::playOrRest, key(KeyCode.F))
                .add(
                        "time.loop",
                        "Let the time step begin again after the last, or rest there",
                        open,
                        () -> toggle(cues.loopingProperty()))
                .add(
                        "sound.mute",
                        "Sound on or off",
                        open,
                        () -> toggle(screen.music().sound().mutedProperty()),
                        key(KeyCode.Q))
                .add("time.next", "Next time step", open, () -> cues.moveTime(1), key(KeyCode.PERIOD))
                .add("time.previous", "Time step before", open, () -> cues.moveTime(-1), key(KeyCode.COMMA))
                .add("sequence.next", "Next test sequence", open, () -> cues.moveSequence(1), key(KeyCode.PAGE_DOWN))
                .add(
                        "sequence.previous",
                        "Test sequence before",
                        open,
                        () -> cues.moveSequence(-1),
                        key(KeyCode.PAGE_UP))
                .add("run.earlier", "Network as it was earlier", open, machine::earlier, typed("<"))
                .add("run.later", "Network as it was later", open, machine::later, typed(">"))
                .add("run.now", "Network as it is now", open, machine::now, key(KeyCode.N))
                .add(
                        "run.branch",
                        "Branch a second run from here",
                        open.and(machine.branchable()),
                        controller::branch,
                        key(KeyCode.B));
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private void hurry(int by) {
        var tempo = controller.tempoProperty();
        tempo.set(tempo.get().faster(by));
    }
}
