package unroll.engine.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import unroll.engine.random.Philox;

/** A chord of functional harmony, by degree and inversion, and what follows it how often. */
enum SampleChord {
    I(0, 0, false),
    I6(0, 1, false),
    II(1, 0, false),
    II6(1, 1, false),
    III(2, 0, false),
    IV(3, 0, false),
    V(4, 0, false),
    V6(4, 1, false),
    V7(4, 0, true),
    VI(5, 0, false),
    VII6(6, 1, false);

    private static final Map<SampleChord, Map<SampleChord, Integer>> NEXT = Map.ofEntries(
            Map.entry(I, Map.of(IV, 3, V, 2, VI, 2, II6, 1, I6, 2, V6, 2, VII6, 1, III, 1)),
            Map.entry(I6, Map.of(IV, 3, II6, 2, V, 1, VII6, 1, I, 1)),
            Map.entry(II, Map.of(V, 3, V6, 1, VII6, 1, V7, 1)),
            Map.entry(II6, Map.of(V, 4, V7, 2)),
            Map.entry(III, Map.of(VI, 2, IV, 2)),
            Map.entry(IV, Map.of(V, 3, I, 2, II6, 1, I6, 1, VII6, 1, V7, 1)),
            Map.entry(V, Map.of(I, 3, VI, 2, I6, 2)),
            Map.entry(V6, Map.of(I, 1)),
            Map.entry(V7, Map.of(I, 3, VI, 1)),
            Map.entry(VI, Map.of(II, 1, II6, 2, IV, 3, V, 1, III, 1)),
            Map.entry(VII6, Map.of(I, 3, I6, 2)));

    private final int degree;
    private final int inversion;
    private final boolean seventh;

    SampleChord(int degree, int inversion, boolean seventh) {
        this.degree = degree;
        this.inversion = inversion;
        this.seventh = seventh;
    }

    /** Whether it leads to the first degree, or in its place to the sixth. */
    boolean dominant() {
        return degree == 4 || degree == 6;
    }

    /** Its pitch classes above the tonic, 0 to 11: root, third, fifth and perhaps seventh; dominants in minor have the raised seventh degree. */
    int[] tones(SampleKey key) {
        int[] tones = new int[seventh ? 4 : 3];
        for (int i = 0; i < tones.length; i++) {
            int tone = key.semitones(degree + 2 * i) % 12;
            tones[i] = dominant() && key.minor() && tone == 10 ? 11 : tone;
        }
        return tones;
    }

    /** The pitch class of its bass above the tonic. */
    int bass(SampleKey key) {
        return tones(key)[inversion];
    }

    /** Its root above the tonic. */
    int root(SampleKey key) {
        return tones(key)[0];
    }

    /** Not all of a major key sounds well in minor: the diminished second degree stands as a sixth chord alone. */
    private boolean possible(SampleKey key) {
        return !(key.minor() && this == II);
    }

    /** A chord that may follow, each as often as it does. */
    SampleChord next(SampleKey key, Philox random) {
        List<SampleChord> urn = new ArrayList<>();
        for (SampleChord chord : values()) { // in their own order, which a map has not
            for (int i = 0;
                    i < Objects.requireNonNull(NEXT.get(this)).getOrDefault(chord, 0) && chord.possible(key);
                    i++) {
                urn.add(chord);
            }
        }
        return urn.get(random.integer(0, urn.size() - 1));
    }

    /** So many chords from the tonic up to a cadence: authentic (V I), or half (V). */
    static List<SampleChord> phrase(SampleKey key, int length, boolean authentic, Philox random) {
        while (true) {
            List<SampleChord> chords = new ArrayList<>(List.of(I));
            while (chords.size() < length) {
                chords.add(chords.getLast().next(key, random));
            }
            SampleChord last = chords.getLast();
            SampleChord before = chords.get(length - 2);
            if (authentic ? last == I && (before == V || before == V7) : last == V && !before.dominant()) {
                return chords;
            }
        }
    }
}
