import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every Java source of the project to palantir-java-format: {@code check} names the files that differ and fails,
 * {@code apply} rewrites them. Started by the build on the toolchain's java, because the formatter parses with the
 * javac it runs on.
 */
class Format {
    public static void main(String[] args) throws Exception {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]);
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<Path> unformatted = new ArrayList<>();
        for (Path source : sources(root)) {
            String text = Files.readString(source);
            String formatted;
            try {
                formatted = formatter.formatSourceAndFixImports(text);
            } catch (FormatterException e) {
                System.err.println(root.relativize(source) + ": " + e.getMessage());
                System.exit(1);
                return;
            }
            if (formatted.equals(text)) {
                continue;
            }
            unformatted.add(root.relativize(source));
            if (apply) {
                Files.writeString(source, formatted);
            }
        }
        if (!unformatted.isEmpty() && !apply) {
            unformatted.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("run: mvn -q -N validate -Dformat.mode=apply");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }
}
