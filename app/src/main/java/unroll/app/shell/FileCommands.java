package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.ctrlShift;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import unroll.app.command.Command;
import unroll.app.command.Commands;
import unroll.engine.archive.WeightsForm;

/** The commands that open and save, from anywhere. */
final class FileCommands {
    private FileCommands() {}

    /** All commands, and those that open what has a name: what was open last, the gallery's cards, and sweeps. */
    static List<Command> withNamed(Commands commands, ScreenList screens) {
        return Stream.of(
                        commands.all(),
                        screens.recent().commands(screens.opening()::open),
                        screens.gallery().commands())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Adds the commands.
     *
     * @param export lets a person choose how the views that are seen become files
     * @param owner of the dialogs that ask for files
     */
    static void add(
            Commands.Group commands, ScreenList screens, CrashRecovery recovery, Runnable export, Window owner) {
        Opening opening = screens.opening();
        Projects projects = screens.projects();
        ObservableValue<Boolean> open = screens.training().news().openProperty();
        WeightsFiles weights = screens.weights();
        ExperimentClipboard clipboard = screens.clipboard();
        commands.add("experiment.copy", "Copy experiment", open, clipboard::copy, ctrlShift(KeyCode.C))
                .add("experiment.copyLink", "Copy experiment as a link", open, clipboard::copyLink)
                .add("experiment.paste", "Paste experiment", clipboard::paste, ctrlShift(KeyCode.V))
                .add("file.open", "Open a file", () -> opening.chooseFile(owner), ctrl(KeyCode.O))
                .add("file.openFolder", "Open a folder", () -> opening.chooseFolder(owner), ctrlShift(KeyCode.O))
                .add("file.save", "Save the run as a project file", open, projects::save, ctrl(KeyCode.S))
                .add("file.saveAs", "Save the project as another file", open, projects::saveAs, ctrlShift(KeyCode.S))
                .add(
                        DataSheets.CHANGE,
                        "Change how the data are read",
                        screens.data().offered(),
                        screens.data()::change)
                .add(
                        Predictions.PREDICT,
                        "Predict a file",
                        screens.predictions().offered(),
                        screens.predictions()::predict)
                .add(
                        "run.predicted",
                        "Show what was predicted last",
                        screens.predictions().predicted(),
                        screens.predictions()::show)
                .add("weights.open", "Open weights", open, weights::open)
                .add("file.restore", "Restore what a crash left", recovery.offers(), recovery::restore)
                .add("file.forget", "Forget what a crash left", recovery.offers(), recovery::decline)
                .add(
                        "file.export",
                        "Export a view as picture, drawing, numbers or film",
                        screens.front().map(Screen::hasViews),
                        export,
                        ctrl(KeyCode.E));
        for (WeightsForm form : WeightsForm.values()) {
            commands.add(
                    "weights." + Command.part(form.label()),
                    "Save the weights as " + form.label(),
                    open,
                    () -> weights.save(form));
        }
    }
}
