package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;

class AmcFuzzTest {
    private static final int FILES = 2000;

    /** Words that break what reads them carelessly. */
    private static final String[] WORDS = {
        "begin",
        "end",
        "root",
        "thigh",
        "-1",
        "1e308",
        "NaN",
        "999999999",
        "dof",
        "#",
        "(",
        ":bonedata",
        ":hierarchy",
        ":units",
        ":RADIANS",
        "XYZ",
        "\0",
        "\uD83D\uDE00",
        ""
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"small.asf", "small_01.amc"})
    void damagedFilesAreReadOrRefusedWithTheNameOfOneOfThem(String name) throws IOException {
        Random random = new Random(5);
        Path motion = SmallAcclaim.write(folder, SmallAcclaim.SKELETON, SmallAcclaim.motion(3, random));
        Path file = folder.resolve(name);
        byte[] whole = Files.readString(file).getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Files.write(file, Damage.damaged(whole, WORDS, random));
            boolean read = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> reads(motion));
            refused += read ? 0 : 1;
        }
        assertThat(refused).isBetween(FILES / 3, FILES - 1);
    }

    private static boolean reads(Path file) {
        try {
            Motion motion = Recording.read(file).motion();
            for (int frame = 0; frame < motion.frames(); frame++) {
                assertThat(motion.positions(frame))
                        .allMatch(place -> Double.isFinite(place.x() + place.y() + place.z()));
            }
            return true;
        } catch (DataException e) {
            assertThat(e).hasMessageContaining("small");
            return false;
        }
    }
}
