package unroll.engine.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decodes by beam search over prefixes (thesis eq. 2.52; Graves et al. 2006 for the idea of prefixes): after each step the
 * {@code width} most probable beginnings of label strings are kept, each with the mass of all its alignments that were
 * looked at.
 *
 * @param width prefixes kept; {@link #UNLIMITED} keeps all, which is exact and takes time exponential in the steps
 */
public record BeamSearch(Collapse collapse, int width) {
    /** A width that prunes nothing. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public BeamSearch {
        if (width < 1) {
            throw new IllegalArgumentException("a beam of width " + width + " holds nothing");
        }
    }

    /** The strings in the last beam, the most probable first. */
    public List<Decoding> decode(LogProbabilities p) {
        List<Prefix> beam = List.of(Prefix.empty());
        for (int t = 0; t < p.steps(); t++) {
            List<Prefix> reached = new ArrayList<>();
            for (Prefix prefix : beam) {
                extend(prefix, p, t, reached);
            }
            beam = keep(reached);
        }
        return beam.stream()
                .map(prefix -> new Decoding(prefix.labels(), prefix.mass()))
                .toList();
    }

    /** Hands the mass of a prefix at step t on to itself and to the prefixes one label longer. */
    private void extend(Prefix prefix, LogProbabilities p, int t, List<Prefix> reached) {
        int last = prefix.label();
        prefix.addOpen(prefix.mass() + p.of(t, p.blank()), t, reached);
        for (int k = 0; k < p.blank(); k++) {
            double log = p.of(t, k);
            boolean merges = collapse.merges(last, k);
            if (merges) {
                prefix.addClosed(prefix.closed() + log, t, reached);
            }
            double grown = (merges ? prefix.open() : prefix.mass()) + log;
            if (collapse == Collapse.MERGE_REPEATS) {
                prefix.child(k).addClosed(grown, t, reached);
            } else {
                prefix.child(k).addOpen(grown, t, reached);
            }
        }
    }

    private List<Prefix> keep(List<Prefix> reached) {
        reached.forEach(Prefix::take);
        reached.sort(Comparator.comparingDouble(Prefix::mass).reversed());
        List<Prefix> kept = reached.subList(0, Math.min(width, reached.size()));
        kept.forEach(Prefix::join);
        return kept;
    }
}
