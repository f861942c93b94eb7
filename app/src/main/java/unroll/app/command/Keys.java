package unroll.app.command;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Runs commands by their keys, wherever the focus is.
 *
 * <p>While somebody types, letters are letters. What is held with Alt, and Space and Enter where a control has the focus of a click
 * and not of the keyboard, are the commands' before they are the control's; a closed drop-down passes both on in any case, and
 * keeps Alt with Down and Up, which open it. Every other key is a command's only if the control that has the focus leaves it.
 *
 * <p>A key that is held down repeats its command no faster than the window is drawn, so that what was asked for is seen.
 */
public final class Keys {
    /** Where Alt types: Option+5 is a bracket on many Macs. */
    private static final boolean ALT_TYPES =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private final Commands commands;
    private final ObservableValue<Boolean> sheetOpen;
    private Consumer<Command> done = command -> {};
    private Consumer<Command> refused = command -> {};
    private KeyCode held = KeyCode.UNDEFINED;
    private boolean repeated;
    private boolean drawn = true;

    /** While a sheet is open its own keys count, and only the commands with Ctrl besides. */
    public Keys(Commands commands, ObservableValue<Boolean> sheetOpen) {
        this.commands = commands;
        this.sheetOpen = sheetOpen;
    }

    /** Says who is told of each command that a key has run. */
    void whenDone(Consumer<Command> listener) {
        done = listener;
    }

    /** Says who is told of each command whose key was pressed while it cannot be done. */
    public void whenRefused(Consumer<Command> listener) {
        refused = listener;
    }

    public void listenTo(Scene scene) {
        scene.addPostLayoutPulseListener(() -> drawn = true);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> held = KeyCode.UNDEFINED);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            repeated = event.getCode() == held;
            held = event.getCode();
            if (isBeforeControls(scene, event)) {
                pressed(scene, event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> left(scene, event));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> left(scene, event));
    }

    /** Whether somebody types where this is pressed, so that it is a letter. */
    static boolean isLetter(Scene scene, KeyEvent event) {
        return scene.getFocusOwner() instanceof TextInputControl
                && !isSpecial(event)
                && (ALT_TYPES || !event.isAltDown());
    }

    private static boolean isSpecial(KeyEvent event) {
        KeyCode code = event.getCode();
        return event.isShortcutDown() || code.isFunctionKey() || code == KeyCode.ESCAPE;
    }

    private static boolean isBeforeControls(Scene scene, KeyEvent event) {
        Node owner = scene.getFocusOwner();
        boolean clicked = owner instanceof ButtonBase && !owner.isFocusVisible();
        return switch (event.getCode()) {
            case SPACE, ENTER -> clicked || owner instanceof ComboBoxBase<?> box && !box.isShowing();
            case DOWN, UP -> event.isAltDown() && !(owner instanceof ComboBoxBase);
            default -> event.isAltDown();
        };
    }

    /** What would be done for a key that nothing in the scene takes for itself. */
    Optional<Command> meant(Scene scene, KeyEvent event) {
        return named(scene, event, true);
    }

    /** The first command with this key that can be done now, or of those that cannot. */
    private Optional<Command> named(Scene scene, KeyEvent event, boolean available) {
        if (isLetter(scene, event) || sheetOpen.getValue() && !isSpecial(event)) {
            return Optional.empty();
        }
        return commands.all().stream()
                .filter(command -> command.available().getValue() == available
                        && command.keys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }

    /** A key that no control took. */
    private void left(Scene scene, KeyEvent event) {
        pressed(scene, event);
        if (!event.isConsumed()) {
            named(scene, event, false).ifPresent(refused);
        }
    }

    private void pressed(Scene scene, KeyEvent event) {
        meant(scene, event).ifPresent(command -> {
            event.consume();
            if (repeated && !drawn) {
                Platform.requestNextPulse();
                return;
            }
            drawn = false;
            command.run();
            done.accept(command);
        });
    }
}
