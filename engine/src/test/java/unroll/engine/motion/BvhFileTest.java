package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static unroll.engine.motion.Matrices.assertLies;
import static unroll.engine.motion.Matrices.move;
import static unroll.engine.motion.Matrices.product;
import static unroll.engine.motion.Matrices.turn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.data.DataException;

class BvhFileTest {
    private static final int FRAMES = 7;

    private final String plain = SmallBvh.text(FRAMES, new Random(1));

    @TempDir
    private Path folder;

    private Motion read(String text) throws IOException {
        return BvhFile.read(SmallBvh.write(folder, text));
    }

    @Test
    void jointsHangWhereTheFileSays() throws IOException {
        Motion motion = read(plain);

        assertThat(motion.skeleton().joints())
                .extracting(Skeleton.Joint::name)
                .containsExactly("Hips", "Chest", "Head of it", "Head of it end", "mixamorig:Foot");
        assertThat(motion.skeleton().joints())
                .extracting(Skeleton.Joint::parent)
                .containsExactly(-1, 0, 1, 2, 0);
        assertThat(motion.frames()).isEqualTo(FRAMES);
        assertThat(motion.frameTime()).isEqualTo(0.025);
    }

    /** The oracle multiplies matrices of four rows, written down by hand in the order of the file's channels. */
    @Test
    void jointsLieWhereMatricesPutThem() throws IOException {
        Motion motion = read(plain);
        String[] lines = plain.lines().skip(plain.lines().count() - FRAMES).toArray(String[]::new);
        for (int frame = 0; frame < FRAMES; frame++) {
            double[] n = Stream.of(lines[frame].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[][] hips =
                    product(move(1 + n[0], 2 + n[1], 3 + n[2]), turn('z', n[3]), turn('y', n[4]), turn('x', n[5]));
            double[][] chest = product(hips, move(0, 5, 0.5), turn('x', n[6]), turn('z', n[7]), turn('y', n[8]));
            double[][] head = product(chest, move(n[10], 2, n[12]), turn('y', n[9]), turn('x', n[11]));
            double[][] end = product(head, move(0, 1, 0));
            double[][] foot = product(hips, move(-1, -6, 0), turn('x', n[13]));

            Vector[] positions = motion.positions(frame);
            assertLies(positions[0], hips);
            assertLies(positions[1], chest);
            assertLies(positions[2], head);
            assertLies(positions[3], end);
            assertLies(positions[4], foot);
            double[][] wrong = product(move(1 + n[0], 2 + n[1], 3 + n[2]), turn('x', n[5]), turn('y', n[4]));
            assertThat(product(wrong, move(0, 5, 0.5))[0][3]).isNotCloseTo(chest[0][3], within(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource
    void formsThatAreFoundInUseAreReadAsThePlainOne(String form, byte[] bytes) throws IOException {
        Motion expected = read(SmallBvh.text(FRAMES, new Random(1)));
        Motion motion = BvhFile.read(Files.write(folder.resolve("form.bvh"), bytes));

        assertThat(motion.frames()).as(form).isEqualTo(FRAMES);
        assertThat(motion.frameTime()).isEqualTo(0.025);
        for (int frame = 0; frame < FRAMES; frame++) {
            assertThat(motion.positions(frame)).containsExactly(expected.positions(frame));
        }
    }

    static Stream<Arguments> formsThatAreFoundInUseAreReadAsThePlainOne() {
        String plain = SmallBvh.text(FRAMES, new Random(1));
        return Stream.of(
                form("CRLF", plain.replace("\n", "\r\n")),
                form("CR", plain.replace("\n", "\r")),
                form("tabs", plain.replace(' ', '\t').replace("Head\tof\tit", "Head of it")),
                form(
                        "lower case",
                        plain.replace("HIERARCHY", "hierarchy")
                                .replace("ROOT", "root")
                                .replace("JOINT", "joint")
                                .replace("End Site", "end site")
                                .replace("MOTION", "motion")
                                .replace("Frames", "frames")
                                .replace("Frame Time", "frame time")
                                .replace("OFFSET", "offset")
                                .replace("CHANNELS", "channels")
                                .replace("rotation", "ROTATION")),
                form("braces on the line", plain.replaceAll("\\s*\\{", " {")),
                form("blank lines", plain.replace("\n", "\n\n  \n")),
                form("blanks at ends", plain.replace("\n", " \n")),
                form("no new line at the end", plain.strip()),
                form("exponents", plain.replaceAll("(?m)^(-?\\d)(\\d)\\.(\\d{4}) ", "$1.$2$3E+01 ")),
                form("no blank after the colon", plain.replace(": ", ":")),
                form("byte order mark", "\uFEFF" + plain),
                Arguments.of("UTF-16", ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16LE)));
    }

    private static Arguments form(String name, String text) {
        return Arguments.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongIsSaidWithItsPlace(String from, String to, String complaint) {
        assertThat(plain).contains(from);
        assertThatThrownBy(() -> read(plain.replace(from, to)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(complaint);
    }

    static Stream<Arguments> whatIsWrongIsSaidWithItsPlace() {
        String plain = SmallBvh.text(FRAMES, new Random(1));
        String last = plain.substring(plain.strip().lastIndexOf('\n') + 1);
        String lastWord = last.substring(last.lastIndexOf(' '));
        return Stream.of(
                Arguments.of("HIERARCHY", "PNG", "line 1, column 1: 'PNG' where HIERARCHY is wanted"),
                Arguments.of(
                        "OFFSET 0 2 0", "OFFSET 0 2", "line 12, column 17: the line ends where a number is wanted"),
                Arguments.of("OFFSET 0 2 0", "OFFSET 0 2 x", "line 12, column 18: 'x' where a number is wanted"),
                Arguments.of("OFFSET 0 2 0", "OFFSET 0 2 NaN", "'NaN' where a place or an angle"),
                Arguments.of("OFFSET 0 2 0", "OFFSET 0 2 1e300", "'1e300' where a place or an angle"),
                Arguments.of("OFFSET 0 2 0\n", "\n", "'Head of it' has no OFFSET"),
                Arguments.of("OFFSET 0 2 0", "OFFSET 0 2 0\nOFFSET 0 2 0", "line 13, column 1: a second OFFSET"),
                Arguments.of("CHANNELS 4", "CHANNELS 5", "the line ends where channel 5 of 5 is wanted"),
                Arguments.of("CHANNELS 4", "CHANNELS 3", "'Zposition' where the end of the line, after 3 channels,"),
                Arguments.of("CHANNELS 4", "CHANNELS 999999999", "'999999999' where a number of channels"),
                Arguments.of("4 Yrotation", "4 Wrotation", "line 13, column 18: 'Wrotation' where channel 1 of 4"),
                Arguments.of("Yrotation Xposition", "Zposition Xposition", "a second Zposition of 'Head of it'"),
                Arguments.of("MOTION", "ROOT Other\n{", "a second skeleton begins"),
                Arguments.of(
                        "Frames: 7", "Frames: 8", "line 27, column 1: announces 8 frames, but the file ends after 7"),
                Arguments.of("Frames: 7", "Frames: 6", "line 35, column 1: numbers follow after the 6 frames"),
                Arguments.of("Frames: 7", "Frames: 0", "announces no frame"),
                Arguments.of("Frames: 7", "Frames: -7", "where 'Frames:' and a number is wanted"),
                Arguments.of(
                        "Frames: 7", "Frames: 900000000", "announces 900000000 frames of 14 numbers, which a file"),
                Arguments.of(
                        "Time: 0.025", "Time: 0", "where 'Frame Time:' and a positive number of seconds is wanted"),
                Arguments.of("Time: 0.025", "Time: nan", "'nan' where a number"),
                Arguments.of(lastWord, "\n", "line 35, column 107"),
                Arguments.of(lastWord, "\n", "frame 7 has 13 numbers, but 14 channels are announced"),
                Arguments.of(lastWord, " 1 2\n", "frame 7 has more than the 14 numbers of its channels"),
                Arguments.of(lastWord, " 1,5\n", "'1,5' where a number is wanted"));
    }

    @Test
    void aFileThatEndsAnywhereIsRefused() {
        String text = SmallBvh.text(1, new Random(1)).strip();
        int numbers = text.lastIndexOf(' ');
        for (int end = 0; end <= numbers; end++) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("line ");
        }
    }

    @Test
    void deepAndBroadHierarchiesAreRefusedAndModerateOnesAreRead() throws IOException {
        assertThat(read(chain(4000)).positions(0)[3999].y()).isCloseTo(3999.0, within(1e-9));
        assertThatThrownBy(() -> read(chain(6000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 5000 joints");
    }

    private static String chain(int joints) {
        StringBuilder text = new StringBuilder("HIERARCHY\n");
        for (int j = 0; j < joints; j++) {
            text.append(j == 0 ? "ROOT" : "JOINT")
                    .append(" j\n{\nOFFSET 0 1 0\nCHANNELS ")
                    .append(j == 0 ? "1 Yposition\n" : "0\n");
        }
        return text.append("}\n".repeat(joints))
                .append("MOTION\nFrames: 1\nFrame Time: 1\n-1\n")
                .toString();
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThatThrownBy(() -> read("x".repeat(1_000_000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 500 characters without a blank");
        assertThatThrownBy(() -> read("HIERARCHY ROOT " + "x y".repeat(1_000_000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 500 characters without a new line");
    }

    /** Joints without channels cost memory but no bytes: more of them than fit are refused before a frame is read. */
    @Test
    void framesThatTakeMoreMemoryThanThereIsAreRefused() {
        String joint = "JOINT j\n{\nOFFSET 0 0 0\n}\n";
        String text = "HIERARCHY\nROOT r\n{\nOFFSET 0 0 0\nCHANNELS 1 Xposition\n" + joint.repeat(4900)
                + "}\nMOTION\nFrames: 2000000\nFrame Time: 1\n" + "1\n".repeat(2_000_000);
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageContaining("MB of memory");
    }
}
