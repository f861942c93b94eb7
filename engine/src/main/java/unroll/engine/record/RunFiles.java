package unroll.engine.record;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The files of a run's folder that a copy of it needs to go on bit for bit; its pictures are drawn anew. */
public final class RunFiles {
    /** Without it a folder is no run, so whoever makes a copy writes it last. */
    public static final String EXPERIMENT = "experiment.json";

    /** The folder of the user's own files, where they came with the run. */
    public static final String DATA = "data";

    static final String METRICS = "metrics.csv";
    static final String INNER = "inner.csv";
    static final String INPUTS = "inputs.txt";
    static final String LABEL = "label.txt";
    static final String NOTES = "notes.md";
    static final String ORIGIN = "origin.json";
    static final String SIGNATURE = "signature.json";
    static final String STOPPED = "stopped.txt";

    private static final List<String> TEXTS =
            List.of(METRICS, INNER, INPUTS, LABEL, NOTES, ORIGIN, SIGNATURE, STOPPED, EXPERIMENT);
    private static final List<String> NUMBERED = List.of(Checkpoints.NEWEST, Checkpoints.HISTORY);
    private static final Pattern STATE =
            Pattern.compile("(" + String.join("|", NUMBERED) + ")/\\d{10,18}\\.safetensors");

    /** No name in it leads elsewhere. */
    private static final Pattern OWN = Pattern.compile(DATA + "(/(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+)+");

    private RunFiles() {}

    /** Whether a run may have a file of this name; names have slashes and lead nowhere else. */
    public static boolean known(String name) {
        return TEXTS.contains(name) || STATE.matcher(name).matches() || isData(name);
    }

    /** Whether a file of this name is one of the user's own. */
    public static boolean isData(String name) {
        return OWN.matcher(name).matches();
    }

    /**
     * The names of the files that there are, without the user's own. In this order they may be copied from a run that goes on meanwhile: checkpoints come
     * before the metrics, which whoever opens the copy cuts off at the checkpoint.
     *
     * @throws RunException where they cannot be listed
     */
    public static List<String> of(RunFolder run) {
        List<String> names = new ArrayList<>();
        for (String folder : NUMBERED) {
            FolderFiles.list(run.path().resolve(folder)).stream()
                    .map(file -> folder + "/" + file.getFileName())
                    .filter(RunFiles::known)
                    .sorted()
                    .forEach(names::add);
        }
        TEXTS.stream()
                .filter(name -> Files.isRegularFile(run.path().resolve(name)))
                .forEach(names::add);
        return names;
    }

    /**
     * Reads what a run needs to go on.
     *
     * @return how far it has come
     * @throws RunException with a sentence where something cannot be read
     * @throws unroll.engine.setting.SettingsException where it does not rightly tell which run it left
     */
    public static Standing check(RunFolder run) {
        run.checkpoint().ifPresent(state -> run.origin());
        return run.standing();
    }
}
