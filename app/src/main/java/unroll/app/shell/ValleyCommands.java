package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.key;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import unroll.app.command.Command;
import unroll.app.command.Commands;
import unroll.app.command.Shortcut;
import unroll.app.valley.Method;
import unroll.app.valley.Preset;
import unroll.app.valley.ValleyController;
import unroll.app.valley.ValleyModel;

/** The commands of the screen of momentum in a valley. */
final class ValleyCommands {
    /** How far an arrow key moves the start, and with Shift. */
    private static final double WAY = 0.1;

    private static final double SMALL_WAY = 0.01;

    private ValleyCommands() {}

    static void add(Commands.Group commands, ValleyModel model, ValleyController valley, Sheets sheets) {
        commands.add("valley.play", "Let the trails grow or halt", valley::playOrPause, key(KeyCode.SPACE))
                .add("valley.step", "One update more", () -> valley.step(1), key(KeyCode.ENTER), key(KeyCode.PERIOD))
                .add("valley.stepBack", "One update less", () -> valley.step(-1), key(KeyCode.COMMA))
                .add("valley.reset", "Back to the start of the trails", valley::reset, ctrl(KeyCode.R))
                .add("valley.faster", "Grow faster", () -> valley.hurry(1), key(KeyCode.PAGE_UP))
                .add("valley.slower", "Grow slower", () -> valley.hurry(-1), key(KeyCode.PAGE_DOWN))
                .flip("valley.nextSteps", "Show or hide the next steps", model.stepShownProperty(), key(KeyCode.A))
                .add("valley.fit", "Fit the axis of distances", valley::fit, key(KeyCode.D));
        Map<Method, KeyCode> digits = Map.of(
                Method.DESCENT, KeyCode.DIGIT1, Method.MOMENTUM, KeyCode.DIGIT2, Method.NESTEROV, KeyCode.DIGIT3);
        for (Method method : Method.values()) {
            commands.flip(
                    "valley.method." + Command.part(method.name()),
                    "Show or hide " + method.words(),
                    model.laneProperty(method),
                    key(Objects.requireNonNull(digits.get(method))));
        }
        moves(commands, valley, "valley.move.", "Move the start ", WAY, Shortcut::key);
        moves(commands, valley, "valley.nudge.", "Move the start a little ", SMALL_WAY, Shortcut::shift);
        edit(commands, valley, sheets);
    }

    private static void moves(
            Commands.Group commands,
            ValleyController valley,
            String id,
            String words,
            double way,
            Function<KeyCode, KeyCombination> key) {
        commands.add(id + "left", words + "left", () -> valley.moveStart(-way, 0), key.apply(KeyCode.LEFT))
                .add(id + "right", words + "right", () -> valley.moveStart(way, 0), key.apply(KeyCode.RIGHT))
                .add(id + "up", words + "up", () -> valley.moveStart(0, way), key.apply(KeyCode.UP))
                .add(id + "down", words + "down", () -> valley.moveStart(0, -way), key.apply(KeyCode.DOWN));
    }

    private static void edit(Commands.Group commands, ValleyController valley, Sheets sheets) {
        commands.add("valley.nextPreset", "Next of the prepared valleys", valley::takeNext, key(KeyCode.P));
        for (Preset preset : Preset.ALL) {
            commands.add(
                    "valley.preset." + Command.part(preset.label()),
                    "Valley: " + preset.label(),
                    () -> valley.take(preset));
        }
        new EditCommands(
                        valley.history(),
                        "Undo the last change of the valley",
                        "Redo the change of the valley",
                        "History of the valley")
                .addTo(commands, "valley", Screen.always(), sheets);
    }
}
