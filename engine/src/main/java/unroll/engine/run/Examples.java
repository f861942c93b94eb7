package unroll.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.OwnSeries;

/** Experiments that are ready to run, the first of them what a newcomer should see. */
public final class Examples {
    private static final List<String> FILES = List.of("bouncing-balls", "addition", "mackey-glass", "pendulum");

    private Examples() {}

    /**
     * All of them, in the order of the gallery; one that learns from sample data only where that data is.
     *
     * @param home where the folder {@code sample-data} lies
     */
    public static List<Experiment> all(Path home) {
        return FILES.stream()
                .map(Examples::read)
                .map(example -> located(example, home))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The folder that the launcher names, or else the one the program was started in. */
    public static Path home() {
        return Path.of(System.getProperty("unroll.home", "")).toAbsolutePath().normalize();
    }

    /** The one to begin with: bouncing balls. */
    public static Experiment first() {
        return read(FILES.getFirst());
    }

    private static Optional<Experiment> located(Experiment example, Path home) {
        if (!(example.task() instanceof OwnSeries series)) {
            return Optional.of(example);
        }
        Path folder = home.resolve(series.folder());
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        var moved = new OwnSeries(folder.toString(), series.window(), series.standardise());
        return Optional.of(Schema.of(Experiment.class).with(example, "task", moved));
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
