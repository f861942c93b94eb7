package unroll.engine.music;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.random.Philox;

/**
 * Composes canons of two voices over a bass that repeats eight chords: the second voice sings what the first sang one round before, an
 * octave lower. Each round the melody is livelier.
 */
final class Canon {
    static final TimeStep STEP = TimeStep.ofQuarters(0.5);

    /** Steps of a chord, and of a round of eight. */
    static final int CHORD = 4;

    static final int ROUND = 8 * CHORD;

    /** How much lower the second voice is. */
    static final int OCTAVE = 12;

    private static final int ROUNDS = 5;
    private static final int LOWEST = 67;
    private static final int HIGHEST = 86;
    private static final int LOWEST_BASS = 40;
    private static final double BEATS = 92;

    /** Steps of a note of the melody in each round. */
    private static final int[] LENGTHS = {4, 2, 2, 1, 2};

    private static final List<List<SampleChord>> GROUNDS = List.of(
            List.of(
                    SampleChord.I,
                    SampleChord.V,
                    SampleChord.VI,
                    SampleChord.III,
                    SampleChord.IV,
                    SampleChord.I,
                    SampleChord.IV,
                    SampleChord.V),
            List.of(
                    SampleChord.I,
                    SampleChord.VI,
                    SampleChord.IV,
                    SampleChord.V,
                    SampleChord.I,
                    SampleChord.IV,
                    SampleChord.II6,
                    SampleChord.V),
            List.of(
                    SampleChord.I,
                    SampleChord.IV,
                    SampleChord.I6,
                    SampleChord.V,
                    SampleChord.VI,
                    SampleChord.IV,
                    SampleChord.V,
                    SampleChord.V));

    private final SampleKey key;
    private final List<SampleChord> ground;
    private final Philox random;

    private Canon(SampleKey key, List<SampleChord> ground, Philox random) {
        this.key = key;
        this.ground = ground;
        this.random = random;
    }

    static ComposedPiece compose(SampleKey key, Philox random) {
        return new Canon(key, GROUNDS.get(random.integer(0, GROUNDS.size() - 1)), random).piece();
    }

    private ComposedPiece piece() {
        int[] bass = new int[ROUND];
        for (int t = 0; t < ROUND; t++) {
            bass[t] = LOWEST_BASS
                    + Math.floorMod(key.tonic() + ground.get(t / CHORD).bass(key) - LOWEST_BASS, OCTAVE);
        }
        int[] melody = new int[ROUNDS * ROUND];
        for (int round = 0; round < ROUNDS; round++) {
            sing(melody, round, bass);
        }
        int end = melody.length;
        int tonic = LOWEST + Math.floorMod(key.tonic() - LOWEST, OCTAVE);
        List<List<RollNote>> voices = new ArrayList<>();
        voices.add(notes(melody, 0, 0));
        voices.add(notes(IntStream.range(0, end - ROUND).map(t -> melody[t]).toArray(), -OCTAVE, ROUND));
        voices.add(notes(IntStream.range(0, end).map(t -> bass[t % ROUND]).toArray(), 0, 0));
        int third = tonic - OCTAVE + key.semitones(2);
        voices.get(0).add(new RollNote(tonic, end, end + 2 * CHORD));
        voices.get(1).add(new RollNote(third, end, end + 2 * CHORD));
        int root = LOWEST_BASS + Math.floorMod(key.tonic() - LOWEST_BASS, OCTAVE);
        voices.get(2).add(new RollNote(root, end, end + 2 * CHORD));
        return new ComposedPiece(key, voices, end + 2 * CHORD, STEP, BEATS);
    }

    /** A round of melody: on each chord tones of it, no parallels with the round before and the bass, passing tones between. */
    private void sing(int[] melody, int round, int[] bass) {
        int begin = round * ROUND;
        int length = LENGTHS[round];
        int anchor = Math.max(2, length); // two steps apart stand tones of the chords
        for (int t = 0; t < ROUND; t += anchor) {
            int before = begin + t == 0 ? (LOWEST + HIGHEST) / 2 : melody[begin + t - 1];
            int now = choose(melody, begin + t, before, bass);
            for (int i = 0; i < anchor; i++) {
                melody[begin + t + i] = now;
            }
            if (length == 1 && t > 0) {
                pass(melody, begin + t, bass);
            }
        }
    }

    private int choose(int[] melody, int at, int before, int[] bass) {
        int[] tones = ground.get(at % ROUND / CHORD).tones(key);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int candidate = LOWEST; candidate <= HIGHEST; candidate++) {
            int above = key.above(candidate);
            int leap = Math.abs(candidate - before);
            if (IntStream.of(tones).noneMatch(tone -> tone == above) || leap > 9 || leap == 6 && at > 0) {
                continue;
            }
            double cost = (leap == 0 ? 3 : 0.8 * leap)
                    + 0.15 * Math.abs(candidate - (LOWEST + HIGHEST) / 2)
                    + 4 * random.nextDouble();
            boolean first = at % CHORD == 0 && at > 0;
            if (first && VoiceLeading.parallel(before, candidate, bass[(at - 1) % ROUND], bass[at % ROUND])) {
                cost += 100;
            }
            if (at >= ROUND) {
                int follower = melody[at - ROUND] - OCTAVE;
                int followerBefore = at > ROUND ? melody[at - ROUND - 1] - OCTAVE : follower;
                cost += VoiceLeading.parallel(before, candidate, followerBefore, follower) ? 100 : 0;
                cost += Math.floorMod(candidate - follower, OCTAVE) == 0 ? 3 : 0;
            }
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        return best;
    }

    /** The step before {@code at} leads over from the tone before it, where these are a third apart, or goes to a neighbour and back. */
    private void pass(int[] melody, int at, int[] bass) {
        int before = melody[at - 2];
        int now = melody[at];
        int between = key.next(before, now >= before);
        boolean third = Math.abs(now - before) == 3 || Math.abs(now - before) == 4;
        boolean parallel = VoiceLeading.parallel(between, now, bass[(at - 1) % ROUND], bass[at % ROUND])
                || at > ROUND
                        && VoiceLeading.parallel(
                                between, now, melody[at - ROUND - 1] - OCTAVE, melody[at - ROUND] - OCTAVE);
        if ((third || now == before)
                && Math.abs(now - between) <= 2
                && !key.leads(before)
                && !key.leads(now)
                && !parallel) {
            melody[at - 1] = between;
        }
    }

    private static List<RollNote> notes(int[] keys, int semitones, int delay) {
        List<RollNote> notes = new ArrayList<>();
        int from = 0;
        for (int t = 1; t <= keys.length; t++) {
            if (t == keys.length || keys[t] != keys[from]) {
                notes.add(new RollNote(keys[from] + semitones, from + delay, t + delay));
                from = t;
            }
        }
        return notes;
    }
}
