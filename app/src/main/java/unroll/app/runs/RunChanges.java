package unroll.app.runs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person did to the runs, which can be undone.
 *
 * @param baseline the name of the run that others are compared with; empty for none
 * @param binned the names of runs that were deleted
 * @param notes by the names of runs, as far as they were written here
 */
record Shelf(String baseline, Set<String> binned, Map<String, String> notes) {
    /** Before anything was done. */
    static final Shelf EMPTY = new Shelf("", Set.of(), Map.of());

    Shelf {
        binned = Set.copyOf(binned);
        notes = Map.copyOf(notes);
    }

    Shelf withBaseline(String run) {
        return new Shelf(run, binned, notes);
    }

    Shelf withBinned(Set<String> runs) {
        Set<String> more = new LinkedHashSet<>(binned);
        more.addAll(runs);
        return new Shelf(baseline, more, notes);
    }

    Shelf withNotes(String run, String text) {
        Map<String, String> other = new LinkedHashMap<>(notes);
        other.put(run, text);
        return new Shelf(baseline, binned, other);
    }

    /** The runs of which something is to be done on the disk since then. */
    Set<String> changedSince(Shelf before) {
        Set<String> changed = new LinkedHashSet<>();
        Stream.of(this, before).forEach(shelf -> {
            changed.addAll(shelf.binned);
            changed.addAll(shelf.notes.keySet());
        });
        changed.removeIf(run -> binned.contains(run) == before.binned.contains(run)
                && Optional.ofNullable(notes.get(run)).equals(Optional.ofNullable(before.notes.get(run))));
        return changed;
    }
}
