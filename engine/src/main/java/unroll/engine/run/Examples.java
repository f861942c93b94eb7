package unroll.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import unroll.engine.setting.SettingsJson;

/** Experiments that are ready to run, the first of them what a newcomer should see. */
public final class Examples {
    private static final List<String> FILES = List.of("bouncing-balls", "addition");

    private Examples() {}

    /** All of them, in the order of the gallery. */
    public static List<Experiment> all() {
        return FILES.stream().map(Examples::read).toList();
    }

    /** The one to begin with: bouncing balls. */
    public static Experiment first() {
        return read(FILES.getFirst());
    }

    private static Experiment read(String name) {
        String resource = name + ".json";
        try (InputStream in = Examples.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + resource);
            }
            return SettingsJson.read(Experiment.class, new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
