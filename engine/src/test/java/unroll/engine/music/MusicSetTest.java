package unroll.engine.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.data.DataException;

class MusicSetTest {
    private static final MusicForm FOUND = new MusicForm(StepUnit.FOUND, 0.05, Keyboard.PIANO, false);

    @TempDir
    private Path folder;

    /** Notes of one quarter from a key up, that begin every so many ticks of 96 a quarter. */
    private Path piece(String name, int lowest, int count, int ticks) throws IOException {
        WrittenMidi track = new WrittenMidi();
        for (int i = 0; i < count; i++) {
            track.on(0, 0, lowest + i).off(ticks, 0, lowest + i);
        }
        return write(name, WrittenMidi.file(0, 96, track.end(0)));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.write(file, bytes);
    }

    private static List<Integer> lowest(List<PianoRoll> rolls) {
        return rolls.stream().map(PianoRoll::lowest).toList();
    }

    @Test
    void theLastFifthOfThePiecesOfAFolderIsToTestOn() throws IOException {
        for (int i = 0; i < 11; i++) {
            piece("p" + (char) ('a' + i) + ".mid", 40 + i, 4, 96);
        }
        MusicSet set = MusicSet.read(folder, FOUND);
        assertThat(lowest(set.training()))
                .containsExactlyElementsOf(IntStream.range(40, 49).boxed().toList());
        assertThat(lowest(set.test())).containsExactly(49, 50);
        assertThat(set.understood())
                .containsExactly(
                        "11 pieces, 2 of them to test on: 36 and 8 steps of 1 quarter note; 1.0 notes sound at a time,"
                                + " from E2 to F3.",
                        "The step was found: the longest part of a quarter note on which all notes begin.");
    }

