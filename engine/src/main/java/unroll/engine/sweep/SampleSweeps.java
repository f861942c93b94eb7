package unroll.engine.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The sweeps of the folder {@code sweeps}, which come with the program; the quickest first. */
public final class SampleSweeps {
    private static final List<String> NAMES = List.of("tiny", "pathological", "no-structural-damping", "momentum");

    private SampleSweeps() {}

    /** What they are called on the command line. */
    public static List<String> names() {
        return NAMES;
    }

    /** All of them. */
    public static List<Sweep> all() {
        return NAMES.stream().map(SampleSweeps::read).toList();
    }

    /** The one of that name; empty where there is none. */
    public static Optional<Sweep> named(String name) {
        return NAMES.stream().filter(name::equals).findFirst().map(SampleSweeps::read);
    }

    private static Sweep read(String name) {
        String resource = "samples/" + name + ".json";
        try (InputStream in = SampleSweeps.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + resource);
            }
            return Sweep.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
