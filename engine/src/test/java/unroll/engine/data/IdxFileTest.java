package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFileTest {
    private static final int BYTE = 0x08;

    @TempDir
    private Path folder;

    /** A file of numbers 0, 1, 2, … in this type, each {@code scale} times as large and {@code shift} more. */
    private static byte[] idx(int type, double scale, double shift, int... sizes) {
        int count = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * sizes.length + 8 * count);
        out.put(new byte[] {0, 0, (byte) type, (byte) sizes.length});
        Arrays.stream(sizes).forEach(out::putInt);
        for (int i = 0; i < count; i++) {
            double number = scale * i + shift;
            switch (type) {
                case BYTE, 0x09 -> out.put((byte) number);
                case 0x0b -> out.putShort((short) number);
                case 0x0c -> out.putInt((int) number);
                case 0x0d -> out.putFloat((float) number);
                default -> out.putDouble(number);
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Pixel p of picture i is (7 i + 31 p) mod 256. */
    private static byte[] idx(int count, int height, int width) {
        byte[] file = idx(BYTE, 0, 0, count, height, width);
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < width * height; p++) {
                file[16 + i * width * height + p] = (byte) (7 * i + 31 * p);
            }
        }
        return file;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(raw)) {
            out.write(bytes);
        }
        return raw.toByteArray();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void refused(byte[] bytes, String complaint) throws IOException {
        Path file = write("some", bytes);
        assertThatThrownBy(() -> PictureSet.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": " + complaint);
    }

    private static double[] numbers(PictureSet set) {
        int pixels = set.width() * set.height();
        double[] numbers = new double[set.count() * pixels];
        for (int i = 0; i < set.count(); i++) {
            set.copy(i, numbers, i * pixels);
        }
        return numbers;
    }

    @ParameterizedTest(name = "packed {0}")
    @ValueSource(booleans = {false, true})
    void itHoldsPicturesRowByRow(boolean packed) throws IOException {
        byte[] bytes = idx(5, 3, 4);
        PictureSet set = PictureSet.read(write("digits-idx3-ubyte", packed ? packed(bytes) : bytes));
        assertThat(set.count()).isEqualTo(5);
        assertThat(set.width()).isEqualTo(4);
        assertThat(set.height()).isEqualTo(3);
        double[] to = new double[20];
        for (int i = 0; i < 5; i++) {
            set.copy(i, to, 6);
            for (int p = 0; p < 12; p++) {
                assertThat(to[6 + p]).isEqualTo(((7 * i + 31 * p) % 256) / 255.0);
            }
        }
        assertThat(Arrays.copyOf(to, 6)).containsOnly(0);
        assertThat(set.understood()).containsExactly("5 pictures of 4 x 3 pixels, 1 of them to test on.");
    }

    @ParameterizedTest(name = "{0}: {1} i")
    @CsvSource({
        "0x09, 5,    signed bytes",
        "0x0b, 10,   whole numbers of 16 bits",
        "0x0c, 11,   whole numbers of 32 bits",
        "0x0d, 0.01, numbers of 32 bits",
        "0x0e, 0.01, numbers of 64 bits",
    })
    void numbersOfEveryTypeAreBrightnessesAsOfBytesOrFromNoneToOne(String type, double step, String words)
            throws IOException {
        PictureSet set = PictureSet.read(write("x.idx3", idx(Integer.decode(type), step, 0, 2, 3, 4)));
        double white = step < 1 ? 1 : 255;
        double[] numbers = numbers(set);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).as("number %d", i).isCloseTo(step * i / white, within(0.5 / 65_535 + 1e-9));
        }
        assertThat(set.understood().getLast())
                .isEqualTo("x.idx3: of its " + words + " 0.0 was taken for black and " + white + " for white.");
    }

    @ParameterizedTest(name = "{0}: {1} i + {2}")
    @CsvSource({"0x09, 5, -60", "0x0b, 1000, -7000", "0x0c, 100000, 3", "0x0d, 0.25, -3", "0x0e, 1e30, -2e30"})
    void ofNumbersBeyondTheseTheSmallestIsBlackAndTheLargestWhite(String type, double scale, double shift)
            throws IOException {
        PictureSet set = PictureSet.read(write("x.idx3", idx(Integer.decode(type), scale, shift, 2, 3, 4)));
        double[] numbers = numbers(set);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).as("number %d", i).isCloseTo(i / 23.0, within(0.5 / 65_535 + 1e-6));
        }
        assertThat(set.understood().getLast())
                .contains(", the smallest, was taken for black")
                .endsWith(", the largest, for white.");
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithItsPlace() throws IOException {
        byte[] file = idx(0x0d, 0.01, 0, 2, 3, 4);
        ByteBuffer.wrap(file).putFloat(16 + 4 * (12 + 4 + 2), Float.NaN);
        refused(file, "holds NaN in picture 2, row 2, column 3; brightnesses are finite numbers");
        byte[] doubles = idx(0x0e, 0.01, 0, 2, 3, 4);
        ByteBuffer.wrap(doubles).putDouble(16, 1e300);
        refused(doubles, "holds 1.0E300 in picture 1, row 1, column 1; brightnesses are finite numbers");
    }

    @Test
    void whatHoldsOthersThanItAnnouncesIsRefusedWithBothNumbers() throws IOException {
        byte[] good = idx(3, 2, 2);
        String fewer = "announces 3 pictures of 2 x 2 pixels, but only 2 are in it; copy it again";
        refused(Arrays.copyOf(good, good.length - 1), fewer);
        refused(packed(Arrays.copyOf(good, good.length - 1)), fewer);
        String more = "goes on after the last of its 3 pictures";
        refused(Arrays.copyOf(good, good.length + 1), more);
        refused(packed(Arrays.copyOf(good, good.length + 1)), more);
        byte[] packed = packed(good);
        refused(Arrays.copyOf(packed, packed.length - 9), "is cut off where it is packed (gzip); copy it again");
        packed[10] = (byte) 0xff;
        refused(packed, "is damaged where it is packed (gzip); copy it again");
        refused(Arrays.copyOf(good, 9), "ends before it has said how many pictures it holds; copy it again");
    }

    /** 6 GB are announced; nothing is allocated for them. */
    @Test
    void memoryIsAskedForAfterTheLengthIsKnown() throws IOException {
        byte[] vast = Arrays.copyOf(idx(3, 2, 2), 16);
        ByteBuffer.wrap(vast).putInt(4, 2).putInt(8, 40_000).putInt(12, 40_000);
        refused(vast, "announces 2 pictures of 40000 x 40000 pixels, but only 0 are in it; copy it again");
        ByteBuffer.wrap(vast).putInt(4, -1).putInt(8, 28).putInt(12, 28);
        refused(vast, "announces 4,294,967,295 pictures of 28 x 28 pixels, but only 0 are in it; copy it again");
        ByteBuffer.wrap(vast).putInt(8, 0);
        refused(vast, "announces pictures of 28 x 0 pixels, which are none; copy it again");
    }

    @Test
    void whatIsNoFileOfPicturesIsCalledByWhatItIs() throws IOException {
        refused(new byte[0], "is empty");
        refused(
                idx(BYTE, 1, 0, 10),
                "holds 10 labels and no pictures; name the file of the pictures, of MNIST the one whose name has"
                        + " 'images'");
        refused(
                idx(BYTE, 1, 0, 2, 2, 2, 5),
                "holds numbers in 4 dimensions, 2 x 2 x 2 x 5, but pictures have three: how many, height and width; or"
                        + " a fourth of 1 or 3 colours; save them so");
        refused(new byte[] {1, 2, 3, 4, 5}, "is no IDX file; name one, as MNIST's, or a folder of pictures");
        refused(packed(new byte[] {1, 2, 3, 4, 5}), "is no IDX file, but packed (gzip); name one, as MNIST's");
        refused(idx(1, 2, 2), "holds too few pictures: one to learn from and one to test on are the least");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        refused(png.toByteArray(), "is a single picture; name the folder in which your pictures are");
    }

    @Test
    void aFileOfPngsOfTheSameBytesHasTheSameNumbers() throws IOException {
        PictureSet idx = PictureSet.read(write("x.idx3", idx(4, 3, 5)));
        Path pngs = Files.createDirectory(folder.resolve("pngs"));
        for (int i = 0; i < 4; i++) {
            BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_GRAY);
            for (int p = 0; p < 15; p++) {
                image.getRaster().setSample(p % 5, p / 5, 0, (7 * i + 31 * p) % 256);
            }
            ImageIO.write(image, "png", pngs.resolve(i + ".png").toFile());
        }
        assertThat(numbers(PictureSet.read(pngs))).containsExactly(numbers(idx));
    }

    /** As a PNG of these colours, by the weights of Rec. 601. */
    @ParameterizedTest(name = "{0} x {1} x {2} of type {3}")
    @CsvSource({"2,4,3,8", "3,2,4,8", "2,4,3,14", "3,2,4,14", "2,4,1,8"})
    void coloursInAFourthDimensionBecomeGrey(int second, int third, int fourth, int type) throws IOException {
        byte[] bytes = idx(type, 1, 0, 5, second, third, fourth);
        boolean apart = second == 3;
        int colours = apart ? second : fourth;
        PictureSet set = PictureSet.read(write("colours.idx4", bytes));
        assertThat(set.height()).isEqualTo(2);
        assertThat(set.width()).isEqualTo(4);
        double[] numbers = numbers(set);
        double[] weights = {0.299, 0.587, 0.114};
        for (int i = 0; i < 5; i++) {
            for (int p = 0; p < 8; p++) {
                double grey = colours == 1 ? 8 * i + p : 0;
                for (int k = 0; k < 3 && colours == 3; k++) {
                    grey += weights[k] * (24 * i + (apart ? 8 * k + p : 3 * p + k));
                }
                assertThat(numbers[8 * i + p]).isCloseTo(grey / 255, within(type == 8 ? 0.5 / 255 + 1e-9 : 1e-4));
            }
        }
        int end = bytes.length - 1;
        refused(Arrays.copyOf(bytes, end), "announces 5 pictures of 4 x 2 pixels, but only 4 are in it; copy it again");
    }
}
