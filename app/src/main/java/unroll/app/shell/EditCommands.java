package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.ctrlShift;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.edit.History;

/**
 * How edits of something are undone, done again and listed, by the keys that do so on every screen.
 *
 * @param history the edits
 * @param undo what undoing them is called
 * @param redo what doing them again is called
 * @param title what their list is called
 */
record EditCommands(History<?> history, String undo, String redo, String title) {
    /**
     * Adds the commands.
     *
     * @param prefix of their ids
     * @param open whether there is something to edit
     */
    void addTo(Commands.Group commands, String prefix, BooleanExpression open, Sheets sheets) {
        commands.add(prefix + ".undo", undo, history.canUndo(), history::undo, ctrl(KeyCode.Z))
                .add(prefix + ".redo", redo, history.canRedo(), history::redo, ctrlShift(KeyCode.Z), ctrl(KeyCode.Y))
                .add(prefix + ".history", title, open, () -> sheets.showEdits(title, history), ctrl(KeyCode.H));
    }
}
