package unroll.engine.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When the ticks of a MIDI file are, in seconds. */
final class TempoMap {
    /** 120 quarter notes a minute, where nothing is said. */
    static final int INITIAL = 500_000;

    private static final double MICROSECONDS = 1e6;

    private final Division division;
    private final long[] ticks;
    private final double[] seconds;
    private final int[] tempi;

    /**
     * A change of tempo.
     *
     * @param tick from which on it holds
     * @param tempo in microseconds for each quarter note, above 0
     */
    record Change(long tick, int tempo) {}

    /** Of one tick the last change counts. */
    TempoMap(Division division, List<Change> changes) {
        this.division = division;
        List<Change> ordered = new ArrayList<>(List.of(new Change(0, INITIAL)));
        changes.stream().sorted(Comparator.comparingLong(Change::tick)).forEach(ordered::add);
        ticks = ordered.stream().mapToLong(Change::tick).toArray();
        tempi = ordered.stream().mapToInt(Change::tempo).toArray();
        seconds = new double[ticks.length];
        for (int i = 1; i < ticks.length; i++) {
            seconds[i] = seconds[i - 1] + length(ticks[i] - ticks[i - 1], tempi[i - 1]);
        }
    }

    private double length(long count, int tempo) {
        return division.ticksOfSecond() > 0
                ? count / division.ticksOfSecond()
                : count * (double) tempo / (division.ticksOfQuarter() * MICROSECONDS);
    }

    /** When a tick is. */
    double seconds(long tick) {
        int low = 0;
        int high = ticks.length - 1;
        while (low < high) { // the last change that is not later
            int middle = (low + high + 1) >>> 1;
            if (ticks[middle] <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return seconds[low] + length(tick - ticks[low], tempi[low]);
    }

    /**
     * What a tick is: one of the two is 0.
     *
     * @param ticksOfQuarter in a quarter note
     * @param ticksOfSecond in a second, whatever the tempo
     */
    record Division(int ticksOfQuarter, double ticksOfSecond) {}
}
