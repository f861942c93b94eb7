package unroll.engine.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.engine.random.Philox;

/** Composes preludes of broken chords: four-part chords of half notes, the bass held and the others one after the other. */
final class Arpeggio {
    /** Steps are sixteenth notes. */
    static final TimeStep STEP = TimeStep.ofQuarters(0.25);

    /** Steps of a chord. */
    static final int CHORD = 8;

    private static final int PHRASES = 4;
    private static final int CHORDS = 8;
    private static final double BEATS = 72;

    /** Which voice each step strikes: 0 the soprano, 3 the bass. */
    private static final int[][] PATTERNS = {
        {3, 2, 1, 0, 2, 1, 0, 1}, {3, 2, 1, 0, 1, 2, 1, 0}, {3, 1, 2, 0, 3, 1, 2, 0}, {3, 2, 0, 1, 2, 0, 1, 0}
    };

    private Arpeggio() {}

    static ComposedPiece compose(SampleKey key, Philox random) {
        int[] pattern = PATTERNS[random.integer(0, PATTERNS.length - 1)];
        while (true) {
            List<SampleChord> chords = new ArrayList<>();
            for (int phrase = 0; phrase < PHRASES; phrase++) {
                chords.addAll(SampleChord.phrase(key, CHORDS, phrase % 2 == 1, random));
            }
            Optional<List<int[]>> set = new VoiceLeading(key, chords, t -> 72 - t % CHORDS, random).solve();
            if (set.isPresent()) {
                return piece(key, set.get(), pattern);
            }
        }
    }

    private static ComposedPiece piece(SampleKey key, List<int[]> chords, int[] pattern) {
        List<RollNote> upper = new ArrayList<>();
        List<RollNote> bass = new ArrayList<>();
        for (int t = 0; t < chords.size(); t++) {
            int at = t * CHORD;
            bass.add(new RollNote(chords.get(t)[3], at, at + CHORD));
            for (int i = 0; i < CHORD && t < chords.size() - 1; i++) {
                if (pattern[i] < 3) {
                    upper.add(new RollNote(chords.get(t)[pattern[i]], at + i, at + i + 1));
                }
            }
        }
        int end = chords.size() * CHORD;
        for (int voice = 2; voice >= 0; voice--) {
            upper.add(new RollNote(chords.getLast()[voice], end - CHORD, end));
        }
        return new ComposedPiece(key, List.of(upper, bass), end, STEP, BEATS);
    }
}
