package unroll.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Writes what a test saw to {@code target/screens}, to be looked at, if {@code -Dscreens} asks for it: it takes a while. */
public final class Screens {
    private static final boolean WANTED = System.getProperty("screens") != null;

    private Screens() {}

    /** Whether anybody wants to look. */
    public static boolean wanted() {
        return WANTED;
    }

    /** Writes a picture as a PNG of that name. */
    public static void write(String name, Image image) {
        if (WANTED) {
            put(name, image);
        }
    }

    /** The same whoever asks: what was seen when something failed. */
    public static void put(String name, Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path folder = Files.createDirectories(Path.of("target", "screens"));
            ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
