package unroll.app.shell;

import static unroll.app.shell.Commands.ctrl;
import static unroll.app.shell.Commands.ctrlShift;
import static unroll.app.shell.Commands.key;
import static unroll.app.shell.Commands.shift;

import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.valley.Method;
import unroll.app.valley.Preset;

/** Says what can be done on the screen of momentum in a valley. */
final class ValleyCommands {
    /** How far an arrow key moves the start, and with Shift. */
    private static final double WAY = 0.1;

    private static final double SMALL_WAY = 0.01;

    private ValleyCommands() {}

    static void add(Commands commands, Workbench bench) {
        BooleanExpression seen = bench.shell().screenProperty().isEqualTo(Screen.VALLEY);
        var valley = bench.valley().controller();
        var model = bench.valley().model();
        commands.add("Let the trails grow or halt", seen, valley::playOrPause, key(KeyCode.SPACE))
                .add("One update more", seen, () -> valley.step(1), key(KeyCode.ENTER), key(KeyCode.PERIOD))
                .add("One update less", seen, () -> valley.step(-1), key(KeyCode.COMMA))
                .add("Back to the start of the trails", seen, valley::reset, ctrl(KeyCode.R))
                .add("Grow faster", seen, () -> valley.hurry(1), key(KeyCode.PAGE_UP))
                .add("Grow slower", seen, () -> valley.hurry(-1), key(KeyCode.PAGE_DOWN))
                .add("Show or hide the next steps", seen, () -> flip(model.stepShownProperty()), key(KeyCode.A))
                .add("Fit the axis of distances", seen, valley::fit, key(KeyCode.D));
        Map<Method, KeyCode> digits = Map.of(
                Method.DESCENT, KeyCode.DIGIT1, Method.MOMENTUM, KeyCode.DIGIT2, Method.NESTEROV, KeyCode.DIGIT3);
        for (Method method : Method.values()) {
            commands.add(
                    "Show or hide " + method.words(),
                    seen,
                    () -> flip(model.laneProperty(method)),
                    key(Objects.requireNonNull(digits.get(method))));
        }
        start(commands, seen, bench);
        edit(commands, seen, bench);
    }

    private static void start(Commands commands, BooleanExpression seen, Workbench bench) {
        var valley = bench.valley().controller();
        commands.add("Move the start left", seen, () -> valley.moveStart(-WAY, 0), key(KeyCode.LEFT))
                .add("Move the start right", seen, () -> valley.moveStart(WAY, 0), key(KeyCode.RIGHT))
                .add("Move the start up", seen, () -> valley.moveStart(0, WAY), key(KeyCode.UP))
                .add("Move the start down", seen, () -> valley.moveStart(0, -WAY), key(KeyCode.DOWN))
                .add("Move the start a little left", seen, () -> valley.moveStart(-SMALL_WAY, 0), shift(KeyCode.LEFT))
                .add("Move the start a little right", seen, () -> valley.moveStart(SMALL_WAY, 0), shift(KeyCode.RIGHT))
                .add("Move the start a little up", seen, () -> valley.moveStart(0, SMALL_WAY), shift(KeyCode.UP))
                .add("Move the start a little down", seen, () -> valley.moveStart(0, -SMALL_WAY), shift(KeyCode.DOWN));
    }

    private static void edit(Commands commands, BooleanExpression seen, Workbench bench) {
        var valley = bench.valley().controller();
        var history = valley.history();
        commands.add("Next of the prepared valleys", seen, valley::takeNext, key(KeyCode.P));
        for (Preset preset : Preset.ALL) {
            commands.add("Valley: " + preset.label(), seen, () -> valley.take(preset));
        }
        commands.add("Undo the last change of the valley", seen.and(history.canUndo()), history::undo, ctrl(KeyCode.Z))
                .add(
                        "Redo the change of the valley",
                        seen.and(history.canRedo()),
                        history::redo,
                        ctrlShift(KeyCode.Z),
                        ctrl(KeyCode.Y))
                .add(
                        "History of the valley",
                        seen,
                        () -> bench.sheets().showEdits("History of the valley", history),
                        ctrl(KeyCode.H));
    }

    private static void flip(BooleanProperty flag) {
        flag.set(!flag.get());
    }
}
