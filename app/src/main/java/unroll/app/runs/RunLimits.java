package unroll.app.runs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.app.parallel.AxisSpan;
import unroll.app.parallel.ParallelAxis;
import unroll.app.parallel.ParallelData;
import unroll.engine.archive.RunRecord.Whole;

/**
 * Which runs are shown of all that there are.
 *
 * @param kept the names of the only ones; empty for all
 * @param spans of settings and scores that they lie in, by the keys of {@link SettingAxes}, in the order in which they were drawn
 */
record RunLimits(Set<String> kept, SequencedMap<String, AxisSpan> spans) {
    /** All are shown. */
    static final RunLimits NONE = new RunLimits(Set.of(), new LinkedHashMap<>());

    RunLimits {
        kept = Set.copyOf(kept);
        spans = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(spans));
    }

    /** Only these runs, whatever their settings. */
    static RunLimits to(Set<String> runs) {
        return new RunLimits(runs, new LinkedHashMap<>());
    }

    RunLimits with(String key, AxisSpan span) {
        SequencedMap<String, AxisSpan> more = new LinkedHashMap<>(spans);
        more.put(key, span);
        return new RunLimits(kept, more);
    }

    RunLimits without(String key) {
        SequencedMap<String, AxisSpan> fewer = new LinkedHashMap<>(spans);
        fewer.remove(key);
        return new RunLimits(kept, fewer);
    }

    /** Whether a run is among the only ones. */
    boolean keeps(String run) {
        return kept.isEmpty() || kept.contains(run);
    }

    /** Whether a run lies in all spans. */
    boolean contain(Whole run) {
        return spans.entrySet().stream()
                .allMatch(span -> span.getValue().contains(SettingAxes.value(run, span.getKey())));
    }

    /** "Learning rate 0.001 to 0.1, Hidden units 16"; empty for no limits. */
    String words(ParallelData settings) {
        Map<String, String> names = settings.axes().stream()
                .collect(Collectors.toMap(ParallelAxis::key, ParallelAxis::name, (one, other) -> one));
        Stream<String> runs = kept.isEmpty() ? Stream.of() : Stream.of(kept.size() + " kept runs");
        return Stream.concat(
                        runs,
                        spans.entrySet().stream()
                                .map(span -> names.getOrDefault(span.getKey(), span.getKey()) + " "
                                        + span.getValue().words()))
                .collect(Collectors.joining(", "));
    }
}
