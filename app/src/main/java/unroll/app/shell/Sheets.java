package unroll.app.shell;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import unroll.app.background.BackgroundSheet;
import unroll.app.command.Command;
import unroll.app.command.CommandPalette;
import unroll.app.command.KeysSheet;
import unroll.app.control.Overlay;
import unroll.app.edit.History;

/** Lays sheets over the window: commands, keys, the settings' history, messages. */
final class Sheets {
    private final Overlay overlay;
    private final ShellModel shell;
    private final Supplier<List<Command>> commands;

    Sheets(Overlay overlay, ShellModel shell, Supplier<List<Command>> commands) {
        this.overlay = overlay;
        this.shell = shell;
        this.commands = commands;
    }

    void showCommands() {
        overlay.show(new CommandPalette(commands.get(), overlay::close));
    }

    void showKeys() {
        overlay.show(new KeysSheet(commands.get(), overlay::close));
    }

    void showEdits(String what, History<?> history) {
        overlay.show(new EditsSheet(what, history, overlay::close));
    }

    /** Shows all messages, so the newest needs no notice any more. */
    void showMessages() {
        overlay.show(new MessageSheet(List.copyOf(shell.messages()), ZoneId.systemDefault(), overlay::close));
        shell.putAway();
        shell.see();
    }

    /** Shows what is made in the background. */
    void showBackground() {
        overlay.show(new BackgroundSheet(shell.background(), overlay::close));
    }

    /** Shows another sheet. */
    void show(Region sheet) {
        overlay.show(sheet);
    }

    /** Closes the sheet or the notice on top; false if there is none. */
    boolean close() {
        boolean open = overlay.openProperty().get();
        overlay.close();
        return open || shell.putAway();
    }
}
