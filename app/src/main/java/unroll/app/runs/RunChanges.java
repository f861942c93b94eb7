package unroll.app.runs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import unroll.engine.record.Remarks;

/**
 * What a person changed of the runs, which can be undone.
 *
 * @param baseline the name of the run that others are compared with; empty for none
 * @param binned the names of runs that were deleted
 * @param remarks by the names of runs, as far as they were written since the start
 * @param limits which of the runs are shown
 */
record RunChanges(String baseline, Set<String> binned, Map<String, Remarks> remarks, RunLimits limits) {
    /** Before anything was done. */
    static final RunChanges EMPTY = new RunChanges("", Set.of(), Map.of(), RunLimits.NONE);

    RunChanges {
        binned = Set.copyOf(binned);
        remarks = Map.copyOf(remarks);
    }

    RunChanges withBaseline(String run) {
        return new RunChanges(run, binned, remarks, limits);
    }

    RunChanges withBinned(Set<String> runs) {
        Set<String> more = new LinkedHashSet<>(binned);
        more.addAll(runs);
        return new RunChanges(baseline, more, remarks, limits);
    }

    RunChanges withRemarks(String run, Remarks written) {
        Map<String, Remarks> other = new LinkedHashMap<>(remarks);
        other.put(run, written);
        return new RunChanges(baseline, binned, other, limits);
    }

    RunChanges withLimits(RunLimits other) {
        return new RunChanges(baseline, binned, remarks, other);
    }

    /** The runs of which something is to be done on the disk since then. */
    Set<String> changedSince(RunChanges before) {
        Set<String> changed = new LinkedHashSet<>();
        Stream.of(this, before).forEach(shelf -> {
            changed.addAll(shelf.binned);
            changed.addAll(shelf.remarks.keySet());
        });
        changed.removeIf(run -> binned.contains(run) == before.binned.contains(run)
                && Optional.ofNullable(remarks.get(run)).equals(Optional.ofNullable(before.remarks.get(run))));
        return changed;
    }
}
