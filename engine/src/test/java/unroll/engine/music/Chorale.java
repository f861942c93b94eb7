package unroll.engine.music;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import unroll.engine.random.Philox;

/**
 * Composes chorales: phrases of six chords and a held one, for four voices, that end in half cadences and, last, in an authentic one; here
 * and there a voice that moves by a third passes through the tone between.
 */
final class Chorale {
    /** Steps are eighth notes. */
    static final TimeStep STEP = TimeStep.ofQuarters(0.5);

    static final int BEAT = 2;

    /** Chords of a phrase, the last of which is held for two beats. */
    static final int CHORDS = 7;

    private static final int VOICES = 4;
    private static final int FEWEST_PHRASES = 4;
    private static final int MOST_PHRASES = 6;
    private static final int HELD = 2;

    /** The last chord of all. */
    private static final int LAST = 4;

    private static final double PASSING = 0.6;
    private static final double BEATS = 76;

    private final SampleKey key;
    private final Philox random;

    private Chorale(SampleKey key, Philox random) {
        this.key = key;
        this.random = random;
    }

    static ComposedPiece compose(SampleKey key, Philox random) {
        Chorale composer = new Chorale(key, random);
        while (true) {
            int phrases = random.integer(FEWEST_PHRASES, MOST_PHRASES);
            List<SampleChord> chords = new ArrayList<>();
            for (int phrase = 0; phrase < phrases; phrase++) {
                boolean authentic = phrase == phrases - 1 || phrase % 2 == 1;
                chords.addAll(SampleChord.phrase(key, CHORDS, authentic, random));
            }
            int[] middles = new int[phrases];
            Arrays.setAll(middles, phrase -> random.integer(67, 72));
            Optional<List<int[]>> set =
                    new VoiceLeading(key, chords, t -> arch(middles[t / CHORDS], t % CHORDS), random).solve();
            if (set.isPresent()) {
                return composer.piece(set.get());
            }
        }
    }

    /** A phrase rises and falls. */
    private static int arch(int middle, int place) {
        return middle + 3 - 2 * Math.abs(place - CHORDS / 2);
    }

    private ComposedPiece piece(List<int[]> chords) {
        List<List<RollNote>> voices = new ArrayList<>();
        for (int voice = 0; voice < VOICES; voice++) {
            voices.add(new ArrayList<>());
        }
        int at = 0;
        for (int t = 0; t < chords.size(); t++) {
            boolean last = t == chords.size() - 1;
            boolean held = t % CHORDS == CHORDS - 1;
            int length = BEAT * (last ? LAST : held ? HELD : 1);
            int passing = held || random.nextDouble() > PASSING ? -1 : passing(chords.get(t), chords.get(t + 1));
            for (int voice = 0; voice < VOICES; voice++) {
                int now = chords.get(t)[voice];
                if (voice == passing) {
                    boolean up = chords.get(t + 1)[voice] > now;
                    voices.get(voice).add(new RollNote(now, at, at + length / 2));
                    voices.get(voice).add(new RollNote(key.next(now, up), at + length / 2, at + length));
                } else {
                    voices.get(voice).add(new RollNote(now, at, at + length));
                }
            }
            at += length;
        }
        return new ComposedPiece(key, voices, at, STEP, BEATS);
    }

    /** A voice that moves by a third and may pass through the tone between, without parallels; -1 where there is none. */
    private int passing(int[] now, int[] next) {
        int first = random.integer(0, VOICES - 1);
        for (int i = 0; i < VOICES; i++) {
            int voice = (first + i) % VOICES;
            int leap = next[voice] - now[voice];
            int between = key.next(now[voice], leap > 0);
            boolean third = (Math.abs(leap) == 3 || Math.abs(leap) == 4)
                    && Math.abs(next[voice] - between) <= 2
                    && !(key.minor() && (key.leads(now[voice]) || key.leads(next[voice])));
            if (third && clear(now, next, voice, between)) {
                return voice;
            }
        }
        return -1;
    }

    private static boolean clear(int[] now, int[] next, int voice, int between) {
        for (int other = 0; other < VOICES; other++) {
            if (other != voice
                    && (VoiceLeading.parallel(between, next[voice], now[other], next[other])
                            || (other < voice ? between > now[other] : between < now[other]))) {
                return false;
            }
        }
        return true;
    }
}
