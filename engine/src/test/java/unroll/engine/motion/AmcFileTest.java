package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static unroll.engine.motion.Matrices.assertLies;
import static unroll.engine.motion.Matrices.back;
import static unroll.engine.motion.Matrices.move;
import static unroll.engine.motion.Matrices.product;
import static unroll.engine.motion.Matrices.turn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.data.DataException;

class AmcFileTest {
    private static final int FRAMES = 7;

    private final String plain = SmallAcclaim.motion(FRAMES, new Random(1));

    @TempDir
    private Path folder;

    private Motion read(String skeleton, String motion) throws IOException {
        return Recording.read(SmallAcclaim.write(folder, skeleton, motion)).motion();
    }

    @Test
    void bonesHangWhereTheSkeletonSaysAndThoseThatEndHaveAnEnd() throws IOException {
        Motion motion = read(SmallAcclaim.SKELETON, plain);

        assertThat(motion.skeleton().joints())
                .extracting(Skeleton.Joint::name)
                .containsExactly("root", "thigh", "head", "foot", "head end", "foot end");
        assertThat(motion.skeleton().joints())
                .extracting(Skeleton.Joint::parent)
                .containsExactly(-1, 0, 0, 1, 2, 3);
        assertThat(motion.frames()).isEqualTo(FRAMES);
    }

    /**
     * The oracle multiplies matrices, written down by hand: a turn about a bone's own axes is one about the world's between the turn out of
     * its axes and the turn into them.
     */
    @Test
    void jointsLieWhereMatricesPutThem() throws IOException {
        Motion motion = read(SmallAcclaim.SKELETON, plain);
        double[][] thighAxes = product(turn('z', 30), turn('y', -20), turn('x', 10));
        double[][] footAxes = product(turn('y', 50), turn('x', 40), turn('z', -60));
        for (int frame = 0; frame < FRAMES; frame++) {
            double[] r = numbers("root", frame);
            double[] t = numbers("thigh", frame);
            double[] f = numbers("foot", frame);
            double[][] root =
                    product(move(1 + r[0], 2 + r[1], 3 + r[2]), turn('y', r[5]), turn('x', r[4]), turn('z', r[3]));
            double[][] thigh =
                    product(root, thighAxes, turn('z', t[2]), turn('y', t[1]), turn('x', t[0]), back(thighAxes));
            double[][] foot = product(
                    thigh,
                    move(3, -4, 0),
                    footAxes,
                    move(f[1], 0, 0),
                    turn('x', f[2]),
                    turn('y', f[0]),
                    back(footAxes));

            Vector[] positions = motion.positions(frame);
            assertLies(positions[0], root);
            assertLies(positions[1], root);
            assertLies(positions[3], foot);
            assertLies(positions[4], product(root, move(0, 3, 0)));
            assertLies(positions[5], product(foot, move(0, 0, 2)));
        }
    }

