package unroll.app.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import unroll.app.control.Numbers;
import unroll.app.kept.SweepPlaces;
import unroll.engine.file.FileException;
import unroll.engine.record.RunException;
import unroll.engine.sweep.SampleSweeps;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepFolder;

/** Reads which sweeps there are: those that come with the program, and those that were begun. */
final class SweepItems {
    /** Where a sentence ends and another begins; "sec. 4.4" goes on. */
    private static final Pattern SENTENCES = Pattern.compile("(?<=\\.) (?=\\p{Lu})");

    private SweepItems() {}

    /** The samples, and then what else lies under {@code sweeps}. Reads files, so on a thread that may wait. */
    static List<SweepItem> under(Path sweeps) {
        List<SweepItem> items = new ArrayList<>();
        Set<Path> listed = new HashSet<>();
        for (Sweep sample : SampleSweeps.all()) {
            SweepFolder folder = SweepPlaces.of(sweeps, sample);
            listed.add(folder.path());
            items.add(folder.begun() ? begun(folder) : item(folder, Optional.of(sample), sample));
        }
        for (Path folder : folders(sweeps)) {
            if (listed.add(folder)) {
                items.add(begun(new SweepFolder(folder)));
            }
        }
        return items;
    }

    private static List<Path> folders(Path sweeps) {
        if (!Files.isDirectory(sweeps)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(sweeps)) {
            return all.map(folder -> folder.toAbsolutePath().normalize())
                    .filter(folder -> new SweepFolder(folder).begun())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RunException(sweeps, "cannot be listed: " + FileException.reason(e), e);
        }
    }

    private static SweepItem begun(SweepFolder folder) {
        try {
            return item(folder, Optional.empty(), folder.sweep());
        } catch (RuntimeException damaged) {
            String name = String.valueOf(folder.path().getFileName());
            return new SweepItem(folder.path(), Optional.empty(), name, "", "cannot be read");
        }
    }

    private static SweepItem item(SweepFolder folder, Optional<Sweep> sample, Sweep sweep) {
        String runs = Numbers.whole(sweep.size()) + (sweep.size() == 1 ? " run" : " runs");
        return new SweepItem(
                folder.path(),
                sample,
                sweep.name(),
                SENTENCES.split(sweep.about(), 2)[0],
                sample.isPresent() ? runs : Numbers.whole(folder.over()) + " of " + runs + " over");
    }
}
