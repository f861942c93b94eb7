package unroll.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.app.export.FilmFile.Frame;

/** Films read back by the reader that comes with Java, frames laid upon each other as a browser does. */
class GifFileTest {
    private static final int WIDTH = 31;
    private static final int HEIGHT = 17;

    @TempDir
    Path folder;

    /** A film as it is seen, and how long each frame is, in hundredths of a second. */
    private record Decoded(List<int[]> frames, List<Integer> delays, List<Integer> areas) {}

    private static Frame frame(IntBinaryOperator colour) {
        int[] pixels = IntStream.range(0, WIDTH * HEIGHT)
                .map(i -> 0xff000000 | colour.applyAsInt(i % WIDTH, i / WIDTH))
                .toArray();
        return new Frame(WIDTH, HEIGHT, pixels);
    }

    private Path write(int framesPerSecond, List<Frame> frames) throws IOException {
        Path file = folder.resolve("film.gif");
        try (FilmFile film = new GifFile(file, framesPerSecond)) {
            for (Frame frame : frames) {
                film.add(frame);
            }
            film.finish();
        }
        return file;
    }

    private static Decoded read(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            Decoded seen = new Decoded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = screen.createGraphics();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                BufferedImage part = reader.read(i);
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place = (IIOMetadataNode)
                        root.getElementsByTagName("ImageDescriptor").item(0);
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                g.drawImage(
                        part,
                        Integer.parseInt(place.getAttribute("imageLeftPosition")),
                        Integer.parseInt(place.getAttribute("imageTopPosition")),
                        null);
                seen.frames().add(screen.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
                seen.delays().add(Integer.parseInt(control.getAttribute("delayTime")));
                seen.areas().add(part.getWidth() * part.getHeight());
            }
            return seen;
        }
    }

    /** A dot that moves along the middle. */
    private static List<Frame> dot(int frames) {
        return IntStream.range(0, frames)
                .mapToObj(t -> frame((x, y) -> x == t && y == HEIGHT / 2 ? 0xe8590c : 0x0b1020))
                .toList();
    }

    @Test
    void everyFrameIsSeenAsItWas() throws IOException {
        List<Frame> frames = dot(12);
        Decoded seen = read(write(10, frames));
        assertThat(seen.frames()).hasSize(12);
        for (int t = 0; t < 12; t++) {
            assertThat(seen.frames().get(t))
                    .as("frame %s", t)
                    .isEqualTo(frames.get(t).pixels());
        }
    }

    @Test
    void ofAFrameThatPartIsWrittenThatChanged() throws IOException {
        List<Frame> frames = new ArrayList<>(dot(3));
        frames.add(frames.getLast());
        assertThat(read(write(10, frames)).areas()).containsExactly(WIDTH * HEIGHT, 2, 2, 1);
    }

    @Test
    void delaysAddUpToTheRightTime() throws IOException {
        for (int speed : new int[] {1, 7, 15, 30}) {
            Decoded seen = read(write(speed, dot(30)));
            assertThat(seen.delays().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3000 / speed);
            assertThat(seen.delays()).allMatch(delay -> Math.abs(delay - 100.0 / speed) < 1);
        }
    }

    @Test
    void itPlaysForEver() throws IOException {
        byte[] bytes = Files.readAllBytes(write(10, dot(2)));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("NETSCAPE2.0");
        assertThat(at).isPositive();
        assertThat(text.substring(at + 11, at + 16))
                .as("a block of 3: 1, and 0 times")
                .isEqualTo("\3\1\0\0\0");
    }

    /** Two per mille of the squares of differences: 8 of 255 in each colour, which is not seen. */
    @Test
    void manyColoursBecomeTheNearestOfFew() throws IOException {
        Frame gradient = frame((x, y) -> x * 255 / (WIDTH - 1) << 16 | y * 255 / (HEIGHT - 1) << 8 | 128);
        int[] seen = read(write(10, List.of(gradient))).frames().getFirst();
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                double difference = (seen[i] >> shift & 255) - (gradient.pixels()[i] >> shift & 255);
                sum += difference * difference;
            }
        }
        assertThat(Math.sqrt(sum / seen.length / 3)).isBetween(0.1, 8.0);
    }

    @Test
    void newColoursHalfWayAreNotLost() throws IOException {
        List<Frame> frames = List.of(frame((x, y) -> 0xffffff), frame((x, y) -> x < 3 ? 0x102030 : 0xffffff));
        assertThat(read(write(5, frames)).frames().getLast())
                .isEqualTo(frames.getLast().pixels());
    }

    @Test
    void aFrameOfAnotherSizeIsRefused() throws IOException {
        Path file = folder.resolve("odd.gif");
        try (FilmFile film = new GifFile(file, 10)) {
            film.add(new Frame(2, 2, new int[4]));
            assertThatThrownBy(() -> film.add(new Frame(2, 1, new int[2]))).hasMessageContaining("another size");
        }
    }
}
