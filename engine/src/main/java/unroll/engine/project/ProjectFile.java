package unroll.engine.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.record.RunFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/**
 * A run with all that belongs to it as one zip that other tools can open: the run's files under {@code run/}, and beside them what
 * the window adds, such as {@code views.json} and {@code preview.png}. The user's own files that the run reads lie under
 * {@code run/data/}. {@code project.json} stands first and says what it is.
 */
public final class ProjectFile {
    /** How its name ends. */
    public static final String ENDING = ".unroll";

    static final String HEAD = "project.json";
    static final String RUN = "run/";
    static final String FORMAT = "unroll-project-1";

    private ProjectFile() {}

    /** Whether a file is called as projects are, in whatever letters. */
    public static boolean isNamed(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * A project that was opened.
     *
     * @param run a new run folder, which goes on where the project was saved
     * @param extras what the window had added, by name
     */
    public record Opened(RunFolder run, Map<String, byte[]> extras) {}

    /**
     * What was written.
     *
     * @param files of the run
     * @param bytes of the whole project
     * @param data how many files of the user's own are inside
     * @param without a sentence for each that is named but not inside
     */
    public record Written(int files, long bytes, int data, List<String> without) {
        public Written {
            without = List.copyOf(without);
        }
    }

    /**
     * Writes a project; a run that goes on meanwhile is kept as it was saved last.
     *
     * @param file replaced whole, or not at all
     * @param experiment what to begin with where the run has no file yet
     * @param extras what the window adds, by names such as {@code views.json}
     * @throws FileException where something cannot be read or written
     */
    public static Written write(Path file, RunFolder run, Experiment experiment, Map<String, byte[]> extras) {
        CarriedFiles data = CarriedFiles.of(run, run.begun() ? run.experiment() : experiment);
        int[] files = new int[1];
        AtomicFile.fill(file.toAbsolutePath(), part -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                add(zip, HEAD, new ByteArrayInputStream(head(experiment)));
                for (Map.Entry<String, Path> own : data.files().entrySet()) {
                    add(zip, RUN + own.getKey(), own.getValue());
                }
                for (String name : RunFiles.of(run)) {
                    if (!name.equals(RunFiles.EXPERIMENT)) {
                        files[0] += add(zip, RUN + name, run.path().resolve(name)) ? 1 : 0;
                    }
                }
                add(zip, RUN + RunFiles.EXPERIMENT, new ByteArrayInputStream(bytes(data.json())));
                files[0]++;
                for (Map.Entry<String, byte[]> extra : new TreeMap<>(extras).entrySet()) {
                    add(zip, extra.getKey(), new ByteArrayInputStream(extra.getValue()));
                }
            }
        });
        try {
            return new Written(files[0], Files.size(file), data.files().size(), data.without());
        } catch (IOException e) {
            throw new ProjectException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    private static byte[] head(Experiment experiment) {
        return bytes(SettingsJson.write(new ProjectHead(FORMAT, experiment.name())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A state that was thinned out since it was listed is left out; a newer one is there. */
    private static boolean add(ZipOutputStream zip, String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            add(zip, name, in);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void add(ZipOutputStream zip, String name, InputStream in) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        in.transferTo(zip);
        zip.closeEntry();
    }

    /**
     * Makes a new run folder of a project.
     *
     * @param runs where the folder is made; no other in it is touched
     * @throws FileException with a sentence where the file is damaged, or is no project; then nothing is left behind
     * @throws unroll.engine.experiment.MissingFiles where files of the user's are neither inside nor where they were
     * @throws unroll.engine.setting.SettingsException where its experiment is none
     */
    public static Opened open(Path file, Path runs) {
        return open(file, runs, UnaryOperator.identity());
    }

    /** The same where somebody says of the experiment where its files are now. */
    public static Opened open(Path file, Path runs, UnaryOperator<Experiment> placed) {
        return Unpacking.of(file, runs, placed);
    }
}
