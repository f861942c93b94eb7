package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.data.DataException;

class MotionSetTest {
    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String motion(int frames) {
        return SmallBvh.text(frames, new Random(frames));
    }

    private MotionSet read(double rate) {
        return MotionSet.read(folder, Upright.Y, rate);
    }

    @Test
    void theLastFifthOfAFolderIsHeldBack() throws IOException {
        for (int i = 0; i < 11; i++) {
            write("m" + (char) ('a' + i) + ".bvh", motion(10 + i));
        }
        write("notes.txt", "nothing");
        MotionSet set = read(40);

        assertThat(set.training()).extracting(Motion::frames).containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18);
        assertThat(set.test()).extracting(Motion::frames).containsExactly(19, 20);
        assertThat(set.understood())
                .containsExactly("11 files: 165 frames of 5 joints and ends, 40 a second.", "y is up.");
    }

    @Test
    void foldersOfThePartsAreThose() throws IOException {
        write("train/a.bvh", motion(5));
        write("train/b.bvh", motion(6));
        write("test/a.bvh", motion(7));
        write("other.bvh", motion(8));

        assertThat(read(40).training()).extracting(Motion::frames).containsExactly(5, 6);
        assertThat(read(40).test()).extracting(Motion::frames).containsExactly(7);
        assertThat(MotionSet.files(folder)).hasSize(3);
    }

    @Test
    void ofASingleFileTheLastFramesAreHeldBackAndFramesAreLeftOut() throws IOException {
        write("a.bvh", motion(100));
        MotionSet set = read(20);

        assertThat(set.training()).extracting(Motion::frames).containsExactly(40);
        assertThat(set.test()).extracting(Motion::frames).containsExactly(10);
        assertThat(set.training().getFirst().frameTime()).isCloseTo(0.05, within(1e-12));
        Motion whole = BvhFile.read(folder.resolve("a.bvh"));
        assertThat(set.test().getFirst().positions(3)).containsExactly(whole.positions(2 * 43));
        assertThat(set.understood().getFirst()).contains("50 frames").contains("20 a second (every 2. frame)");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() throws IOException {
        write("a.bvh", motion(10));
        write("b.bvh", motion(10).replace("JOINT Chest", "JOINT Torso"));
        assertThatThrownBy(() -> read(40))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("b.bvh: has another skeleton than a.bvh: 'Torso' where that has 'Chest'");
        write("b.bvh", motion(10).replace("Time: 0.025", "Time: 0.04"));
        assertThatThrownBy(() -> read(40))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("b.bvh: comes to 25 frames a second where a.bvh comes to 40");
        write("b.bvh", motion(1));
        assertThatThrownBy(() -> read(40)).isInstanceOf(DataException.class).hasMessageContaining("single frame");
        Files.delete(folder.resolve("b.bvh"));
        write("a.bvh", motion(9));
        assertThatThrownBy(() -> read(40)).isInstanceOf(DataException.class).hasMessageContaining("at least 10");
        Files.delete(folder.resolve("a.bvh"));
        assertThatThrownBy(() -> read(40)).isInstanceOf(DataException.class).hasMessageContaining("holds no motion");
    }

    /** A body that lies in the file as others stand: its head is farther along z than its foot. */
    @Test
    void whatIsUpIsFoundByHeadAndFeet() throws IOException {
        String still = SmallBvh.HIERARCHY + "MOTION\nFrames: 2\nFrame Time: 0.1\n"
                + "0 ".repeat(14).strip() + "\n" + "0 ".repeat(14).strip() + "\n";
        write("y.bvh", still);
        write("z.bvh", still.replaceAll("OFFSET (\\S+) (\\S+) (\\S+)", "OFFSET $1 $3 $2"));
        Motion y = BvhFile.read(folder.resolve("y.bvh"));
        Motion z = BvhFile.read(folder.resolve("z.bvh"));

        assertThat(y.up()).isEqualTo(Direction.Y);
        assertThat(z.up()).isEqualTo(Direction.Z);
        Vector[] upright = z.upright(z.up()).positions(0);
        for (int j = 0; j < upright.length; j++) {
            assertThat(upright[j].y()).isCloseTo(y.positions(0)[j].y(), within(1e-12));
        }
        assertThat(z.upright(Direction.Y).positions(0)).containsExactly(z.positions(0));
    }
}
