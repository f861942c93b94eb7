package unroll.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import unroll.app.sheet.FileChoice;
import unroll.engine.open.OpenableKind;
import unroll.engine.setting.FileKind;

/** Asks a person for a file or a folder. */
public interface FilePicker extends FileChoice {
    /**
     * What is asked for.
     *
     * @param title says it
     * @param kinds which files it may be
     * @param near where to begin to look; anywhere if that is gone
     */
    record Wish(String title, List<OpenableKind> kinds, Optional<Path> near) {
        public Wish {
            kinds = List.copyOf(kinds);
        }
    }

    /** A file that is there; empty if the person thought better of it. */
    Optional<Path> file(Window window, Wish wish);

    /** A folder that is there; empty if the person thought better of it. */
    Optional<Path> folder(Window window, Wish wish);

    /** A file to write, {@code suggested} if the person agrees; empty if the person thought better of it. */
    Optional<Path> save(Window window, Path suggested);

    @Override
    default Optional<Path> choose(FileKind kind, boolean folder, Path now, Window window) {
        Wish wish = new Wish("Choose " + kind.words(), List.of(OpenableKind.of(kind)), Optional.of(now));
        return folder ? folder(window, wish) : file(window, wish);
    }

    /** The system's own dialogs. */
    static FilePicker ofSystem() {
        return new FilePicker() {
            @Override
            public Optional<Path> file(Window window, Wish wish) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(wish.title());
                if (wish.kinds().size() > 1) {
                    chooser.getExtensionFilters()
                            .add(new FileChooser.ExtensionFilter(
                                    "All that can be opened",
                                    wish.kinds().stream()
                                            .flatMap(kind -> kind.patterns().stream())
                                            .toList()));
                }
                wish.kinds()
                        .forEach(kind -> chooser.getExtensionFilters()
                                .add(new FileChooser.ExtensionFilter(kind.label(), kind.patterns())));
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*"));
                begin(wish).ifPresent(chooser::setInitialDirectory);
                return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
            }

            @Override
            public Optional<Path> folder(Window window, Wish wish) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(wish.title());
                begin(wish).ifPresent(chooser::setInitialDirectory);
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

            private static Optional<File> begin(Wish wish) {
                return wish.near()
                        .flatMap(near -> Optional.ofNullable(near.getParent()))
                        .filter(Files::isDirectory)
                        .map(Path::toFile);
            }
        };
    }
}
