package unroll.engine.music;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.data.DataException;

/** MIDI files with bytes changed, cut out, repeated and put in: each is read or refused, in little memory. {@code -Dmidi=FOLDER} adds others. */
class MutatedMidiTest {
    private static final int MUTANTS = Integer.getInteger("mutants", 4000);

    /** What reading a few kilobytes takes, and a roll of the longest piece that is allowed. */
    private static final long MOST_BYTES = 200L << 20;

    @TempDir
    private Path folder;

    private static List<byte[]> originals() throws IOException {
        WrittenMidi track = new WrittenMidi().tempo(0, 400_000).control(0, 0, 64, 127);
        for (int i = 0; i < 40; i++) {
            track.on(i % 7, i % 3, 40 + i).off(20, i % 3, 40 + i).after(0).hex("F0 02 01 F7");
        }
        List<byte[]> all = new ArrayList<>(List.of(
                WrittenMidi.file(
                        1, 96, track.end(30), new WrittenMidi().on(4, 9, 40).end(100)),
                WrittenMidi.file(0, 0xE728, new WrittenMidi().on(0, 0, 60).end(1000))));
        String more = System.getProperty("midi", "");
        if (!more.isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of(more))) {
                for (Path file : files.filter(name -> name.toString().endsWith(".mid"))
                        .sorted()
                        .toList()) {
                    all.add(Files.readAllBytes(file));
                }
            }
        }
        return all;
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int i = 0; i <= random.nextInt(6); i++) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), new byte[0]);
                case 2 -> {
                    byte[] added = new byte[random.nextInt(8)];
                    random.nextBytes(added);
                    bytes = spliced(bytes, at, at, added);
                }
                case 3 ->
                    bytes = spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 30)));
                default -> {
                    if (bytes.length > 0) {
                        bytes[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
                    }
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] spliced = Arrays.copyOf(bytes, from + instead.length + bytes.length - to);
        System.arraycopy(instead, 0, spliced, from, instead.length);
        System.arraycopy(bytes, to, spliced, from + instead.length, bytes.length - to);
        return spliced;
    }

    @Test
    void everyMutantIsReadOrRefusedWithASentence() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<byte[]> originals = originals();
        Random random = new Random(1);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] bytes = mutated(originals.get(random.nextInt(originals.size())), random);
            Path file = folder.resolve("mutant.mid");
            Files.write(file, bytes);
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                MidiPiece.read(file).roll(file, TimeStep.ofSeconds(0.05), Keyboard.ALL);
                read++;
            } catch (DataException e) {
                assertThat(e.getMessage()).startsWith(file + ": ");
                refused++;
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES + 40L * bytes.length);
        }
        assertThat(read).as("mutants that can be read").isGreaterThan(MUTANTS / 20);
        assertThat(refused).as("mutants that cannot").isGreaterThan(MUTANTS / 20);
    }

    /** Eight megabytes of keys that are struck and never released, and of pedals: seconds, not hours. */
    @Test
    void theDensestFileTakesBoundedTimeAndMemory() throws IOException {
        WrittenMidi track = new WrittenMidi().on(0, 0, 60).on(1_000_000, 0, 61);
        for (int i = 0; i < 2_600_000; i++) {
            track.after(0).raw((byte) (i & 127), (byte) 64);
        }
        Path file = Files.write(folder.resolve("dense.mid"), WrittenMidi.file(0, 96, track.end(95_000_000)));
        PianoRoll roll = MidiPiece.read(file).roll(file, TimeStep.ofQuarters(1), Keyboard.ALL);
        assertThat(roll.frames()).isEqualTo(1_000_000);
        assertThat(roll.sounds(roll.frames() - 1, 0)).isTrue();
    }
}
