package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.ctrlShift;
import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.typed;

import java.util.Comparator;
import java.util.List;
import javafx.scene.input.KeyCode;
import unroll.app.command.Command;
import unroll.app.command.Commands;
import unroll.app.look.Theme;

/** The commands of the window itself, from anywhere. */
final class WindowCommands {
    private WindowCommands() {}

    static void addSheets(Commands.Group commands, Sheets sheets, Runnable tour) {
        commands.add("window.commands", "Commands", sheets::showCommands, ctrl(KeyCode.L))
                .add("window.keys", "Keys", sheets::showKeys, typed("?"), key(KeyCode.F1))
                .add("window.tour", "Show me around", tour)
                .add("window.messages", "Messages", sheets::showMessages, ctrl(KeyCode.M))
                .add("window.background", "Background work", sheets::showBackground, ctrl(KeyCode.J));
    }

    /** Each screen has a command that shows it. */
    static void addScreens(Commands.Group commands, List<Screen<?>> screens) {
        screens.stream()
                .sorted(Comparator.comparing(
                        screen -> Command.text(screen.item().key())))
                .forEach(screen -> {
                    NavigationItem item = screen.item();
                    commands.add("screen." + screen.id(), item.command(), item.offered(), screen::enter, item.key());
                });
    }

    /** @param escape closes what lies on top */
    static void addLooks(Commands.Group commands, Theme theme, PresentationMode presentation, Runnable escape) {
        commands.add("window.theme", "Light or dark", theme::toggle, ctrl(KeyCode.T))
                .add("window.systemTheme", "Light or dark as the system is", theme::follow)
                .add(
                        "window.largerText",
                        "Larger text",
                        theme::larger,
                        ctrl(KeyCode.PLUS),
                        ctrl(KeyCode.EQUALS),
                        ctrlShift(KeyCode.EQUALS), // where + is typed with Shift
                        ctrl(KeyCode.ADD))
                .add("window.smallerText", "Smaller text", theme::smaller, ctrl(KeyCode.MINUS), ctrl(KeyCode.SUBTRACT))
                .add(
                        "window.normalText",
                        "Text as designed",
                        theme::normal,
                        ctrl(KeyCode.DIGIT0),
                        ctrl(KeyCode.NUMPAD0))
                .add("window.fullScreen", "Full screen", presentation::toggleFullScreen, key(KeyCode.F11))
                .add(
                        "window.present",
                        "Present: full screen, large text, keys shown",
                        presentation::toggle,
                        key(KeyCode.F5))
                .add("window.escape", "Close what lies on top", escape, key(KeyCode.ESCAPE));
    }
}
