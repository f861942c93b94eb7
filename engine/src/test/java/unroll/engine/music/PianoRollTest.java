package unroll.engine.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PianoRollTest {
    @TempDir
    private Path folder;

    /** Each key in each step by chance: as hard to write as any. */
    private static PianoRoll random(TimeStep step, Keyboard keyboard, int frames, Random random) {
        List<RollNote> notes = new ArrayList<>();
        double density = Math.pow(random.nextDouble(), 3);
        for (int t = 0; t < frames; t++) {
            for (int key = keyboard.first(); key < keyboard.first() + keyboard.count(); key++) {
                if (random.nextDouble() < density) {
                    notes.add(new RollNote(key, t, t + 1));
                }
            }
        }
        return PianoRoll.of(step, keyboard, frames, notes);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0.05, false",
        "0.001, false",
        "0.37, false",
        "2, false",
        "1, true",
        "0.25, true",
        "0.3333333333, true",
        "4, true",
        "0.01, true"
    })
    void aRollThatIsWrittenAndReadIsTheSame(double length, boolean quarters) throws IOException {
        TimeStep step = new TimeStep(length, quarters);
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            Keyboard keyboard = round % 2 == 0 ? Keyboard.PIANO : Keyboard.ALL;
            PianoRoll roll = random(step, keyboard, random.nextInt(400), random);
            double beats = 20 + 400 * random.nextDouble();
            Path file = Files.write(folder.resolve("roll.mid"), MidiWriter.write(roll, beats));
            PianoRoll read = MidiPiece.read(file).roll(file, step, keyboard);
            assertThat(read).isEqualTo(roll);
        }
    }

    /** A roll of 5 hours, whose rounding would show if it added up. */
    @Test
    void theLastStepOfALongRollIsStillTheSame() throws IOException {
        TimeStep step = TimeStep.ofSeconds(0.05);
        PianoRoll roll = PianoRoll.of(step, Keyboard.PIANO, 360_000, List.of(new RollNote(60, 359_998, 359_999)));
        Path file = Files.write(folder.resolve("roll.mid"), MidiWriter.write(roll, 113.7));
        assertThat(MidiPiece.read(file).roll(file, step, Keyboard.PIANO)).isEqualTo(roll);
    }

    @Test
    void javaReadsAFileOfFormatOneWithTheTempo() throws Exception {
        PianoRoll roll = PianoRoll.of(
                TimeStep.ofQuarters(0.5), Keyboard.ALL, 9, List.of(new RollNote(60, 0, 4), new RollNote(64, 4, 5)));
        byte[] bytes = MidiWriter.write(roll, 90);
        assertThat(MidiSystem.getMidiFileFormat(new ByteArrayInputStream(bytes)).getType())
                .isEqualTo(1);
        Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(bytes));
        assertThat(sequence.getMicrosecondLength() / 1000).isEqualTo(3000); // 4.5 quarters of 2/3 s
        assertThat(sequence.getTracks()).hasSize(2);
        assertThatThrownBy(() -> MidiWriter.write(roll, 2)).hasMessageContaining("2.0 quarter notes a minute");
    }

    @Test
    void notesAreStretchesWithoutAPause() {
        List<RollNote> notes = List.of(new RollNote(40, 0, 3), new RollNote(60, 0, 1), new RollNote(60, 2, 5));
        PianoRoll roll = PianoRoll.of(TimeStep.ofSeconds(1), Keyboard.PIANO, 5, notes);
        assertThat(roll.notes()).isEqualTo(notes);
        assertThat(roll.sounding()).isEqualTo(7);
        assertThat(roll.lowest()).isEqualTo(40);
        assertThat(roll.highest()).isEqualTo(60);
        assertThat(roll.part(1, 3).notes()).containsExactly(new RollNote(40, 0, 2), new RollNote(60, 1, 2));
        List<RollNote> overlapping =
                List.of(new RollNote(60, 2, 4), new RollNote(60, 0, 3), new RollNote(60, 3, 9), new RollNote(20, 0, 5));
        PianoRoll covered = PianoRoll.of(TimeStep.ofSeconds(1), Keyboard.PIANO, 5, overlapping);
        assertThat(covered.notes())
                .as("one behind another, cut at the end, and none that the piano lacks")
                .containsExactly(new RollNote(60, 0, 5));
    }

    @Test
    void aStepIsCopiedAsOnesAndMovedBySemitones() {
        PianoRoll roll = PianoRoll.of(
                TimeStep.ofSeconds(1), Keyboard.PIANO, 1, List.of(new RollNote(21, 0, 1), new RollNote(108, 0, 1)));
        double[] row = new double[90];
        roll.copy(0, 0, row, 1);
        assertThat(row[1]).isEqualTo(1);
        assertThat(row[88]).isEqualTo(1);
        double[] moved = new double[90];
        roll.copy(0, 3, moved, 1);
        assertThat(moved[4]).isEqualTo(1);
        assertThat(moved).as("what leaves the keyboard is gone").containsOnly(0, 1);
        assertThat(Arrays.stream(moved).sum()).isEqualTo(1);
    }

    @Test
    void keysAreCalledAsPianistsCallThem() {
        assertThat(List.of(
                        Keyboard.name(21), Keyboard.name(60), Keyboard.name(108), Keyboard.name(61), Keyboard.name(0)))
                .containsExactly("A0", "C4", "C8", "C#4", "C-1");
        assertThat(TimeStep.ofQuarters(0.25).words()).isEqualTo("1/4 of a quarter note");
        assertThat(TimeStep.ofQuarters(1.0 / 3).words()).isEqualTo("1/3 of a quarter note");
        assertThat(TimeStep.ofQuarters(1).words()).isEqualTo("1 quarter note");
        assertThat(TimeStep.ofQuarters(2).words()).isEqualTo("2 quarter notes");
        assertThat(TimeStep.ofSeconds(0.05).words()).isEqualTo("0.05 s");
    }
}
