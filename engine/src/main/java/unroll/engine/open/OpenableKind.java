package unroll.engine.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.init.GivenWeights;
import unroll.engine.project.ProjectFile;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.Schema;

/**
 * A kind of files that can be opened.
 *
 * @param words what they are, in the plural: "projects"
 * @param endings how their names end, in small letters; the folder of a run and of a sweep have none
 */
public record OpenableKind(String words, List<String> endings) {
    static final OpenableKind PROJECT = new OpenableKind("projects", List.of(ProjectFile.ENDING));
    static final OpenableKind DOCUMENT = new OpenableKind("experiments and sweeps", List.of(".json"));

    public OpenableKind {
        endings = List.copyOf(endings);
    }

    /** What a setting says that names such a file. */
    public static OpenableKind of(FileKind kind) {
        return new OpenableKind(
                kind.words(),
                Stream.of(kind.endings(), kind.shared()).flatMap(Stream::of).toList());
    }

    /** All kinds, in the order in which people read them. */
    public static List<OpenableKind> all() {
        List<OpenableKind> all = new ArrayList<>(List.of(PROJECT, DOCUMENT));
        OwnExperiment.all().forEach(own -> all.add(of(own.kind())));
        all.add(weights());
        return all;
    }

    /** Weights to begin with. */
    public static OpenableKind weights() {
        return of(Schema.of(GivenWeights.class).field("file").fileKind().orElseThrow());
    }

    /** The words of all kinds: "projects, experiments and sweeps, …, music and weights". */
    public static String allWords() {
        return listed(all().stream().map(OpenableKind::words).toList(), "and");
    }

    /** What a folder that is opened can hold of data: "series, pictures or music". */
    public static String folderWords() {
        return listed(
                OwnExperiment.all().stream()
                        .map(OwnExperiment::kind)
                        .filter(FileKind::folder)
                        .map(FileKind::words)
                        .toList(),
                "or");
    }

    private static String listed(List<String> words, String last) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.getLast();
    }

    /** Its words as a dialog lists them: "Projects". */
    public String label() {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What can be opened, in words: "projects (.unroll), …, folders of these, of a run or of a sweep". */
    static String sentence() {
        return all().stream()
                        .map(kind -> kind.words() + " (" + String.join(", ", kind.endings()) + ")")
                        .collect(Collectors.joining(", "))
                + ", and the folders of runs, of sweeps, and of " + folderWords();
    }

    /** Whether a file's name ends so, in whatever letters. */
    boolean has(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(small::endsWith);
    }

    /** Patterns of such names for dialogs, which may take capitals for other letters: "*.csv", "*.CSV". */
    public List<String> patterns() {
        return endings.stream()
                .flatMap(ending -> Stream.of("*" + ending, "*" + ending.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
