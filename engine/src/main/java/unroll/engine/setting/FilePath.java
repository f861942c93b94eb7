package unroll.engine.setting;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import unroll.engine.home.Home;

/**
 * A file or folder of the user's that a setting names: absolute, so that it is the same one wherever the program is started.
 *
 * <p>In files and fields it is a text. One that begins nowhere is looked for beside the file that it was read from, then in the folder
 * in which the program was started, then beside the program's sample data; where there is nothing, the first of these is meant.
 *
 * @param path absolute, without {@code .} and {@code ..}
 */
public record FilePath(Path path) {
    public FilePath {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * The file that a text means.
     *
     * @param folder of the file that the text was read from
     * @throws SettingsException where it can be none
     */
    static FilePath of(String text, Path folder) {
        if (text.isBlank()) {
            throw new SettingsException("", "name a file or a folder");
        }
        try {
            Path path = Home.path(text.strip());
            return new FilePath(Stream.of(folder, Path.of(""), Home.ofProgram())
                    .map(begin -> begin.resolve(path))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(folder.resolve(path)));
        } catch (InvalidPathException e) {
            throw new SettingsException("", "'" + text + "' cannot name a file: " + e.getReason());
        }
    }

    /** Its last name, by which people call it. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** As a file in {@code folder} has it: what lies in the same folder is found there even after that was moved. */
    String text(Path folder) {
        Path begin = folder.toAbsolutePath().normalize();
        return path.startsWith(begin) && !path.equals(begin)
                ? begin.relativize(path).toString().replace(File.separatorChar, '/')
                : path.toString();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
