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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSetTest {
    @TempDir
    Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
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

    /** Five pictures in each of two folders; picture i of the folder n has the grey 100 n + i. */
    private void classes(Path in) throws IOException {
        for (int n = 0; n < 2; n++) {
            Path below = Files.createDirectories(in.resolve("class " + n));
            for (int i = 0; i < 5; i++) {
                grey(below.resolve(i + ".png"), 100 * n + i);
            }
        }
    }

    private static void grey(Path file, int grey) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        for (int p = 0; p < 4; p++) {
            image.getRaster().setSample(p % 2, p / 2, 0, grey);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private static int[] greys(PictureSet set, int[] numbers) {
        double[] to = new double[4];
        return Arrays.stream(numbers)
                .map(number -> {
                    set.copy(number, to, 0);
                    return (int) Math.round(255 * to[3]);
                })
                .toArray();
    }

    @Test
    void foldersBelowAreClassesOfEachOfWhichTheLastFifthIsKeptBack() throws IOException {
        classes(folder);
        write("read me.txt", new byte[] {1});
        write(".DS_Store", new byte[] {1});
        Files.createDirectory(folder.resolve("empty"));
        Files.write(folder.resolve("class 1/labels.csv"), new byte[] {1});
        PictureSet set = PictureSet.read(folder);
        assertThat(greys(set, set.training())).containsExactly(0, 1, 2, 3, 100, 101, 102, 103);
        assertThat(greys(set, set.test())).containsExactly(4, 104);
        assertThat(PictureSet.files(folder)).hasSize(10);
        assertThat(set.understood())
                .containsExactly(
                        "10 pictures of 2 x 2 pixels, 2 of them to test on.",
                        "Pictures by folder: class 0 (5), class 1 (5).",
                        "Passed over: empty, a folder, read me.txt, labels.csv.");
    }

    @Test
    void whereThePicturesLieInTheFolderItselfThoseBelowArePassedOver() throws IOException {
        classes(folder);
        for (int i = 0; i < 6; i++) {
            grey(folder.resolve(i + ".png"), 200 + i);
        }
        PictureSet set = PictureSet.read(folder);
        assertThat(greys(set, set.training())).containsExactly(200, 201, 202, 203, 204);
        assertThat(greys(set, set.test())).containsExactly(205);
        assertThat(set.understood().getLast()).isEqualTo("Passed over: class 0, a folder, class 1, a folder.");
    }

    @Test
    void foldersCalledTrainAndTestAreTheTwoParts() throws IOException {
        classes(folder.resolve("train"));
        Files.createDirectory(folder.resolve("test"));
        assertThatThrownBy(() -> PictureSet.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("test") + ": holds no pictures");
        grey(folder.resolve("test/z.png"), 7);
        PictureSet set = PictureSet.read(folder);
        assertThat(greys(set, set.training())).containsExactly(0, 1, 2, 3, 4, 100, 101, 102, 103, 104);
        assertThat(greys(set, set.test())).containsExactly(7);
        assertThat(PictureSet.files(folder)).hasSize(11);
    }

    @Test
    void aFolderOfOtherFilesIsRefusedWithTheirNames() throws IOException {
        grey(folder.resolve("a.png"), 7);
        for (int i = 0; i < 5; i++) {
            write(i + ".heic", new byte[] {1});
        }
        assertThatThrownBy(() -> PictureSet.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + ": holds too few pictures: one to learn from and one to test on are the least;"
                        + " passed over was what is none: 0.heic, 1.heic, 2.heic and 2 more");
        assertThatThrownBy(() -> PictureSet.read(folder.resolve("missing")))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("missing") + ": does not exist");
    }
}
