package unroll.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Text files that come with the program, in a folder beside a class: of a jar or not. */
public final class ProgramFolder {
    private final Class<?> owner;
    private final String folder;

    /** @param folder its path from the class, without a slash at its end */
    public ProgramFolder(Class<?> owner, String folder) {
        this.owner = owner;
        this.folder = folder;
    }

    /** The names of its files, in the order of the alphabet. */
    public List<String> names() {
        URL place = owner.getResource(folder + "/");
        if (place == null) {
            throw new IllegalStateException("the program lacks its own " + folder);
        }
        try {
            return names(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a folder of a jar or of the disk, in the order of the alphabet. */
    static List<String> names(URL folder) throws IOException {
        URLConnection connection = folder.openConnection();
        if (connection instanceof JarURLConnection jar) {
            String path = jar.getEntryName();
            return jar.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(path))
                    .map(name -> name.substring(path.length()))
                    .filter(name -> !name.isEmpty() && name.indexOf('/') < 0)
                    .sorted()
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** The text of one of its files. */
    public String read(String name) {
        return text(owner, folder + "/" + name);
    }

    /** The text of a file that comes with the program, by its path from a class. */
    public static String text(Class<?> owner, String path) {
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
