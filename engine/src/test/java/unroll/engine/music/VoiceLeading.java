package unroll.engine.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import unroll.engine.random.Philox;

/**
 * Sets chords for soprano, alto, tenor and bass (0 to 3) by the rules of the strict style: of all settings that break none, the one whose
 * voices move least against a wish for a melody, found by dynamic programming.
 */
final class VoiceLeading {
    /** The lowest and highest key of each voice. */
    static final int[][] RANGES = {{60, 81}, {55, 74}, {48, 67}, {40, 60}};

    private static final int VOICES = RANGES.length;
    private static final int OCTAVE = 12;
    private static final int FIFTH = 7;
    private static final int TRITONE = 6;

    /** From the bass up to the tenor; the upper voices keep within an octave of each other. */
    private static final int TENOR_ABOVE_BASS = 19;

    private static final int[] LEAPS = {9, 7, 7, 12};

    /** How much chance, in semitones of movement, has a say: so that no two pieces are alike. */
    private static final double WHIM = 3;

    private final SampleKey key;
    private final List<SampleChord> chords;
    private final IntUnaryOperator contour;
    private final Philox random;

    /** @param contour where the melody would like to be at each chord */
    VoiceLeading(SampleKey key, List<SampleChord> chords, IntUnaryOperator contour, Philox random) {
        this.key = key;
        this.chords = chords;
        this.contour = contour;
        this.random = random;
    }

    /** The keys of the four voices at each chord; empty where no setting keeps all rules. */
    Optional<List<int[]>> solve() {
        List<List<int[]>> settings = new ArrayList<>();
        List<double[]> costs = new ArrayList<>();
        List<int[]> origins = new ArrayList<>();
        for (int t = 0; t < chords.size(); t++) {
            List<int[]> now = settings(t);
            double[] cost = new double[now.size()];
            int[] origin = new int[now.size()];
            for (int i = 0; i < cost.length; i++) {
                double best = t == 0 ? 0 : Double.POSITIVE_INFINITY;
                for (int j = 0; t > 0 && j < settings.get(t - 1).size(); j++) {
                    double way = costs.get(t - 1)[j];
                    int[] before = settings.get(t - 1).get(j);
                    if (way < best && allowed(t, before, now.get(i))) {
                        way += movement(before, now.get(i));
                        if (way < best) {
                            best = way;
                            origin[i] = j;
                        }
                    }
                }
                cost[i] = best + wish(t, now.get(i)) + WHIM * random.nextDouble();
            }
            settings.add(now);
            costs.add(cost);
            origins.add(origin);
        }
        return back(settings, costs, origins);
    }

    private static Optional<List<int[]>> back(List<List<int[]>> settings, List<double[]> costs, List<int[]> origins) {
        double[] last = costs.getLast();
        int at = IntStream.range(0, last.length).reduce(0, (a, b) -> last[b] < last[a] ? b : a);
        if (last.length == 0 || Double.isInfinite(last[at])) {
            return Optional.empty();
        }
        List<int[]> found = new ArrayList<>();
        for (int t = settings.size() - 1; t >= 0; t--) {
            found.addFirst(settings.get(t).get(at));
            at = origins.get(t)[at];
        }
        return Optional.of(found);
    }

    /** All in which every voice is in its range and above the next, and which have the tones that a chord needs. */
    private List<int[]> settings(int t) {
        List<int[]> all = new ArrayList<>();
        int[] tones = chords.get(t).tones(key);
        for (int b : keys(3, new int[] {chords.get(t).bass(key)})) {
            for (int tenor : keys(2, tones)) {
                if (tenor < b || tenor > b + TENOR_ABOVE_BASS) {
                    continue;
                }
                for (int alto : keys(1, tones)) {
                    if (alto < tenor || alto > tenor + OCTAVE) {
                        continue;
                    }
                    for (int soprano : keys(0, tones)) {
                        int[] setting = {soprano, alto, tenor, b};
                        if (soprano >= alto && soprano <= alto + OCTAVE && complete(t, setting, tones)) {
                            all.add(setting);
                        }
                    }
                }
            }
        }
        return all;
    }

