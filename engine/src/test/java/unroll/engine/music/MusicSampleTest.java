package unroll.engine.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample pieces against what a teacher of harmony would look for. */
class MusicSampleTest {
    private static final Path FOLDER = Path.of("../sample-data/music");

    private static final Map<String, ComposedPiece> PIECES = MusicSample.pieces();

    private static List<ComposedPiece> of(String form) {
        return PIECES.entrySet().stream()
                .filter(piece -> piece.getKey().startsWith(form))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Test
    void theFilesAreThoseThatTheGeneratorWrites() throws IOException {
        for (Map.Entry<String, ComposedPiece> piece : PIECES.entrySet()) {
            assertThat(Files.readAllBytes(FOLDER.resolve(piece.getKey())))
                    .as(piece.getKey())
                    .isEqualTo(piece.getValue().file());
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(PIECES.size());
        }
    }

    @Test
    void readAndWrittenAgainTheyAreTheSameRolls() throws IOException {
        for (Map.Entry<String, ComposedPiece> piece : PIECES.entrySet()) {
            Path file = FOLDER.resolve(piece.getKey());
            TimeStep step = piece.getValue().step();
            PianoRoll roll = MidiPiece.read(file).roll(file, step, Keyboard.PIANO);
            assertThat(roll.frames()).isEqualTo(piece.getValue().frames());
            Path again = Files.createTempFile("again", ".mid");
            Files.write(again, MidiWriter.write(roll, piece.getValue().beats()));
            assertThat(MidiPiece.read(again).roll(again, step, Keyboard.PIANO)).isEqualTo(roll);
            Files.delete(again);
        }
    }

    @Test
    void noTwoPiecesAreTheSame() {
        List<List<List<RollNote>>> all =
                PIECES.values().stream().map(ComposedPiece::voices).toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void everyNoteIsInTheKey() {
        for (ComposedPiece piece : PIECES.values()) {
            assertThat(piece.voices().stream().flatMap(List::stream))
                    .allMatch(note -> piece.key().has(note.key()), "in " + piece.key());
        }
    }

    @Test
    void theVoicesOfChoralesKeepToTheirRangesAndDoNotCross() {
        int[][] ranges = {{60, 81}, {55, 74}, {48, 67}, {40, 60}};
        for (ComposedPiece chorale : of("chorales")) {
            for (int t = 0; t < chorale.frames(); t++) {
                for (int voice = 0; voice < 4; voice++) {
                    assertThat(chorale.at(voice, t)).isBetween(ranges[voice][0] - 1, ranges[voice][1] + 2);
                    assertThat(voice == 0 || chorale.at(voice, t) <= chorale.at(voice - 1, t))
                            .as("voice %d at %d", voice, t)
                            .isTrue();
                }
                assertThat(chorale.at(0, t) - chorale.at(1, t)).isLessThanOrEqualTo(14);
            }
        }
    }

    @Test
    void noTwoVoicesOfAChoraleMoveInParallelFifthsOrOctaves() {
        for (ComposedPiece chorale : of("chorales")) {
            assertThat(parallels(chorale, 4)).isEmpty();
        }
        ComposedPiece wrong = new ComposedPiece(
                new SampleKey(0, false),
                List.of(
                        List.of(new RollNote(67, 0, 2), new RollNote(69, 2, 4)),
                        List.of(new RollNote(60, 0, 2), new RollNote(62, 2, 4))),
                4,
                Chorale.STEP,
                60);
        assertThat(parallels(wrong, 2)).as("planted fifths").hasSize(1);
    }

    /** Where two voices are a fifth or an octave apart, both move, and are so again. */
    private static List<String> parallels(ComposedPiece piece, int voices) {
        List<String> found = new ArrayList<>();
        for (int t = 1; t < piece.frames(); t++) {
            for (int upper = 0; upper < voices; upper++) {
                for (int lower = upper + 1; lower < voices; lower++) {
                    int before = piece.at(upper, t - 1) - piece.at(lower, t - 1);
                    int now = piece.at(upper, t) - piece.at(lower, t);
                    boolean moved = piece.at(upper, t) != piece.at(upper, t - 1)
                            && piece.at(lower, t) != piece.at(lower, t - 1);
                    if (moved && before % 12 == now % 12 && (now % 12 == 0 || now % 12 == 7)) {
                        found.add("step " + t + ", voices " + upper + " and " + lower);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void choralesEndOnTheTonicAfterALeadingToneThatRises() {
        for (ComposedPiece chorale : of("chorales")) {
            int last = chorale.frames() - 1;
            SampleKey key = chorale.key();
            assertThat(key.above(chorale.at(3, last))).as("bass").isZero();
            assertThat(key.above(chorale.at(0, last))).as("soprano").isZero();
            int chord = chorale.voices().get(3).getLast().from() - Chorale.BEAT;
            int leading = 0;
            for (int voice = 0; voice < 4; voice++) {
                if (key.leads(chorale.at(voice, chord))) {
                    leading++;
                    assertThat(chorale.at(voice, last)).isEqualTo(chorale.at(voice, chord) + 1);
                }
            }
            assertThat(leading).isEqualTo(1);
        }
    }

    @Test
    void everyPhraseOfAChoraleEndsWithAHeldChordOfTheFirstOrFifthDegree() {
        int phrase = Chorale.BEAT * (Chorale.CHORDS + 1);
        for (ComposedPiece chorale : of("chorales")) {
            for (int end = phrase; end < chorale.frames(); end += phrase) {
                int held = end - 1;
                for (int voice = 0; voice < 4; voice++) {
                    int one = voice;
                    assertThat(chorale.voices().get(voice))
                            .anyMatch(note -> note.from() <= held - 3 && note.key() == chorale.at(one, held));
                }
                assertThat(chorale.key().above(chorale.at(3, held))).isIn(0, 7);
            }
        }
    }

    @Test
    void melodiesOfChoralesMoveMostlyBySteps() {
        for (ComposedPiece chorale : of("chorales")) {
            List<RollNote> melody = chorale.voices().getFirst();
            int steps = 0;
            int leaps = 0;
            for (int i = 1; i < melody.size(); i++) {
                int interval = Math.abs(melody.get(i).key() - melody.get(i - 1).key());
                assertThat(interval)
                        .as("no tritone, seventh or more than a sixth")
                        .isLessThanOrEqualTo(9)
                        .isNotEqualTo(6);
                steps += interval == 1 || interval == 2 ? 1 : 0;
                leaps += interval > 2 ? 1 : 0;
            }
            assertThat(steps).isGreaterThan(leaps);
            assertThat(melody.stream().map(RollNote::key).distinct().count()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void theSecondVoiceOfACanonSingsWhatTheFirstSangOneRoundBefore() {
        for (ComposedPiece canon : of("canons")) {
            int end = canon.voices().getFirst().getLast().from();
            for (int t = Canon.ROUND; t < end; t++) {
                assertThat(canon.at(1, t)).isEqualTo(canon.at(0, t - Canon.ROUND) - Canon.OCTAVE);
            }
            assertThat(canon.at(1, Canon.ROUND - 1)).isEqualTo(-1);
        }
    }

    /** On each chord the voices of a canon are thirds, fourths, fifths, sixths or octaves apart, but for the tritone of a dominant. */
    @Test
    void theVoicesOfCanonsAreConsonantWhereChordsBegin() {
        for (ComposedPiece canon : of("canons")) {
            for (int t = 0; t < canon.frames(); t += Canon.CHORD) {
                for (int upper = 0; upper < 3; upper++) {
                    for (int lower = upper + 1; lower < 3; lower++) {
                        if (canon.at(upper, t) >= 0 && canon.at(lower, t) >= 0) {
                            assertThat(Math.floorMod(canon.at(upper, t) - canon.at(lower, t), 12))
                                    .as("step %d", t)
                                    .isNotIn(1, 2, 10, 11);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theVoicesOfACanonDoNotMoveInParallelFifthsOrOctaves() {
        for (ComposedPiece canon : of("canons")) {
            assertThat(parallels(canon, 2)).isEmpty();
        }
    }

    @Test
    void chordsOfPreludesAreBrokenAboveAHeldBass() {
        for (ComposedPiece prelude : of("arpeggios")) {
            for (RollNote bass : prelude.voices().getLast()) {
                assertThat(bass.to() - bass.from()).isEqualTo(Arpeggio.CHORD);
                assertThat(prelude.voices().getFirst().stream()
                                .filter(note -> note.from() >= bass.from() && note.to() <= bass.to())
                                .map(note -> Math.floorMod(note.key(), 12))
                                .distinct()
                                .count())
                        .isBetween(2L, 3L);
            }
        }
    }
}