    private double[] numbers(String bone, int frame) {
        return plain.lines()
                .filter(line -> line.startsWith(bone))
                .skip(frame)
                .map(line -> Arrays.stream(line.split(" "))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource
    void formsThatAreFoundInUseAreReadAsThePlainOne(String form, String skeleton, String motion) throws IOException {
        Motion expected = read(SmallAcclaim.SKELETON, plain);
        Motion found = read(skeleton, motion);

        assertThat(found.frames()).as(form).isEqualTo(FRAMES);
        for (int frame = 0; frame < FRAMES; frame++) {
            Vector[] positions = found.positions(frame);
            for (int j = 0; j < positions.length; j++) {
                assertThat(positions[j].minus(expected.positions(frame)[j]).length())
                        .as(form)
                        .isLessThan(1e-12);
            }
        }
    }

    static List<Arguments> formsThatAreFoundInUseAreReadAsThePlainOne() {
        String skeleton = SmallAcclaim.SKELETON;
        String motion = SmallAcclaim.motion(FRAMES, new Random(1));
        return List.of(
                Arguments.of("CRLF", skeleton.replace("\n", "\r\n"), motion.replace("\n", "\r\n")),
                Arguments.of("blank lines", skeleton.replace("\n", "\n \n"), motion.replace("\n", "\n\n")),
                Arguments.of("comments", skeleton.replace("\n", " # (\n"), motion.replace("\n", "# 1 2\n")),
                Arguments.of("small letters", skeleton.replace("XYZ", "xyz").replace("TX TY", "tx ty"), motion),
                Arguments.of("the skeleton's unit", skeleton, motion.replace(":DEGREES\n", "")),
                Arguments.of("no limits", skeleton.replaceAll("(?s)limits.*?70.0\\)\n", ""), motion),
                Arguments.of("a skin", skeleton + ":skin\n any thing\n", motion),
                Arguments.of("bones in another order", skeleton, swapped(motion)));
    }

    /** The thigh before the foot. */
    private static String swapped(String motion) {
        return motion.replaceAll("(foot.*\n)(thigh.*\n)", "$2$1");
    }

    @Test
    void anglesCanBeInRadiansInEitherFile() throws IOException {
        Motion expected = read(SmallAcclaim.SKELETON, plain);
        String skeleton = SmallAcclaim.SKELETON
                .replace("angle deg", "angle rad")
                .replace("10 -20 30", Math.toRadians(10) + " " + Math.toRadians(-20) + " " + Math.toRadians(30))
                .replace("40 50 -60", Math.toRadians(40) + " " + Math.toRadians(50) + " " + Math.toRadians(-60));
        Motion found = read(skeleton, plain);
        String motion = ":RADIANS\n1\nroot 0 0 0 0 0 " + Math.PI / 2 + "\nfoot 0 0 0\nthigh 0 0 0\n";
        Motion turned = read(SmallAcclaim.SKELETON, motion);

        for (int j = 0; j < expected.skeleton().size(); j++) {
            assertThat(found.positions(3)[j].minus(expected.positions(3)[j]).length())
                    .isLessThan(1e-12);
        }
        Vector knee = turned.positions(0)[3].minus(turned.positions(0)[0]);
        assertThat(knee.minus(new Vector(0, -4, -3)).length()).isLessThan(1e-12);
    }

    @Test
    void theRateIsToldOrAssumedAndThenSaid() throws IOException {
        Recording assumed = Recording.read(SmallAcclaim.write(folder, SmallAcclaim.SKELETON, plain));
        Recording told =
                Recording.read(SmallAcclaim.write(folder, SmallAcclaim.SKELETON, ":samples-per-second 50\n" + plain));

        assertThat(assumed.motion().frameTime()).isCloseTo(1.0 / 120, within(1e-15));
        assertThat(assumed.notes()).hasSize(2).first().isEqualTo("The skeleton is that of small.asf.");
        assertThat(assumed.notes().getLast()).contains("120 were assumed").contains(":SAMPLES-PER-SECOND");
        assertThat(told.motion().frameTime()).isEqualTo(0.02);
        assertThat(told.notes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "07_01.amc, 07.asf|08.asf, 07.asf",
        "cmu-11-01.amc, cmu-11.asf|cmu-1.asf, cmu-11.asf",
        "WALK.AMC, walk.ASF|w.asf, walk.ASF",
        "walk_2.amc, walk.asf|walk_2.asf, walk_2.asf",
        "walk.amc, body.asf, body.asf",
        "walk.amc, wal.asf|body.asf, ''",
        "walk.amc, '', ''",
    })
    void theSkeletonIsTheOneThatIsCalledSoOrTheOnlyOne(String motion, String skeletons, String found)
            throws IOException {
        for (String skeleton : skeletons.split("\\|", -1)) {
            if (!skeleton.isEmpty()) {
                Files.writeString(folder.resolve(skeleton), SmallAcclaim.SKELETON);
            }
        }
        Path file = Files.writeString(folder.resolve(motion), plain);

        if (found.isEmpty()) {
            assertThat(MotionSet.files(file)).containsExactly(file);
            assertThatThrownBy(() -> Recording.read(file))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(skeletons.isEmpty() ? "put the .asf file" : "none of the 2 .asf files")
                    .hasMessageContaining("walk.amc");
        } else {
            assertThat(MotionSet.files(file)).containsExactly(file, folder.resolve(found));
            assertThat(Recording.read(file).notes()).contains("The skeleton is that of " + found + ".");
        }
    }

    @Test
    void aSkeletonAloneIsRefused() throws IOException {
        SmallAcclaim.write(folder, SmallAcclaim.SKELETON, plain);
        assertThatThrownBy(() -> Recording.read(folder.resolve("small.asf")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("small.asf: is a skeleton without a motion");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                ":version ~ JPEG ~ line 2, column 1: 'JPEG' where a section of a skeleton",
                "angle deg ~ angle grad ~ line 7, column 9: an angle is in 'deg' or in 'rad'",
                "angle deg ~ mass 1 ~ line 15, column 1: bones come before 'angle deg'",
                "RZ RX RY ~ RZ RX RX ~ line 11, column 24: 'RX' where one of rx, ry, rz",
                "orientation 0 ~ orientation 9 ~ line 14, column 19: the root is turned before it moves",
                "axis 10 -20 30 XYZ ~ axis 10 -20 30 XYY ~ line 21, column 20: 'XYY' where an order of axes",
                "axis 10 -20 30 XYZ ~ axis 10 -20 XYZ ~ 'XYZ' where a number is wanted",
                "direction 0.6 ~ direction NaN ~ line 19, column 15: 'NaN' where a place or an angle",
                "length 5 ~ length -5 ~ line 26, column 3: a bone ends that has not a name",
                "dof rx ry rz ~ dof rx l ~ line 22, column 12: 'l' where one of rx, ry, rz",
                "(-60.0 70.0) ~ (-60.0) ~ line 26, column 3: 'end' where a number is wanted",
                "name head ~ name foot ~ line 42, column 3: a second bone 'foot'",
                "thigh foot ~ thigh hand ~ line 45, column 11: 'hand' where a bone of :bonedata",
                "thigh foot ~ foot thigh ~ line 46, column 10: 'thigh' hangs on 'root', but it hangs on 'foot'",
                "thigh foot ~ thigh foot root ~ 'root' hangs on 'thigh', but it is the first",
                "thigh foot ~ foot foot ~ small.asf: has a bone 'foot' that does not hang on the root"
            })
    void whatIsWrongWithASkeletonIsSaidWithItsPlace(String from, String to, String complaint) {
        assertThat(SmallAcclaim.SKELETON).contains(from);
        assertThatThrownBy(() -> read(SmallAcclaim.SKELETON.replace(from, to), plain))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("small.asf")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                ":DEGREES ~ :GRADES ~ line 3, column 1: ':GRADES' where a key word such as :DEGREES",
                ":DEGREES ~ :SAMPLES-PER-SECOND 0 ~ line 3, column 21: a second has more than no frames",
                "@3@ ~ @4@ ~ line 12, column 1: '4' where frame 3",
                "@3@foot ~ @3@hand ~ line 14, column 1: 'hand' where a bone of small.asf, or frame 4,",
                "@3@foot ~ @3@thigh ~ a second 'thigh' in frame 3",
                "@3@foot 1 ~ @3@foot 1 1 ~ 'foot' has more than 3 numbers in frame 3, but moves by 3",
                "@3@foot 1 ~ @3@foot ~ 'foot' has 2 numbers in frame 3, but moves by 3",
                "@3@foot 1 ~ @3@foot 0x1 ~ line 14, column 6: '0x1' where a number",
                "@3@foot 1 ~ @3@head 1 ~ 'head' has more than 0 numbers in frame 3, but moves by 0",
            })
    void whatIsWrongWithAMotionIsSaidWithItsPlace(String from, String to, String complaint) {
        String motion = head(":DEGREES") + frame(1) + frame(2) + frame(3) + frame(4);
        String begin = frameBegin(from);
        assertThat(motion).contains(begin);
        assertThatThrownBy(() -> read(SmallAcclaim.SKELETON, motion.replace(begin, frameBegin(to))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("small_01.amc")
                .hasMessageContaining(complaint);
    }

    private static String head(String unit) {
        return "# a head\n:FULLY-SPECIFIED\n" + unit + "\n";
    }

    private static String frame(int number) {
        return number + "\nroot 1 2 3 4 5 6\nfoot 1 2 3\nthigh 1 2 3\n";
    }

    /** Of a frame whose lines are told apart by @. */
    private static String frameBegin(String words) {
        return words.replaceAll("^@(\\d)@(\\w+)", "\n$1\nroot 1 2 3 4 5 6\n$2").replace('@', '\n');
    }

    @Test
    void aMotionThatEndsAnywhereIsRefused() {
        String text = head(":DEGREES") + frame(1);
        for (int end = 0; end < text.lastIndexOf(' '); end++) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> read(SmallAcclaim.SKELETON, cut))
                    .as(cut)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("line ");
        }
        assertThatThrownBy(() -> read(SmallAcclaim.SKELETON, text.substring(0, text.indexOf("foot"))))
                .hasMessageContaining("line 4, column 1: frame 1 lacks 'thigh'; is the file cut off?");
    }

    @Test
    void aSkeletonThatEndsAnywhereIsRefused() {
        String text = SmallAcclaim.SKELETON.strip();
        for (int end = 0; end < text.length() - 1; end++) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> read(cut, plain))
                    .as(cut)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("small.asf, line ");
        }
    }

    @Test
    void framesThatTakeMoreMemoryThanThereIsAreRefused() throws IOException {
        StringBuilder skeleton = new StringBuilder(":units\nangle deg\n:root\norder TX\n:bonedata\n");
        StringBuilder hanging = new StringBuilder(":hierarchy\nbegin\n");
        for (int bone = 0; bone < 2000; bone++) {
            skeleton.append("begin\nname b" + bone + "\ndirection 0 1 0\nlength 1\naxis 0 0 0 XYZ\nend\n");
            hanging.append("root b" + bone + "\n");
        }
        StringBuilder motion = new StringBuilder();
        for (int frame = 1; frame <= 200_000; frame++) {
            motion.append(frame).append("\nroot 0\n");
        }
        assertThatThrownBy(() -> read(skeleton.append(hanging).append("end\n").toString(), motion.toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("MB of memory");
    }
}
