package unroll.engine.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;

class MidiPieceTest {
    private static final TimeStep QUARTER = TimeStep.ofQuarters(1);

    @TempDir
    private Path folder;

    private Path file(byte... bytes) {
        try {
            return Files.write(folder.resolve("piece.mid"), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private MidiPiece piece(byte... bytes) {
        return MidiPiece.read(file(bytes));
    }

    /** Where a key sounds, a letter a step: "x..x". */
    private static String line(PianoRoll roll, int key) {
        StringBuilder line = new StringBuilder();
        for (int t = 0; t < roll.frames(); t++) {
            line.append(roll.sounds(t, key) ? 'x' : '.');
        }
        return line.toString();
    }

    private String line(TimeStep step, int key, byte... bytes) {
        Path file = file(bytes);
        return line(MidiPiece.read(file).roll(file, step, Keyboard.ALL), key);
    }

    private static byte[] one(WrittenMidi track) {
        return WrittenMidi.file(0, 96, track);
    }

    @Test
    void aNoteSoundsFromWhereItIsStruckToWhereItIsReleased() {
        byte[] file = one(new WrittenMidi().on(96, 0, 60).off(192, 0, 60).end(96));
        assertThat(line(QUARTER, 60, file)).isEqualTo(".xx.");
        assertThat(line(TimeStep.ofSeconds(0.25), 60, file)).isEqualTo("..xxxx..");
        assertThat(line(QUARTER, 61, file)).isEqualTo("....");
    }

    @Test
    void runningStatusAndAStrikeOfNoForceAreUnderstood() {
        byte[] file = one(new WrittenMidi()
                .on(0, 0, 60)
                .after(96)
                .hex("3C 00")
                .after(96)
                .hex("3E 40")
                .after(96)
                .hex("3E 00")
                .end(0));
        assertThat(line(QUARTER, 60, file)).isEqualTo("x..");
        assertThat(line(QUARTER, 62, file)).isEqualTo("..x");
    }

    @Test
    void notesOfNoLengthHangingOnesAndOnesStruckTwiceAreHeard() {
        assertThat(line(
                        QUARTER,
                        60,
                        one(new WrittenMidi().on(96, 0, 60).off(0, 0, 60).end(192))))
                .isEqualTo(".x.");
        assertThat(line(QUARTER, 60, one(new WrittenMidi().on(96, 0, 60).end(192))))
                .as("never released")
                .isEqualTo(".xx");
        MidiPiece twice = piece(one(new WrittenMidi()
                .on(0, 0, 60)
                .on(48, 0, 60)
                .off(48, 0, 60)
                .off(48, 0, 60)
                .off(9, 0, 60)
                .end(0)));
        assertThat(twice.notes()).containsExactly(new MidiNote(0, 60, 0, 96), new MidiNote(0, 60, 48, 144));
    }

    @Test
    void thePedalHoldsWhatIsReleasedUntilItIsLiftedOnItsChannelAlone() {
        WrittenMidi track = new WrittenMidi()
                .control(0, 0, 64, 127)
                .on(0, 0, 60)
                .on(0, 1, 72)
                .off(96, 0, 60)
                .off(0, 1, 72)
                .control(96, 0, 64, 63)
                .end(96);
        assertThat(line(QUARTER, 60, one(track))).isEqualTo("xx.");
        assertThat(line(QUARTER, 72, one(track))).isEqualTo("x..");
        WrittenMidi never = new WrittenMidi()
                .control(0, 0, 64, 64)
                .on(0, 0, 60)
                .off(96, 0, 60)
                .end(96);
        assertThat(line(QUARTER, 60, one(never))).isEqualTo("xx");
    }

    @Test
    void thePedalOfOneTrackHoldsTheNotesOfAnother() {
        byte[] file = WrittenMidi.file(
                1,
                96,
                new WrittenMidi().control(0, 0, 64, 127).control(192, 0, 64, 0).end(0),
                new WrittenMidi().on(0, 0, 60).off(96, 0, 60).end(192));
        assertThat(line(QUARTER, 60, file)).isEqualTo("xx.");
    }

    @Test
    void silencingAChannelEndsItsNotesHeldOrPedalled() {
        for (int number : new int[] {120, 123}) {
            byte[] file = one(new WrittenMidi()
                    .control(0, 0, 64, 127)
                    .on(0, 0, 60)
                    .off(96, 0, 60)
                    .on(0, 0, 62)
                    .control(96, 0, number, 0)
                    .end(96));
            assertThat(line(QUARTER, 60, file)).isEqualTo("xx.");
            assertThat(line(QUARTER, 62, file)).isEqualTo(".x.");
        }
    }

    @Test
    void drumsAreNoTones() {
        MidiPiece piece = piece(one(new WrittenMidi().on(0, 9, 35).on(0, 10, 40).end(96)));
        assertThat(piece.notes()).hasSize(2);
        PianoRoll roll = piece.roll(folder, QUARTER, Keyboard.ALL);
        assertThat(line(roll, 35)).isEqualTo(".");
        assertThat(line(roll, 40)).isEqualTo("x");
    }

    /** 1 beat at 120, 1 at 60, 2 at 240: 0.5 + 1 + 0.5 s, whichever track says so. */
    @ParameterizedTest(name = "in track {0}")
    @ValueSource(ints = {0, 1})
    void changesOfTempoCountWhereverTheyStand(int where) {
        WrittenMidi tempi =
                new WrittenMidi().tempo(96, 1_000_000).tempo(96, 250_000).end(0);
        WrittenMidi notes =
                new WrittenMidi().on(96, 0, 60).off(96, 0, 60).on(96, 0, 62).end(96);
        byte[] bytes = where == 0 ? WrittenMidi.file(1, 96, tempi, notes) : WrittenMidi.file(1, 96, notes, tempi);
        MidiPiece piece = piece(bytes);
        assertThat(piece.seconds()).isCloseTo(2, within(1e-12));
        assertThat(piece.beats()).containsExactly(60, 240);
        PianoRoll roll = piece.roll(folder, TimeStep.ofSeconds(0.25), Keyboard.ALL);
        assertThat(line(roll, 60)).isEqualTo("..xxxx..");
        assertThat(line(roll, 62)).isEqualTo(".......x");
        assertThat(line(piece.roll(folder, QUARTER, Keyboard.ALL), 60))
                .as("beats know no tempo")
                .isEqualTo(".x..");
    }

    /** 40 ticks of 1/25 s are a second; 29 frames stand for 30000/1001. */
    @ParameterizedTest(name = "{0} frames")
    @CsvSource({"24,24", "25,25", "29,29.97002997002997", "30,30"})
    void timeCodesCountPartsOfSeconds(int frames, double rate) {
        byte[] bytes = WrittenMidi.file(
                0, (0x100 - frames) << 8 | 40, new WrittenMidi().on(0, 0, 60).end(1000));
        assertThat(piece(bytes).seconds()).isCloseTo(1000 / (40 * rate), within(1e-12));
        assertThatThrownBy(() -> piece(bytes).roll(folder, QUARTER, Keyboard.ALL))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("knows no beats; choose a step in seconds");
    }

    @Test
    void riffFilesMacintoshHeadsLongHeadsAndOtherPartsArePassedOver() {
        byte[] plain = one(new WrittenMidi().on(0, 0, 60).off(96, 0, 60).end(0));
        byte[] riff = new WrittenMidi()
                .text("RIFF")
                .hex("00 00 00 00")
                .text("RMIDINFO")
                .hex("03 00 00 00 01 02 03 00")
                .text("data")
                .hex("00 00 00 00")
                .raw(plain)
                .toBytes();
        byte[] mac = new WrittenMidi().raw(new byte[128]).raw(plain).toBytes();
        byte[] longHead = new WrittenMidi()
                .text("MThd")
                .u32(10)
                .u16(0)
                .u16(1)
                .u16(96)
                .u32(7)
                .text("Junk")
                .u32(3)
                .hex("01 02 03")
                .raw(Arrays.copyOfRange(plain, 14, plain.length))
                .hex("2A")
                .toBytes();
        for (byte[] bytes : List.of(plain, riff, mac, longHead)) {
            assertThat(piece(bytes).notes()).containsExactly(new MidiNote(0, 60, 0, 96));
        }
    }

    @Test
    void whatIsDamagedIsRefusedWithThePlaceAndTheReason() {
        byte[] whole = one(new WrittenMidi().on(0, 0, 60).off(96, 0, 60).end(0));
        refused(
                "byte 1: 'MThd', with which MIDI files begin, does not stand there",
                "no music".getBytes(StandardCharsets.US_ASCII));
        refused("byte 23: track 1 is said to have 12 bytes, but 7 follow", Arrays.copyOf(whole, whole.length - 5));
        refused("byte 15: the file ends after 0 of 1 tracks", Arrays.copyOf(whole, 14));
        refused("byte 24, in track 1: F6 begins no event", one(new WrittenMidi().hex("00 F6")));
        refused("byte 24, in track 1: 43 stands where an event is to begin", one(new WrittenMidi().hex("00 43 40")));
        refused("byte 26, in track 1: FF stands where a number below 80", one(new WrittenMidi().hex("00 90 3C FF")));
        refused("byte 28, in track 1: a number goes on beyond", one(new WrittenMidi().hex("00 F0 FF FF FF FF 7F")));
        refused(
                "byte 29, in track 1: 268,435,454 bytes are missing: it is cut off or damaged",
                one(new WrittenMidi().hex("00 F0 FF FF FF 7F 00")));
        refused("a quarter note is said to last no time", one(new WrittenMidi().tempo(0, 0)));
        refused("byte 15, in the head: a quarter note is said to have 0 ticks", WrittenMidi.file(0, 0));
        refused("27 frames a second with 40 ticks each is no time code", WrittenMidi.file(0, 0xE528));
        refused("byte 11, in the head: it says that it is of format 3", WrittenMidi.file(3, 96));
        assertThatThrownBy(() -> MidiPiece.read(folder.resolve("none.mid")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no such file");
    }

    private void refused(String reason, byte... bytes) {
        assertThatThrownBy(() -> piece(bytes))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("piece.mid: ")
                .hasMessageContaining(reason);
    }

    @Test
    void restsOfDaysAndFilesOfManyMegabytesAreRefused() {
        byte[] bytes = one(new WrittenMidi()
                .on(0, 0, 60)
                .off(96, 0, 60)
                .on(0x0FFFFFFF, 0, 62)
                .end(96));
        assertThat(piece(bytes).seconds()).isCloseTo(1_398_102.3, within(0.5));
        assertThatThrownBy(() -> piece(bytes).roll(folder, TimeStep.ofSeconds(0.05), Keyboard.ALL))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("lasts 1,398,102 s")
                .hasMessageContaining("choose a longer step, or leave it out");
        assertThatThrownBy(() -> piece(new byte[(8 << 20) + 1]))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is larger than 8 MB");
    }

    /** Java's own reader is asked for the same notes and ends, of random files of every form that it knows. */
    @Test
    void javaReadsTheSameNotes() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            WrittenMidi[] tracks = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> randomTrack(random))
                    .toArray(WrittenMidi[]::new);
            byte[] bytes =
                    WrittenMidi.file(tracks.length == 1 ? random.nextInt(2) : 1, 24 + random.nextInt(900), tracks);
            MidiPiece piece = piece(bytes);
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(bytes));
            List<List<Long>> struck = new ArrayList<>();
            for (Track track : sequence.getTracks()) {
                for (int i = 0; i < track.size(); i++) {
                    MidiEvent event = track.get(i);
                    if (event.getMessage() instanceof ShortMessage message
                            && message.getCommand() == ShortMessage.NOTE_ON
                            && message.getData2() > 0) {
                        struck.add(List.of(event.getTick(), (long) message.getChannel(), (long) message.getData1()));
                    }
                }
            }
            assertThat(piece.notes().stream()
                            .map(note -> List.of(note.from(), (long) note.channel(), (long) note.key()))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(struck);
            assertThat(piece.lastTick()).isEqualTo(sequence.getTickLength());
        }
    }

    private static WrittenMidi randomTrack(Random random) {
        WrittenMidi track = new WrittenMidi();
        for (int i = 0; i < random.nextInt(60); i++) {
            int ticks = random.nextInt(3) == 0 ? random.nextInt(1 << 14) : random.nextInt(100);
            int key = random.nextInt(128);
            switch (random.nextInt(5)) {
                case 0, 1 -> track.on(ticks, random.nextInt(16), key);
                case 2 -> track.off(ticks, random.nextInt(16), key);
                case 3 -> track.control(ticks, random.nextInt(16), 64, random.nextInt(128));
                default -> track.after(ticks).hex("F0 03 01 02 F7").after(0).hex("C1 05");
            }
        }
        return track.end(random.nextInt(500));
    }
}
