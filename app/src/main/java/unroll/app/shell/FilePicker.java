package unroll.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks a person for a file or a folder. */
public interface FilePicker {
    /** A file to open; empty if the person thought better of it. */
    Optional<Path> file(Window window);

    /** A folder to open; empty if the person thought better of it. */
    Optional<Path> folder(Window window);

    /** A file to write, {@code suggested} if the person agrees; empty if the person thought better of it. */
    Optional<Path> save(Window window, Path suggested);

    /** The system's own dialogs. */
    static FilePicker ofSystem() {
        return new FilePicker() {
            @Override
            public Optional<Path> file(Window window) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle("Open a project, an experiment, a sweep, your own series or your own text");
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(
                                "Projects, experiments, sweeps, series and texts",
                                "*.unroll",
                                "*.json",
                                "*.csv",
                                "*.txt"));
                return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
            }

            @Override
            public Optional<Path> folder(Window window) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle("Open a run, a sweep, or a folder of CSV files");
                return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
            }

            @Override
            public Optional<Path> save(Window window, Path suggested) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle("Save as");
                Optional.ofNullable(suggested.getFileName())
                        .ifPresent(name -> chooser.setInitialFileName(name.toString()));
                Optional.ofNullable(suggested.getParent())
                        .filter(Files::isDirectory)
                        .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
                return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
            }
        };
    }
}
