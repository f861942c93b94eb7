import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what starts the workbench once it is built: {@code unroll.args} for java, and beside it {@code unroll} and {@code
 * unroll.bat}, which call the java that runs this. JavaFX goes on the module path, as it wants; everything else on the
 * class path. What ControlsFX reaches for inside JavaFX is opened to it; on a class path nothing is closed.
 */
class Launcher {
    /** Java names files with the letters of the locale, which has none but ASCII where cron, ssh or a container set no other. */
    private static final String LETTERS = """
        case "${LC_ALL:-${LC_CTYPE:-$LANG}}" in
          *[Uu][Tt][Ff]*) ;;
          *) LC_ALL=C.UTF-8; export LC_ALL ;;
        esac
        """;

    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]).toAbsolutePath();
        Path home = Path.of(args[1]).toAbsolutePath();
        Path lib = target.resolve("lib");
        List<String> jars = jars(lib);
        String fx = jars.stream().filter(jar -> isFx(jar)).collect(Collectors.joining(File.pathSeparator));
        String others = Stream.concat(jars(target).stream(), jars.stream().filter(jar -> !isFx(jar)))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> words = List.of(
                "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                "--add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED",
                "-XX:SharedArchiveFile=" + quoted(target.resolve("unroll.jsa").toString()),
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Xshare:auto",
                "-Dunroll.home=" + quoted(home.toString()),
                "--module-path",
                quoted(fx),
                "--add-modules",
                "javafx.controls",
                "-cp",
                quoted(others),
                "unroll.app.Unroll");
        Path file = target.resolve("unroll.args");
        Files.write(file, words);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path script = target.resolve("unroll");
        Files.writeString(script, "#!/bin/sh\n" + LETTERS + "exec \"" + java + "\" @\"" + file + "\" \"$@\"\n");
        script.toFile().setExecutable(true);
        Files.writeString(target.resolve("unroll.bat"), "@\"" + java + "\" @\"" + file + "\" %*\r\n");
    }

    private static boolean isFx(String jar) {
        return new File(jar).getName().startsWith("javafx-");
    }

    private static List<String> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** As java's argument files want it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\") + '"';
    }
}
