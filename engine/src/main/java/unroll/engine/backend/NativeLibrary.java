package unroll.engine.backend;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import unroll.engine.home.UserFolders;

/** OpenBLAS from the jar of its platform: unpacked once into the user's cache folder, then loaded. */
final class NativeLibrary {
    /** In the order in which they need each other; a platform has some of them. */
    private static final List<String> COMPANIONS = List.of(
            "libgcc_s.so.1",
            "libgcc_s.1.1.dylib",
            "libgcc_s.1.dylib",
            "libquadmath.so.0",
            "libquadmath.0.dylib",
            "libgfortran.so.5",
            "libgfortran.5.dylib");

    private static final List<String> LIBRARY = List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll");

    private NativeLibrary() {}

    /**
     * Loads the library and its companions; loading again does nothing.
     *
     * @throws IOException where there is none for this platform or it cannot be unpacked
     * @throws UnsatisfiedLinkError where the system refuses to load it
     */
    static void load() throws IOException {
        String platform = platform();
        boolean found = false;
        for (String name : COMPANIONS) {
            load(platform, name);
        }
        for (String name : LIBRARY) {
            found |= load(platform, name);
        }
        if (!found) {
            throw new IOException("there is no build of it for " + platform);
        }
    }

    private static boolean load(String platform, String name) throws IOException {
        String resource = "/org/bytedeco/openblas/" + platform + "/" + name;
        URL url = NativeLibrary.class.getResource(resource);
        if (url == null) {
            return false;
        }
        System.load(unpacked(url, cache(url)).toString());
        return true;
    }

    /**
     * The library as a file of a folder, unpacked where it is not there as it was packed: a power cut may have cut it off, and the
     * system ends the program that loads such a one.
     */
    static Path unpacked(URL url, Path folder) throws IOException {
        String path = url.getPath();
        Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
        if (!whole(url, file)) {
            unpack(url, file);
        }
        return file;
    }

    private static boolean whole(URL url, Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        if (!(url.openConnection() instanceof JarURLConnection packed)) {
            return true;
        }
        JarEntry entry = packed.getJarEntry();
        if (Files.size(file) != entry.getSize()) {
            return false;
        }
        CRC32 sum = new CRC32();
        try (FileChannel in = FileChannel.open(file)) {
            sum.update(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()));
        }
        return sum.getValue() == entry.getCrc();
    }

    /** Written beside its place and moved there whole, so that two programs may start at once. */
    private static void unpack(URL url, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "unpacking", ".part");
        try (InputStream in = url.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true); // before the name that promises all of it
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A folder named after the jar, so that another version of the library has another folder. */
    private static Path cache(URL url) {
        String path = url.getPath();
        int end = path.indexOf("!/");
        String jar = end < 0 ? "openblas" : path.substring(path.lastIndexOf('/', end) + 1, end);
        return UserFolders.ofUser().caches().resolve(jar.replace(".jar", ""));
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "macosx" : os.contains("windows") ? "windows" : "linux";
        String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system + "-" + (cpu.contains("aarch64") || cpu.contains("arm64") ? "arm64" : "x86_64");
    }
}
