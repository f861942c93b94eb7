package unroll.engine.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Reading;

/**
 * What a run's optimiser reported of its updates, grown by the trainer and read by anybody: readings of every update, and the
 * inner loops of some. A {@link #readings view} of the readings never changes.
 */
public final class Diagnostics {
    /** When more inner loops than this are kept, every second goes: the older, the sparser. */
    static final int LOOPS = 200;

    private final List<Gauge> gauges;
    private volatile Readings readings;
    private volatile List<InnerLoop> loops = List.of();

    /** Before the first update of an optimiser with these gauges. */
    public Diagnostics(List<Gauge> gauges) {
        this.gauges = List.copyOf(gauges);
        readings = new Readings(0, new long[16], new double[16 * gauges.size()], new String[16 * gauges.size()]);
    }

    /** What the readings are; empty for an optimiser without gauges. */
    public List<Gauge> gauges() {
        return gauges;
    }

    /** The readings of all updates so far. */
    public Readings readings() {
        return readings;
    }

    /** The inner iterations of an update, if they are kept; of many iterations not all are. */
    public Optional<InnerLoop> loop(long update) {
        return loops.stream().filter(loop -> loop.update() == update).findFirst();
    }

    List<InnerLoop> loops() {
        return loops;
    }

    /** Adds the readings of an update; those of it before, and of later ones, were of updates that were taken back. */
    public void add(long update, List<Reading> reported) {
        if (reported.size() == gauges.size() && !reported.isEmpty()) {
            readings = readings.before(update).with(update, reported);
        }
    }

    /**
     * Adds the inner iterations of an update; those of it before, and of those after, were taken back.
     *
     * @return whether others went
     */
    public boolean add(InnerLoop loop) {
        List<InnerLoop> all = new ArrayList<>(
                loops.stream().filter(before -> before.update() < loop.update()).toList());
        boolean fewer = all.size() < loops.size();
        all.add(loop);
        if (all.size() > LOOPS) {
            for (int i = all.size() - 2; i > 0; i -= 2) {
                all.remove(i);
            }
            fewer = true;
        }
        loops = List.copyOf(all);
        return fewer;
    }

    /** The readings of the updates up to now, a row for each. */
    public static final class Readings {
        private final int size;
        private final long[] updates;
        private final double[] numbers;
        private final String[] words;

        /** Arrays of which the first {@code size} rows are written. */
        private Readings(int size, long[] updates, double[] numbers, String[] words) {
            this.size = size;
            this.updates = updates;
            this.numbers = numbers;
            this.words = words;
        }

        /** How many updates. */
        public int size() {
            return size;
        }

        /** The update of row {@code i}, counted from 1; they ascend. */
        public long update(int i) {
            return updates[i];
        }

        /** The number of a gauge; NaN where it shows words. */
        public double number(int i, int gauge) {
            return numbers[i * width() + gauge];
        }

        /** The words of a gauge; empty where it shows a number. */
        public String words(int i, int gauge) {
            return words[i * width() + gauge];
        }

        private int width() {
            return numbers.length / updates.length;
        }

        private Readings before(long update) {
            int left = size;
            while (left > 0 && updates[left - 1] >= update) {
                left--;
            }
            return left == size ? this : new Readings(left, updates.clone(), numbers.clone(), words.clone());
        }

        private Readings with(long update, List<Reading> reported) {
            boolean room = size < updates.length;
            int width = width();
            long[] nextUpdates = room ? updates : Arrays.copyOf(updates, 2 * size);
            double[] nextNumbers = room ? numbers : Arrays.copyOf(numbers, 2 * size * width);
            String[] nextWords = room ? words : Arrays.copyOf(words, 2 * size * width);
            nextUpdates[size] = update;
            for (int j = 0; j < width; j++) {
                nextNumbers[size * width + j] = reported.get(j).number();
                nextWords[size * width + j] = reported.get(j).words();
            }
            return new Readings(size + 1, nextUpdates, nextNumbers, nextWords);
        }
    }
}
