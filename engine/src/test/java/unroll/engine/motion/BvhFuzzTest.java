package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.data.DataException;

class BvhFuzzTest {
    private static final int FILES = 3000;

    /** Words that break what reads them carelessly. */
    private static final String[] WORDS = {
        "{",
        "}",
        "-1",
        "1e308",
        "NaN",
        "999999999",
        "CHANNELS",
        "JOINT",
        "End",
        "MOTION",
        "Frames:",
        "\0",
        "\uD83D\uDE00",
        ""
    };

    @TempDir
    private Path folder;

    @Test
    void damagedFilesAreReadOrRefusedWithTheirName() throws IOException {
        Random random = new Random(5);
        byte[] whole = SmallBvh.text(3, random).getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Path file = Files.write(folder.resolve("damaged.bvh"), damaged(whole, random));
            boolean read = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> reads(file));
            refused += read ? 0 : 1;
        }
        assertThat(refused).isBetween(FILES / 3, FILES - 1);
    }

    private static boolean reads(Path file) {
        try {
            Motion motion = BvhFile.read(file);
            for (int frame = 0; frame < motion.frames(); frame++) {
                assertThat(motion.positions(frame))
                        .allMatch(place -> Double.isFinite(place.x() + place.y() + place.z()));
            }
            return true;
        } catch (DataException e) {
            assertThat(e).hasMessageContaining("damaged.bvh");
            return false;
        }
    }

    /** One to three bytes changed, a piece taken out or doubled, a word put in, or an end cut off. */
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(60));
        switch (random.nextInt(5)) {
            case 0 -> {
                for (int i = 0; i <= random.nextInt(3); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            case 1 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            case 2 -> bytes = joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> bytes = Arrays.copyOf(bytes, at);
            default -> {
                byte[] word = (" " + WORDS[random.nextInt(WORDS.length)] + " ").getBytes(StandardCharsets.UTF_8);
                bytes = joined(joined(Arrays.copyOf(bytes, at), word), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
