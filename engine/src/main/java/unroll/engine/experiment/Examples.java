package unroll.engine.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.file.ProgramFolder;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.OwnPictures;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.Text;

/**
 * Experiments that are ready to run, the first of them what a newcomer should see: the files of a folder, whose names begin with
 * their places in the gallery.
 */
public final class Examples {
    private static final ProgramFolder FILES = new ProgramFolder(Examples.class, "examples");

    private Examples() {}

    /**
     * All of them, in the order of the gallery; one that learns from sample data only where that data is.
     *
     * @param home where the folder {@code sample-data} lies
     */
    public static List<Experiment> all(Path home) {
        return FILES.names().stream()
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
        return read(FILES.names().getFirst());
    }

    /**
     * The example of text with a text of the user's.
     *
     * @throws unroll.engine.data.DataException where that cannot be used
     */
    public static Experiment text(Path file) {
        Experiment example = named("text");
        example = SettingsJson.with(example, "task.file", file.toAbsolutePath().toString());
        example.task().open();
        return of(
                example,
                file,
                "The network reads the characters of %s one by one, predicts the next, and goes on alone.");
    }

    /**
     * The example of a deep autoencoder with pictures of the user's; the code has thirty numbers.
     *
     * @throws unroll.engine.data.DataException where they cannot be used
     */
    public static Experiment pictures(Path source) {
        OwnPictures task = new OwnPictures(source.toAbsolutePath().toString(), 10, 30, true);
        task.open();
        Experiment example = SettingsJson.with(named("curves"), "model.layers", "400, 200, 100, 30");
        example = Schema.of(Experiment.class).with(example, "task", task);
        return of(
                example,
                source,
                "A deep autoencoder squeezes each picture of %s through thirty numbers and paints it again.");
    }

    /** The same called as a file of the user's. */
    private static Experiment of(Experiment example, Path file, String about) {
        String name = String.valueOf(file.getFileName());
        Experiment named = SettingsJson.with(example, "name", name.replaceFirst("(?i)\\.(txt|idx(\\.gz)?|gz)$", ""));
        return SettingsJson.with(named, "about", String.format(about, name));
    }

    private static Optional<Experiment> located(Experiment example, Path home) {
        return switch (example.task()) {
            case OwnSeries series -> moved(example, "folder", home.resolve(series.folder()));
            case Text text -> moved(example, "file", home.resolve(text.file()));
            default -> Optional.of(example);
        };
    }

    /** The example with its data at {@code data}, if there is something. */
    private static Optional<Experiment> moved(Experiment example, String setting, Path data) {
        return Files.exists(data)
                ? Optional.of(SettingsJson.with(example, "task." + setting, data.toString()))
                : Optional.empty();
    }

    /** The example in the file that is called so behind its number. */
    private static Experiment named(String name) {
        return FILES.names().stream()
                .filter(file -> file.endsWith("-" + name + ".json"))
                .map(Examples::read)
                .findFirst()
                .orElseThrow();
    }

    private static Experiment read(String file) {
        return SettingsJson.read(Experiment.class, FILES.read(file), file);
    }
}
