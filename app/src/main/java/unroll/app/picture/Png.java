package unroll.app.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** An image as a PNG file. */
public final class Png {
    private Png() {}

    /** Writes {@code image}; the folder is made where it is missing. */
    public static void write(Image image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (!ImageIO.write(copy(image), "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG files");
        }
    }

    /** The same pixels where Java's own writers of files find them. */
    public static BufferedImage copy(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
