package unroll.engine.experiment;

import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.file.ProgramFolder;
import unroll.engine.home.Home;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;
import unroll.engine.table.Doubt;
import unroll.engine.task.TaskSettings;

/**
 * An experiment that waits for a file or folder of the user's: the files of a program's folder, in the order in which a folder is
 * tried on them.
 *
 * @param waiting the experiment; in what it says of itself {@code {file}} stands for the name
 * @param setting the path of the setting that names the file
 * @param kind which files that can be
 */
public record OwnExperiment(Experiment waiting, String setting, FileKind kind) {
    private static final String[] NETWORKS = {
        ".onnx", ".pt", ".pth", ".ckpt", ".h5", ".keras", ".tflite", ".pb", ".gguf"
    };

    private static final ProgramFolder FILES = new ProgramFolder(OwnExperiment.class, "own");

    /**
     * An experiment with data of the user's that were read.
     *
     * @param understood how they were understood, a sentence each
     * @param doubts what of them could be read otherwise
     */
    public record Understood(Experiment experiment, List<String> understood, List<Doubt> doubts) {
        public Understood {
            understood = List.copyOf(understood);
            doubts = List.copyOf(doubts);
        }
    }

    /** One for each kind of files. */
    public static List<OwnExperiment> all() {
        return FILES.names().stream().map(OwnExperiment::read).toList();
    }

    private static OwnExperiment read(String file) {
        Experiment waiting = SettingsJson.read(Experiment.class, FILES.read(file), file, Home.ofProgram());
        Map.Entry<String, FilePath> named = SettingsList.files(waiting).firstEntry();
        return new OwnExperiment(
                waiting,
                named.getKey(),
                SettingsList.field(waiting, named.getKey()).fileKind().orElseThrow());
    }

    /**
     * The experiment that learns from such a file or folder, which is not read yet; empty where there is none for it. A folder is of the kind
     * of which it holds most files, in doubt of the first.
     */
    public static Optional<Experiment> of(Path path) {
        return all().stream()
                .filter(own -> own.takes(path))
                .map(own -> own.with(path))
                .reduce((first, other) -> files(other) > files(first) ? other : first);
    }

    /** Why nothing learns from a file or folder, and what can be learned from. */
    public static String nothingFor(Path path) {
        List<String> words = all().stream().map(own -> own.kind().words()).toList();
        return path + ": there is nothing that learns from such a " + (Files.isDirectory(path) ? "folder" : "file")
                + "; " + String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast()
                + " can be learned from" + advice(path);
    }

    /** What makes such a file one that can be learned from; empty where nobody knows. */
    public static String advice(Path path) {
        if (ending(path, NETWORKS).isPresent()) {
            return "; it holds a network, whose weights can be begun with where they are saved as safetensors: by"
                    + " safetensors.torch.save_file(model.state_dict(), ...) in Python";
        }
        if (ending(path, ".asf").isPresent()) {
            return "; it is a skeleton without a motion: take an .amc file that moves it, and leave it beside that";
        }
        String type = URLConnection.guessContentTypeFromName(name(path));
        return type != null && type.startsWith("image/") ? "; put pictures into a folder, and take that" : "";
    }

    private static int files(Experiment experiment) {
        return experiment.task().files().size();
    }

    /**
     * The same with sequences as long as the data allow; what it says about itself tells so, and how the data were understood. Reads them.
     *
     * @throws unroll.engine.data.DataException where they cannot be used
     */
    public static Optional<Understood> fitted(Path path) {
        return of(path).map(OwnExperiment::understood);
    }

    /** The experiment on a person's own data with sequences as long as these allow, as {@link #fitted(Path)}. */
    public static Experiment fitted(Experiment experiment) {
        return understood(experiment).experiment();
    }

    private static Understood understood(Experiment experiment) {
        TaskSettings.Fitted fitted = experiment.task().fitted();
        List<String> understood = fitted.understood();
        return new Understood(
                reading(experiment, fitted.settings(), List.of(), understood),
                understood,
                fitted.task().doubts());
    }

    /**
     * An experiment that reads its data in another way.
     *
     * @param before how they were understood, as far as it says so of itself; then it says it of the new way, too
     * @param now how they are understood
     */
    public static Experiment reading(Experiment experiment, TaskSettings task, List<String> before, List<String> now) {
        String former = " " + String.join(" ", before);
        String told = now.isEmpty() ? "" : " " + String.join(" ", now);
        String about = before.isEmpty()
                ? experiment.about() + told
                : experiment.about().replace(former, told);
        Schema<Experiment> schema = Schema.of(Experiment.class);
        return schema.with(schema.with(experiment, "task", task), "about", about);
    }

    private boolean takes(Path path) {
        return Files.isDirectory(path)
                ? kind.folder() && !with(path).task().files().isEmpty()
                : ending(path, kind.endings()).isPresent()
                        || ending(path, kind.shared()).isPresent()
                                && with(path).task().recognises();
    }

    /** The longest of these endings that a name has. */
    private static Optional<String> ending(Path path, String... endings) {
        String name = name(path).toLowerCase(Locale.ROOT);
        return Stream.of(endings).filter(name::endsWith).max(Comparator.comparingInt(String::length));
    }

    private static String name(Path path) {
        return new FilePath(path).name();
    }

    private Experiment with(Path path) {
        String name = name(path);
        int ending = Files.isDirectory(path)
                ? 0
                : ending(path, kind.endings())
                        .or(() -> ending(path, kind.shared()))
                        .orElse("")
                        .length();
        Experiment experiment = SettingsJson.with(waiting, setting, new FilePath(path).toString());
        experiment = SettingsJson.with(experiment, "name", name.substring(0, name.length() - ending));
        return SettingsJson.with(experiment, "about", waiting.about().replace("{file}", name));
    }
}
