import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the classes that compute in double of those that compute in float: of each {@code Float*.java} under a source root whose
 * sister {@code Double*.java} is not written by hand. Started by the build before it compiles; what has not changed is not
 * written anew, so that nothing is compiled for nothing.
 */
class Doubles {
    /** What is replaced, in this order. */
    private static final List<Rule> RULES = List.of(
            new Rule("\\((float|double)\\) ", ""), // a cast from double to double is a warning
            new Rule("\\b(\\d[\\d_.]*([eE][-+]?\\d+)?)[fF]\\b", "$1d"),
            new Rule("float", "double"),
            new Rule("Float", "Double"),
            new Rule("FLOAT", "DOUBLE"),
            new Rule("SINGLE", "DOUBLE"));

    private record Rule(Pattern pattern, String replacement) {
        Rule(String regex, String replacement) {
            this(Pattern.compile(regex), replacement);
        }

        String apply(String source) {
            return pattern.matcher(source).replaceAll(replacement);
        }
    }

    /** The source root, and the root of what is generated, which holds nothing else. */
    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        Set<Path> generated = new HashSet<>();
        for (Path source : files(from)) {
            String name = source.getFileName().toString();
            Path sister = source.resolveSibling(inDouble(name));
            if (name.startsWith("Float") && !Files.exists(sister)) {
                Path target = to.resolve(from.relativize(sister));
                write(target, "// Generated: change " + name + " in its place.\n" + inDouble(Files.readString(source)));
                generated.add(target);
            }
        }
        for (Path old : files(to)) {
            if (!generated.contains(old)) {
                Files.delete(old);
            }
        }
    }

    private static String inDouble(String source) {
        String result = source;
        for (Rule rule : RULES) {
            result = rule.apply(result);
        }
        return result;
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
