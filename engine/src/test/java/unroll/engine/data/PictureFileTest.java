package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    /** Of 4 x 2 pixels; that in row y, column x has the grey 60 x + 17 y. Without loss. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRj4AAABXRUJQVlA4TDIAAAAvA0AAAD8gECAs6PBfaEIgkOIV4lggkOIV4nj+CSZpqu0Yquj9AgIBMrZiwZMFEf0Pcg==");

    @TempDir
    private Path folder;

    private double[] read(String name, byte[] bytes) throws IOException {
        GreyPicture picture = PictureFile.read(Files.write(folder.resolve(name), bytes));
        double[] numbers = new double[picture.brightness().length];
        Arrays.setAll(numbers, i -> picture.brightness()[i] / (double) GreyPicture.WHITE);
        return numbers;
    }

    private void refused(byte[] bytes, String complaint) throws IOException {
        Path file = Files.write(folder.resolve("some"), bytes);
        assertThatThrownBy(() -> PictureFile.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": " + complaint);
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** 32 x 32 pixels, each of another grey, so that every format has something to write to its end. */
    private static BufferedImage greys(int type) {
        BufferedImage image = new BufferedImage(32, 32, type);
        for (int p = 0; p < 32 * 32; p++) {
            int grey = (p * 37 + p * p / 5) % 256;
            if (type == BufferedImage.TYPE_INT_RGB) {
                image.setRGB(p % 32, p / 32, 0x10101 * grey);
            } else {
                image.getRaster()
                        .setSample(p % 32, p / 32, 0, type == BufferedImage.TYPE_USHORT_GRAY ? 255 * grey : grey);
            }
        }
        return image;
    }

    @Test
    void webPIsReadWithItsGreys() throws IOException {
        double[] expected = {0, 60, 120, 180, 17, 77, 137, 197};
        assertThat(read("a.webp", WEBP))
                .containsExactly(Arrays.stream(expected).map(x -> x / 255).toArray());
    }

    @Test
    void tiffIsReadAsFineAsItIs() throws IOException {
        double[] numbers = read("a.tif", written(greys(BufferedImage.TYPE_USHORT_GRAY), "tiff"));
        for (int p = 0; p < numbers.length; p++) {
            assertThat(numbers[p]).isEqualTo(255 * ((p * 37 + p * p / 5) % 256) / 65_535.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp", "tiff"})
    void aPictureWithoutItsEndIsRefusedWhereverItIsCut(String format) throws IOException {
        byte[] whole = written(greys(BufferedImage.TYPE_INT_RGB), format);
        read("whole", whole);
        for (int percent = 5; percent < 100; percent += 10) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length * percent / 100));
            assertThatThrownBy(() -> PictureFile.read(file))
                    .as("%d %% of %s", percent, format)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(file + ": is ")
                    .hasMessageContaining("leave it out or ")
                    .message()
                    .doesNotContain("Exception");
        }
    }

    @Test
    void whatADecoderWouldMakeUpIsMissed() throws IOException {
        String complaint = "is cut off, its end is missing; leave it out or copy it again";
        byte[] jpeg = written(greys(BufferedImage.TYPE_BYTE_GRAY), "jpg");
        refused(Arrays.copyOf(jpeg, jpeg.length * 4 / 5), complaint);
        refused(Arrays.copyOf(jpeg, jpeg.length - 2), complaint);
        refused(Arrays.copyOf(WEBP, WEBP.length - 1), complaint);
    }

    /** Four numbers of a byte, the same in 8 x 8 pixels. */
    private static byte[] fourBands(int... numbers) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 8, 8, 4, null);
        for (int p = 0; p < 64; p++) {
            raster.setPixel(p % 8, p / 8, numbers);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        return bytes.toByteArray();
    }

    /** The same with Adobe's segment behind the first marker. */
    private static byte[] ofAdobe(int transform, byte[] jpeg) {
        byte[] segment = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        };
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2)
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Inks 0.8, 0.2, 0.6 and black 0.4 leave (0.2, 0.8, 0.4) of 0.6; they are stored as what they leave. */
    @Test
    void fourInksAreWhatTheyLeaveOfWhite() throws IOException {
        double expected = 0.6 * (0.299 * 0.2 + 0.587 * 0.8 + 0.114 * 0.4);
        byte[] stored = fourBands(51, 204, 102, 153);
        for (byte[] file : new byte[][] {stored, ofAdobe(0, stored)}) {
            assertThat(Arrays.stream(read("cmyk.jpg", file)).boxed())
                    .allSatisfy(grey -> assertThat(grey).isCloseTo(expected, within(2 / 255.0)));
        }
    }

    /** Inks (230, 26, 26) of 255 as luma and colour differences by JFIF's formulas. */
    @Test
    void fourInksAreAlsoStoredAsLumaAndDifferences() throws IOException {
        double luma = 0.299 * 230 + 0.701 * 26;
        byte[] stored = fourBands(
                (int) Math.round(luma),
                (int) Math.round(128 + (26 - luma) / 1.772),
                (int) Math.round(128 + (230 - luma) / 1.402),
                153);
        double expected = 0.6 * (1 - luma / 255);
        assertThat(Arrays.stream(read("ycck.jpg", ofAdobe(2, stored))).boxed())
                .allSatisfy(grey -> assertThat(grey).isCloseTo(expected, within(2 / 255.0)));
        assertThat(read("cmyk.jpg", ofAdobe(0, stored))[0]).isNotCloseTo(expected, within(0.1));
    }

    @Test
    void severalPicturesInOneFileAreRefusedWithTheirNumber() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(greys(BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            }
            writer.endWriteSequence();
        }
        refused(bytes.toByteArray(), "holds 3 pictures; save each as a file of its own");
    }

    @Test
    void whatIsNoPictureIsRefusedByWhatItIs() throws IOException {
        refused(new byte[0], "is empty; leave it out or copy it again");
        refused(new byte[] {1, 2, 3}, "is no picture that can be read; leave it out or save it as PNG");
        byte[] vast = written(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR), "png");
        ByteBuffer header = ByteBuffer.wrap(vast).putInt(16, 100_000).putInt(20, 90_000);
        CRC32 check = new CRC32();
        check.update(vast, 12, 17); // of the chunk IHDR
        header.putInt(29, (int) check.getValue());
        refused(
                vast,
                String.format(
                        Locale.ROOT,
                        "takes about 68,665 MB of memory, and the program may use %,d; take a part of it",
                        Runtime.getRuntime().maxMemory() >> 20));
    }
}
