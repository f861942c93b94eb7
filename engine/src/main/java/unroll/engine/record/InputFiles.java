package unroll.engine.record;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.file.FileException;
import unroll.engine.setting.FilePath;

/** What the user's own files were when a run began, a line for each setting that names some, so that others do not go unnoticed. */
public final class InputFiles {
    private static final String IS = ": ";

    private InputFiles() {}

    /**
     * Keeps what the files are now.
     *
     * @throws FileException where one cannot be read, or that cannot be written
     */
    public static void keep(RunFolder run, Experiment experiment) {
        String lines = now(experiment).entrySet().stream()
                .map(file -> file.getKey() + IS + file.getValue() + "\n")
                .collect(Collectors.joining());
        if (!lines.isEmpty()) {
            FolderFiles.write(run.path().resolve(RunFiles.INPUTS), lines);
        }
    }

    /**
     * What is not as it was when the run began, a sentence for each, of a run that is to go on; nothing where all is, or it has not begun.
     * A run that does not know keeps what is now.
     *
     * @throws FileException where a file cannot be read
     */
    public static List<String> changed(RunFolder run, Experiment experiment) {
        if (!run.begun()) {
            return List.of();
        }
        if (before(run).isEmpty()) {
            keep(run, experiment);
        }
        return differences(run, experiment).stream()
                .map(sentence -> sentence + " The run goes on with what is there now.")
                .toList();
    }

    /**
     * What is not as it was when the run began, a sentence for each; nothing where all is, or the run does not know.
     *
     * @throws FileException where a file cannot be read
     */
    public static List<String> differences(RunFolder run, Experiment experiment) {
        Map<String, String> before = before(run);
        if (before.isEmpty()) {
            return List.of();
        }
        Map<String, FilePath> named = OwnFiles.named(experiment, true);
        return now(experiment).entrySet().stream()
                .filter(file -> !file.getValue().equals(before.getOrDefault(file.getKey(), file.getValue())))
                .map(file -> named.get(file.getKey()) + " has changed since this run began: "
                        + before.get(file.getKey()) + " then, " + file.getValue()
                        + " now.")
                .toList();
    }

    private static Map<String, String> before(RunFolder run) {
        Map<String, String> before = new LinkedHashMap<>();
        FolderFiles.textOrEmpty(run.path().resolve(RunFiles.INPUTS)).lines().forEach(line -> {
            int is = line.indexOf(IS);
            if (is > 0) {
                before.put(line.substring(0, is), line.substring(is + IS.length()));
            }
        });
        return before;
    }

    private static SequencedMap<String, String> now(Experiment experiment) {
        SequencedMap<String, String> now = new LinkedHashMap<>();
        OwnFiles.named(experiment, true)
                .forEach((setting, named) -> now.put(setting, sum(named, OwnFiles.behind(experiment, named))));
        return now;
    }

    /** Such as "2 files, 4,320 bytes, CRC-32 5f3a09c1": of their names inside what is named, and of their bytes. */
    private static String sum(FilePath named, List<Path> files) {
        CRC32 sum = new CRC32();
        long bytes = 0;
        for (Path file : files) {
            String inside = named.path().relativize(file).toString().replace(File.separatorChar, '/');
            sum.update(inside.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), sum)) {
                bytes += in.transferTo(out);
            } catch (IOException e) {
                throw new FileException(file, "cannot be read: " + FileException.reason(e), e);
            }
        }
        String count = files.size() == 1 ? "1 file" : files.size() + " files";
        return String.format(Locale.ROOT, "%s, %,d bytes, CRC-32 %08x", count, bytes, sum.getValue());
    }
}
