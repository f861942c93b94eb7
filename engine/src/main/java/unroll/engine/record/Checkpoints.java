package unroll.engine.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.file.FileException;

/**
 * The states of a run on the disk: the newest and the one before it, to go on from, and a history of older ones, which is thinned
 * out when it gets much.
 */
final class Checkpoints {
    static final String NEWEST = "checkpoints";
    static final String HISTORY = "history";

    /** The newest and one before it, should the newest be damaged. */
    private static final int KEPT = 2;

    /** When the history holds more states than this, every second is dropped. */
    private static final int MOST = 128;

    /** The same where they take more bytes than this. */
    private static final long MOST_BYTES = 512L << 20;

    private final Path newest;
    private final Path older;

    /** @param run the folder of the run */
    Checkpoints(Path run) {
        newest = run.resolve(NEWEST);
        older = run.resolve(HISTORY);
    }

    /** Keeps the newest state, and of those before it only the last; what is beyond it goes. */
    void save(Checkpoint checkpoint) {
        checkpoint.write(newest.resolve(name(checkpoint.update())));
        forget(newest, checkpoint.update());
        forget(older, checkpoint.update());
        List<Path> all = files(newest);
        all.subList(0, Math.max(0, all.size() - KEPT)).forEach(FolderFiles::delete);
    }

    private static void forget(Path folder, long after) {
        files(folder).stream().filter(file -> update(file) > after).forEach(FolderFiles::delete);
    }

    /** Adds a state to the history. */
    void remember(Checkpoint checkpoint) {
        checkpoint.write(older.resolve(name(checkpoint.update())));
        for (List<Path> all = files(older); tooMuch(all); all = files(older)) {
            for (int i = 1; i < all.size() - 1; i += 2) {
                FolderFiles.delete(all.get(i));
            }
        }
    }

    /** The first and the newest stay, whatever room they take. */
    private static boolean tooMuch(List<Path> history) {
        return history.size() > MOST
                || history.size() > 2
                        && history.stream().mapToLong(Checkpoints::bytes).sum() > MOST_BYTES;
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /** The updates of the history, ascending. */
    List<Long> history() {
        return files(older).stream().map(Checkpoints::update).toList();
    }

    /** The state after an update, of the history or else of the newest. */
    Checkpoint remembered(long update) {
        Path file = older.resolve(name(update));
        return Checkpoint.read(Files.exists(file) ? file : newest.resolve(name(update)));
    }

    /** The newest state that can be read; empty where none was saved. */
    Optional<Checkpoint> newest() {
        RunException complaint = null;
        for (Path file : files(newest).reversed()) {
            try {
                return Optional.of(Checkpoint.read(file));
            } catch (RunException e) {
                complaint = e;
            }
        }
        if (complaint != null) {
            throw complaint;
        }
        return Optional.empty();
    }

    private static String name(long update) {
        return String.format(Locale.ROOT, "%010d.safetensors", update);
    }

    private static long update(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(".safetensors", ""));
    }

    /** The states in a folder, by update. */
    private static List<Path> files(Path folder) {
        return FolderFiles.list(folder).stream()
                .filter(file -> file.getFileName().toString().matches("\\d{1,18}\\.safetensors"))
                .sorted(Comparator.comparingLong(Checkpoints::update))
                .toList();
    }
}
