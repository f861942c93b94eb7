package unroll.engine.baseline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import unroll.engine.sequence.Batch;

/**
 * The steps of a batch in parts that have little to do with each other: its sequences, often windows that overlap, are put together again to the
 * series that they are of, one after the other, and these are cut into parts of equally many different steps.
 */
final class Folds {
    private final Batch batch;
    /** Of each input that is different from the others the one that follows, in the order in which they are met first. */
    private final Map<Long, Long> next = new LinkedHashMap<>();

    private final Map<Long, Integer> places = new HashMap<>();

    Folds(Batch batch) {
        this.batch = batch;
        Set<Long> followers = new HashSet<>();
        for (int b = 0; b < batch.sequences(); b++) {
            for (int t = 0; t < batch.steps(); t++) {
                boolean followed = t + 1 < batch.steps() && counts(t + 1, b);
                if (counts(t, b) && followed) {
                    next.put(mark(t, b), mark(t + 1, b));
                    followers.add(mark(t + 1, b));
                } else if (counts(t, b)) {
                    next.putIfAbsent(mark(t, b), mark(t, b));
                }
            }
        }
        next.keySet().stream().filter(mark -> !followers.contains(mark)).forEach(this::follow);
        next.keySet().forEach(this::follow); // what goes round in a circle begins nowhere
    }

    private boolean counts(int t, int b) {
        return batch.weight()[batch.weightAt(t, b)] > 0;
    }

    /** Numbers an input and those that follow, as far as they have no number yet. */
    private void follow(Long first) {
        Long mark = first;
        while (mark != null && places.putIfAbsent(mark, places.size()) == null) {
            mark = next.get(mark);
        }
    }

    /** How many different steps there are. */
    int steps() {
        return places.size();
    }

    /** Of so many parts, from 0, that in which a step is that counts. */
    int part(int t, int b, int parts) {
        return (int) ((long) places.getOrDefault(mark(t, b), 0) * parts / steps());
    }

    /** A number that two different inputs hardly ever share. */
    private long mark(int t, int b) {
        long mark = 0;
        int at = batch.inputAt(t, b);
        for (int i = at; i < at + batch.inputs(); i++) {
            mark = (mark ^ Double.doubleToLongBits(batch.input()[i])) * 0x9E3779B97F4A7C15L;
            mark ^= mark >>> 32;
        }
        return mark;
    }
}
