package unroll.engine.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import unroll.engine.data.DataException;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.MissingFiles;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.file.FileException;
import unroll.engine.model.Layout;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;

/**
 * Makes a run of a project file that may come from anywhere: only names that a project has are written, never more bytes than were
 * announced, and it becomes a run only once all of it is there and can be read.
 */
final class Unpacking {
    /** What a window adds: not more than a picture and some text. */
    private static final Set<String> EXTRAS = Set.of("views.json", "edits.json", "preview.png");

    /** The largest file that is read into memory, in bytes. */
    private static final long LARGEST_EXTRA = 32L << 20;

    /** The most that a project may hold, in bytes: a run keeps 512 MiB of history and two states besides. */
    private static final long LARGEST = 4L << 30;

    /** The most files besides the user's own: a run keeps up to 128 states and two more. */
    private static final int MOST_FILES = 1000;

    private final Path file;
    private final Path runs;
    private final UnaryOperator<Experiment> placed;
    private final Map<String, byte[]> extras = new TreeMap<>();

    private Unpacking(Path file, Path runs, UnaryOperator<Experiment> placed) {
        this.file = file;
        this.runs = runs;
        this.placed = placed;
    }

    /** @param placed says where the user's own files are now, if they are elsewhere */
    static ProjectFile.Opened of(Path file, Path runs, UnaryOperator<Experiment> placed) {
        Unpacking unpacking = new Unpacking(file, runs, placed);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            List<? extends ZipEntry> entries =
                    zip.stream().filter(entry -> !entry.isDirectory()).toList();
            unpacking.check(zip, entries);
            return unpacking.run(zip, entries);
        } catch (ZipException | IllegalArgumentException e) {
            throw unpacking.complaint(
                    "is no whole project file (" + e.getMessage() + "); copy it again from where" + " it came from", e);
        } catch (IOException e) {
            throw unpacking.complaint("cannot be read: " + FileException.reason(e), e);
        }
    }

    private ProjectException complaint(String complaint, Exception cause) {
        return new ProjectException(file, complaint, cause);
    }

    private ProjectException refusal(String complaint) {
        return new ProjectException(file, complaint, null);
    }

    private void check(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        ZipEntry head = zip.getEntry(ProjectFile.HEAD);
        if (head == null || zip.getEntry(ProjectFile.RUN + RunFiles.EXPERIMENT) == null) {
            throw refusal("is no project: it has no " + (head == null ? ProjectFile.HEAD : "experiment"));
        }
        if (entries.size() > MOST_FILES + CarriedFiles.MOST) {
            throw refusal("has " + entries.size() + " files in it; no project has more than "
                    + (MOST_FILES + CarriedFiles.MOST));
        }
        Set<String> names = new HashSet<>();
        long total = 0;
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (!known(name)) {
                throw refusal("has a file '" + name + "' in it that no project has; it was not made by this program, or"
                        + " by a later edition of it");
            }
            if (!names.add(name)) {
                throw refusal("has two files '" + name + "' in it; save the project again");
            }
            if (entry.getSize() < 0 || entry.getSize() > (inRun(name) ? LARGEST : LARGEST_EXTRA)) {
                throw refusal("announces " + entry.getSize() + " bytes for '" + name + "', which no project has");
            }
            total += entry.getSize();
        }
        if (total > LARGEST) {
            throw refusal("announces " + total + " bytes, which no project has");
        }
        ProjectHead own = read(ProjectHead.class, text(zip, head), ProjectFile.HEAD);
        if (!own.format().equals(ProjectFile.FORMAT)) {
            throw refusal("is a project of the kind '" + own.format() + "', not '" + ProjectFile.FORMAT
                    + "'; a later edition of this program opens it");
        }
    }

    private static boolean inRun(String name) {
        return name.startsWith(ProjectFile.RUN);
    }

    private static boolean known(String name) {
        return inRun(name)
                ? RunFiles.known(name.substring(ProjectFile.RUN.length()))
                : name.equals(ProjectFile.HEAD) || EXTRAS.contains(name);
    }

    private <R> R read(Class<R> type, String text, String name) {
        try {
            return SettingsJson.read(type, text, file + " (" + name + ")");
        } catch (SettingsException e) {
            throw new ProjectException(file, "cannot be used: " + e.getMessage(), e);
        }
    }

    private ProjectFile.Opened run(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        Path place = place(entries.stream().mapToLong(ZipEntry::getSize).sum());
        boolean whole = false;
        try {
            for (ZipEntry entry : entries) {
                unpack(zip, entry, place);
            }
            Experiment experiment = experiment(text(zip, zip.getEntry(ProjectFile.RUN + RunFiles.EXPERIMENT)), place);
            tellApart(RunFolder.at(place));
            Path run = RunFolder.planned(runs, experiment).path();
            Files.move(place, run, StandardCopyOption.ATOMIC_MOVE);
            whole = true;
            return new ProjectFile.Opened(RunFolder.open(run), Collections.unmodifiableMap(extras));
        } catch (RunException | SettingsException | DataException | IllegalArgumentException e) {
            throw complaint("cannot be used: " + outside(place, String.valueOf(e.getMessage())), e);
        } finally {
            if (!whole) {
                remove(place);
            }
        }
    }

    /** A new folder with room for so many bytes; no run yet, for it has no experiment. */
    private Path place(long bytes) {
        try {
            Files.createDirectories(runs);
            long room = Files.getFileStore(runs).getUsableSpace();
            if (bytes > room) {
                throw refusal("needs " + bytes + " bytes in " + runs + ", where " + room + " are free; make room");
            }
            return Files.createTempDirectory(runs, ".opening-");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ProjectException unwritable(IOException e) {
        return complaint(
                "cannot be unpacked into " + runs + ": " + FileException.reason(e)
                        + "; make room there, or choose another place",
                e);
    }

    /**
     * Reads the experiment and all else that the run needs to go on, and keeps the experiment.
     *
     * @throws MissingFiles where files that it names are neither inside nor where they were
     */
    private Experiment experiment(String text, Path place) throws IOException {
        String name = file + " (" + RunFiles.EXPERIMENT + ")";
        Experiment experiment = placed.apply(beside(SettingsJson.read(Experiment.class, text, name, place), place));
        RunFolder run = RunFolder.at(place);
        Optional<Checkpoint> state = run.checkpoint();
        RunFiles.check(run);
        OwnFiles.check(file, experiment, state.isPresent());
        Layout layout = experiment.layout();
        state.ifPresent(now -> now.flat(layout));
        boolean named = !SettingsList.files(experiment).isEmpty();
        Files.writeString(place.resolve(RunFiles.EXPERIMENT), named ? SettingsJson.write(experiment, place) : text);
        return experiment;
    }

    /** Calls a run a copy where another that was there before has its settings and its name: opened twice, it would be its own double. */
    private void tellApart(RunFolder run) {
        String text = SettingsJson.write(run.experiment(), run.path());
        Set<String> taken = new HashSet<>();
        for (RunFolder other : RunFolder.list(runs)) {
            if (!other.path().equals(run.path()) && hasSettings(other, text)) {
                taken.add(other.name());
            }
        }
        String own = run.name();
        String name = own;
        for (int copy = 1; taken.contains(name); copy++) {
            name = (copy == 1 ? "Copy of " : "Copy " + copy + " of ") + own;
        }
        if (!name.equals(own)) {
            run.remark(run.remarks().withName(name));
        }
    }

    /** Nobody takes a damaged run for another. */
    private static boolean hasSettings(RunFolder run, String text) {
        try {
            return SettingsJson.write(run.experiment(), run.path()).equals(text);
        } catch (RunException | SettingsException damaged) {
            return false;
        }
    }

    /** Files that should be beside the run but are not inside are meant to be beside the project. */
    private Experiment beside(Experiment experiment, Path place) {
        Experiment meant = experiment;
        Path here = place.toAbsolutePath().normalize();
        for (Map.Entry<String, FilePath> named : SettingsList.files(experiment).entrySet()) {
            Path path = named.getValue().path();
            if (path.startsWith(here) && Files.notExists(path)) {
                Path beside = file.toAbsolutePath()
                        .resolveSibling(here.relativize(path).toString());
                meant = SettingsJson.with(meant, named.getKey(), beside.toString());
            }
        }
        return meant;
    }

    private static String outside(Path place, String said) {
        return said.replace(place.toString() + place.getFileSystem().getSeparator(), "");
    }

    private void unpack(ZipFile zip, ZipEntry entry, Path place) throws IOException {
        String name = entry.getName();
        if (!inRun(name)) {
            extras.put(name, bytes(zip, entry));
            return;
        }
        String inside = name.substring(ProjectFile.RUN.length());
        if (inside.equals(RunFiles.EXPERIMENT)) {
            return; // last of all
        }
        Path target = place.resolve(inside).normalize();
        if (!target.startsWith(place)) {
            throw refusal("has a file '" + name + "' in it that leads elsewhere");
        }
        try (OutputStream out = created(target)) {
            copy(zip, entry, out::write);
        }
    }

    private OutputStream created(Path target) {
        try {
            Files.createDirectories(target.getParent());
            return Files.newOutputStream(target);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Takes bytes. */
    private interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    /** Copies as many bytes as were announced, and refuses one more, one fewer, or others. */
    private void copy(ZipFile zip, ZipEntry entry, Sink sink) throws IOException {
        CRC32 sum = new CRC32();
        long left = entry.getSize();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                left -= got;
                if (left < 0) {
                    break;
                }
                sum.update(piece, 0, got);
                write(sink, piece, got);
            }
        }
        if (left != 0 || sum.getValue() != entry.getCrc()) {
            throw refusal("is damaged: '" + entry.getName() + "' in it is not what was saved; copy the project again"
                    + " from where it came from");
        }
    }

    private void write(Sink sink, byte[] piece, int length) {
        try {
            sink.write(piece, 0, length);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        byte[] all = new byte[Math.toIntExact(entry.getSize())];
        int[] at = new int[1];
        copy(zip, entry, (piece, offset, length) -> {
            System.arraycopy(piece, offset, all, at[0], length);
            at[0] += length;
        });
        return all;
    }

    private String text(ZipFile zip, ZipEntry entry) throws IOException {
        if (entry.getSize() > LARGEST_EXTRA) {
            throw refusal(
                    "announces " + entry.getSize() + " bytes for '" + entry.getName() + "', which no project has");
        }
        return new String(bytes(zip, entry), StandardCharsets.UTF_8);
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
