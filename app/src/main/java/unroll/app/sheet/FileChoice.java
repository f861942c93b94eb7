package unroll.app.sheet;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import unroll.engine.setting.FileKind;

/** Has a person choose the file or the folder that a setting names. */
@FunctionalInterface
public interface FileChoice {
    /**
     * Asks.
     *
     * @param kind which files it may be
     * @param folder whether a folder is wanted
     * @param now what is named now
     * @return empty if the person thought better of it
     */
    Optional<Path> choose(FileKind kind, boolean folder, Path now, Window window);
}
