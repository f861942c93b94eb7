package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSetTest {
    @TempDir
    Path folder;

    /** Pixel p of picture i is (7 i + 31 p) mod 256. */
    private static byte[] idx(int count, int height, int width) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0x803);
            out.writeInt(count);
            out.writeInt(height);
            out.writeInt(width);
            for (int i = 0; i < count; i++) {
                for (int p = 0; p < width * height; p++) {
                    out.write(7 * i + 31 * p);
                }
            }
        }
        return bytes.toByteArray();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @ParameterizedTest(name = "packed {0}")
    @ValueSource(booleans = {false, true})
    void anIdxFileHoldsPicturesRowByRow(boolean packed) throws IOException {
        byte[] bytes = idx(5, 3, 4);
        Path file = folder.resolve("digits-idx3-ubyte" + (packed ? ".gz" : ""));
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = packed ? new GZIPOutputStream(raw) : raw) {
            out.write(bytes);
        }
        PictureSet set = PictureSet.read(file);
        assertThat(set.count()).isEqualTo(5);
        assertThat(set.width()).isEqualTo(4);
        assertThat(set.height()).isEqualTo(3);
        double[] to = new double[20];
        for (int i = 0; i < 5; i++) {
            set.copy(i, to, 6);
            for (int p = 0; p < 12; p++) {
                assertThat(to[6 + p]).isCloseTo(((7 * i + 31 * p) % 256) / 255.0, within(1e-15));
            }
        }
        assertThat(Arrays.copyOf(to, 6)).containsOnly(0);
    }

    @Test
    void aDamagedFileIsRefusedWithItsNameAndWhatIsWrong() throws IOException {
        byte[] good = idx(3, 2, 2);
        assertThatThrownBy(() -> PictureSet.read(write("cut", Arrays.copyOf(good, good.length - 1))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cut")
                .hasMessageContaining("ends before its last picture");
        byte[] labels = good.clone();
        labels[3] = 1;
        assertThatThrownBy(() -> PictureSet.read(write("labels", labels)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("00000801");
        assertThatThrownBy(() -> PictureSet.read(write("empty", new byte[0]))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> PictureSet.read(folder.resolve("missing")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> PictureSet.read(write("one", idx(1, 2, 2)))).hasMessageContaining("too few");
    }

    private void png(String name, int width, int height, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 0, rgb);
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    @Test
    void aFolderHoldsPicturesInTheOrderOfTheirNamesInGrey() throws IOException {
        png("b.png", 3, 2, 0x00ff00);
        png("a.PNG", 3, 2, 0xff0000);
        png("c.png", 3, 2, 0xffffff);
        write("notes.txt", new byte[] {1});
        PictureSet set = PictureSet.read(folder);
        assertThat(set.count()).isEqualTo(3);
        double[] first = new double[6];
        double[] second = new double[6];
        double[] third = new double[6];
        set.copy(0, first, 0);
        set.copy(1, second, 0);
        set.copy(2, third, 0);
        assertThat(first).containsExactly(new double[] {0, 0.299, 0, 0, 0, 0}, within(0.5 / 255));
        assertThat(second).containsExactly(new double[] {0, 0.587, 0, 0, 0, 0}, within(0.5 / 255));
        assertThat(third).containsExactly(0, 1, 0, 0, 0, 0);
    }

    @Test
    void picturesOfDifferentSizesAndFilesThatAreNoneAreRefusedByName() throws IOException {
        png("a.png", 3, 2, 0);
        png("b.png", 3, 2, 0);
        png("c.png", 2, 3, 0);
        assertThatThrownBy(() -> PictureSet.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("c.png")
                .hasMessageContaining("2 x 3");
        Files.delete(folder.resolve("c.png"));
        write("d.png", new byte[] {1, 2, 3});
        assertThatThrownBy(() -> PictureSet.read(folder)).hasMessageContaining("d.png");
    }

    /** Grey numbers as they stand in the file, from black to white. */
    private static final int[] GREYS = {0, 1, 17, 120, 128, 200, 254, 255};

    private static BufferedImage grey(int type) {
        BufferedImage image = new BufferedImage(GREYS.length, 1, type);
        for (int x = 0; x < GREYS.length; x++) {
            image.getRaster().setSample(x, 0, 0, type == BufferedImage.TYPE_USHORT_GRAY ? 257 * GREYS[x] : GREYS[x]);
        }
        return image;
    }

    private static BufferedImage coloured(int type) {
        BufferedImage image = new BufferedImage(GREYS.length, 1, type);
        for (int x = 0; x < GREYS.length; x++) {
            image.setRGB(x, 0, 0xff000000 | 0x10101 * GREYS[x]);
        }
        return image;
    }

    private static BufferedImage greyWithAlpha() {
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = colours.createCompatibleWritableRaster(GREYS.length, 1);
        for (int x = 0; x < GREYS.length; x++) {
            raster.setPixel(x, 0, new int[] {GREYS[x], 255});
        }
        return new BufferedImage(colours, raster, false, null);
    }

    @Test
    void theSamePictureHasTheSameNumbersInEveryKindOfFile() throws IOException {
        List<BufferedImage> images = List.of(
                grey(BufferedImage.TYPE_BYTE_GRAY),
                grey(BufferedImage.TYPE_USHORT_GRAY),
                greyWithAlpha(),
                coloured(BufferedImage.TYPE_INT_RGB),
                coloured(BufferedImage.TYPE_INT_ARGB));
        for (int i = 0; i < images.size(); i++) {
            assertThat(ImageIO.write(
                            images.get(i), "png", folder.resolve(i + ".png").toFile()))
                    .isTrue();
        }
        ImageIO.write(
                grey(BufferedImage.TYPE_BYTE_GRAY),
                "bmp",
                folder.resolve("5.bmp").toFile());
        PictureSet set = PictureSet.read(folder);
        double[] expected =
                Arrays.stream(GREYS).mapToDouble(grey -> grey / 255.0).toArray();
        for (int i = 0; i < set.count(); i++) {
            double[] to = new double[GREYS.length];
            set.copy(i, to, 0);
            assertThat(to).as("picture %d", i).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void inkOnNothingIsInkOnWhitePaper() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff000000);
        image.setRGB(2, 0, 0x80000000);
        ImageIO.write(image, "png", folder.resolve("a.png").toFile());
        ImageIO.write(image, "png", folder.resolve("b.png").toFile());
        double[] to = new double[3];
        PictureSet.read(folder).copy(0, to, 0);
        assertThat(to).containsExactly(new double[] {0, 1, 127 / 255.0}, within(1e-12));
    }

    @Test
    void whatSystemsLeaveBesidePicturesIsPassedOverAndADamagedOneIsNamed() throws IOException {
        png("a.png", 3, 2, 0);
        png("b.png", 3, 2, 0);
        write("._a.png", new byte[] {0, 5, 22, 7});
        Files.createDirectory(folder.resolve("c.png"));
        Files.createSymbolicLink(folder.resolve("d.png"), folder.resolve("gone.png"));
        assertThat(PictureSet.read(folder).count()).isEqualTo(2);
        assertThat(PictureSet.files(folder)).hasSize(2);
        byte[] whole = Files.readAllBytes(folder.resolve("a.png"));
        Path damaged = write("e.png", Arrays.copyOf(whole, 40));
        assertThatThrownBy(() -> PictureSet.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(damaged + ": is a damaged picture")
                .message()
                .doesNotContain("Exception");
    }

    @Test
    void anIdxFileIsBelievedAsFarAsItGoes() throws IOException {
        byte[] good = idx(3, 2, 2);
        assertThatThrownBy(() -> PictureSet.read(write("longer", Arrays.copyOf(good, good.length + 1))))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("longer: goes on after the last of its 3 pictures");
        byte[] vast = good.clone();
        ByteBuffer.wrap(vast).putInt(4, 2).putInt(8, 46_000).putInt(12, 46_000);
        assertThatThrownBy(() -> PictureSet.read(write("vast", vast)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("vast: ");
    }
}