    private int[] keys(int voice, int[] tones) {
        return IntStream.rangeClosed(RANGES[voice][0], RANGES[voice][1])
                .filter(k -> IntStream.of(tones).anyMatch(tone -> tone == key.above(k)))
                .toArray();
    }

    /** Only the fifth of a chord in root position may be missing, nothing that must move on is doubled, and the end is on the tonic. */
    private boolean complete(int t, int[] setting, int[] tones) {
        for (int i = 0; i < tones.length; i++) {
            int tone = tones[i];
            long count = IntStream.of(setting).filter(k -> key.above(k) == tone).count();
            boolean leading = tone == OCTAVE - 1 && chords.get(t).dominant();
            if (count == 0 && !(i == 2 && (tones.length == 4 || t == chords.size() - 1))
                    || count > 1 && (leading || i == 3)) {
                return false;
            }
        }
        return t < chords.size() - 1 || key.above(setting[0]) == 0;
    }

    /** Whether the voices may move so: no parallels, no crossing, no wild leaps, and tones that must resolve do. */
    private boolean allowed(int t, int[] before, int[] now) {
        for (int voice = 0; voice < VOICES; voice++) {
            if (!singable(voice, before[voice], now[voice]) || !resolved(t, before[voice], now[voice])) {
                return false;
            }
            if (voice + 1 < VOICES && (now[voice + 1] > before[voice] || now[voice] < before[voice + 1])) {
                return false;
            }
            for (int other = voice + 1; other < VOICES; other++) {
                if (parallel(before[voice], now[voice], before[other], now[other])) {
                    return false;
                }
            }
        }
        boolean hidden = (now[0] - before[0]) * (now[3] - before[3]) > 0
                && Math.abs(now[0] - before[0]) > 2
                && perfect(now[0] - now[3]);
        return !hidden;
    }

    private boolean singable(int voice, int before, int now) {
        int leap = Math.abs(now - before);
        boolean augmentedSecond = key.minor()
                && leap == 3
                && (key.leads(before) || key.leads(now))
                && (key.above(before) == 8 || key.above(now) == 8);
        return leap <= LEAPS[voice] && leap != TRITONE && leap != 10 && leap != 11 && !augmentedSecond;
    }

    /** After a dominant the leading tone rises and the seventh falls. */
    private boolean resolved(int t, int before, int now) {
        SampleChord last = chords.get(t - 1);
        if (!last.dominant() || chords.get(t).dominant()) {
            return true;
        }
        boolean seventh = last == SampleChord.V7 && key.above(before) == 5;
        return (!key.leads(before) || now == before + 1) && (!seventh || now < before && now >= before - 2);
    }

    /** Whether two voices move in fifths, octaves or unisons. */
    static boolean parallel(int before, int now, int otherBefore, int otherNow) {
        return before != now
                && otherBefore != otherNow
                && perfect(before - otherBefore)
                && Math.abs(before - otherBefore) % OCTAVE == Math.abs(now - otherNow) % OCTAVE;
    }

    private static boolean perfect(int interval) {
        int within = Math.abs(interval) % OCTAVE;
        return within == 0 || within == FIFTH;
    }

    private static double movement(int[] before, int[] now) {
        double cost = 0;
        for (int voice = 0; voice < VOICES; voice++) {
            int leap = Math.abs(now[voice] - before[voice]);
            cost += voice == 0 ? (leap == 0 ? 3.5 : leap <= 2 ? 0 : 0.7 * leap) : voice == 3 ? 0.3 * leap : leap;
        }
        return cost;
    }

    private double wish(int t, int[] setting) {
        SampleChord chord = chords.get(t);
        int root = chord.root(key);
        long roots = IntStream.of(setting).filter(k -> key.above(k) == root).count();
        return 0.4 * Math.abs(setting[0] - contour.applyAsInt(t))
                + (roots == 2 ? 0 : 1)
                + (setting[0] == setting[1] ? 2 : 0);
    }
}
