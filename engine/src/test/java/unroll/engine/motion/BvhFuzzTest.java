package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            Path file = Files.write(folder.resolve("damaged.bvh"), Damage.damaged(whole, WORDS, random));
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
}