    @Test
    void foldersOfPartsAreRespectedWhereverTheyStandAndValidIsForChoosing() throws IOException {
        piece("a/train/1.mid", 40, 4, 96);
        piece("a/test/1.midi", 50, 4, 96);
        piece("b/TRAIN/deep/2.kar", 60, 4, 96);
        piece("b/valid/1.rmi", 70, 4, 96);
        piece("other.mid", 30, 4, 96);
        MusicSet set = MusicSet.read(folder, FOUND);
        assertThat(lowest(set.training())).containsExactly(40, 60);
        assertThat(lowest(set.test())).containsExactly(50);
        assertThat(lowest(MusicSet.read(folder, new MusicForm(StepUnit.FOUND, 1, Keyboard.PIANO, true))
                        .test()))
                .containsExactly(70);
        assertThat(MusicSet.files(folder)).hasSize(5);
        Files.delete(folder.resolve("a/test/1.midi"));
        assertThatThrownBy(() -> MusicSet.read(folder, FOUND))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + ": has no music in a folder 'test', which it needs");
    }

    @Test
    void theEndOfASinglePieceIsToTestOn() throws IOException {
        Path file = piece("one.mid", 40, 20, 96);
        MusicSet set = MusicSet.read(file, FOUND);
        assertThat(lowest(set.training())).containsExactly(40);
        assertThat(lowest(set.test())).containsExactly(56);
        assertThat(set.training().getFirst().frames()).isEqualTo(16);
        Path little = piece("little.mid", 40, 3, 96);
        assertThatThrownBy(() -> MusicSet.read(little, FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has 3 steps of 1 quarter note; a fifth of them is kept back");
    }

    @Test
    void theStepIsTheLongestPartOfAQuarterOnWhichNotesBegin() throws IOException {
        for (int parts : new int[] {1, 2, 3, 4, 6, 8, 12}) {
            Path file = piece("grid.mid", 40, 40, 96 / parts);
            assertThat(MusicSet.read(file, FOUND).step()).isEqualTo(TimeStep.ofQuarters(1.0 / parts));
        }
        Path free = piece("free.mid", 40, 40, 37);
        assertThat(MusicSet.read(free, FOUND).step()).isEqualTo(TimeStep.ofSeconds(0.05));
        assertThat(MusicSet.read(free, new MusicForm(StepUnit.SECONDS, 0.2, Keyboard.PIANO, false))
                        .step())
                .isEqualTo(TimeStep.ofSeconds(0.2));
        assertThat(MusicSet.read(free, FOUND).understood())
                .contains("The notes begin on no common part of a quarter note, so that a step is 0.05 s.");
    }

    @Test
    void whatCannotBeUsedIsPassedOverAndTold() throws IOException {
        piece("a.mid", 40, 4, 96);
        piece("b.mid", 50, 4, 96);
        write("broken.mid", new byte[30]);
        write(
                "drums.mid",
                WrittenMidi.file(0, 96, new WrittenMidi().on(0, 9, 40).end(96)));
        write(
                "c.mid",
                WrittenMidi.file(
                        0,
                        96,
                        new WrittenMidi().on(0, 9, 40).on(0, 0, 60).on(0, 0, 5).end(192)));
        MusicSet set = MusicSet.read(folder, FOUND);
        assertThat(set.understood())
                .contains("1 strokes of drums are left out.", "1 notes beyond the 88 keys are left out.")
                .contains("Passed over: broken.mid: byte 1: 'MThd', with which MIDI files begin, does not stand there;"
                        + " take another copy of the file; drums.mid: holds no notes but drums and what no key is"
                        + " for.");
        Path alone = folder.resolve("broken.mid");
        assertThatThrownBy(() -> MusicSet.read(alone, FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(alone + ": byte 1");
    }

    @Test
    void aRestOfDaysInOneFileDoesNotSpoilTheOthers() throws IOException {
        piece("a.mid", 40, 4, 96);
        piece("b.mid", 50, 4, 96);
        write("days.mid", WrittenMidi.file(0, 96, new WrittenMidi().on(0, 0, 60).end(0x0FFFFFFF)));
        MusicSet set = MusicSet.read(folder, FOUND);
        assertThat(set.training()).hasSize(1);
        assertThat(set.understood().getLast()).contains("days.mid: lasts 1,398,101 s");
    }

    @Test
    void pianoRollsOfOthersAreReadWithTheirDivision() throws IOException {
        Path file = write(
                "rolls.json",
                "{\"train\": [[[60, 64], [], [62]]], \"valid\": [[[50]]], \"test\": [[[61]], [[63, 67], [63]]]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(RollFile.is(file)).isTrue();
        MusicSet set = MusicSet.read(file, FOUND);
        assertThat(set.training().getFirst().notes())
                .containsExactly(new RollNote(60, 0, 1), new RollNote(64, 0, 1), new RollNote(62, 2, 3));
        assertThat(set.test()).hasSize(2);
        assertThat(set.step()).isEqualTo(TimeStep.ofQuarters(1));
        assertThat(set.understood().getLast()).contains("they are taken for quarter notes");
        assertThat(MusicSet.read(file, new MusicForm(StepUnit.SECONDS, 0.3, Keyboard.ALL, true))
                        .test())
                .hasSize(1);
    }

    @Test
    void wrongRollsAreRefusedWithThePlace() throws IOException {
        refusedRolls("{\"train\": [[[60]]], \"test\": [[[200]]]}", "has the key 200 at $.test[0][0][0]");
        refusedRolls("{\"train\": [[[60]]], \"test\": [[[\"C\"]]]}", "is no list of piano-rolls");
        refusedRolls("{\"train\": [[[60]]], \"test\": [[60]]}", "is no list of piano-rolls");
        refusedRolls("{\"train\": [[[60]]]", "is no list of piano-rolls");
        refusedRolls("{\"train\": [[[60]]]}", "has no pieces in 'test', which it needs");
        refusedRolls("{\"train\": [[[60]]], \"dev\": []}", "has a part 'dev'");
        Path none = write("experiment.json", "{\"name\": \"train\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(RollFile.is(none)).isFalse();
    }

    private void refusedRolls(String json, String reason) throws IOException {
        Path file = write("rolls.json", json.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> MusicSet.read(file, FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void anEmptyFolderSaysWhatToPutIn() {
        assertThatThrownBy(() -> MusicSet.read(folder, FOUND))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + ": holds no music; put MIDI files (.mid, .midi, .rmi, .kar) into it");
    }
}
