package unroll.app.control;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A picture of one pixel a number, written in place and enlarged without smoothing. */
final class Pixels {
    private final ImageView view = new ImageView();
    private PixelBuffer<IntBuffer> buffer = buffer(1, 1);

    Pixels() {
        view.setSmooth(false);
        view.setPreserveRatio(false);
        view.setManaged(false);
        view.setImage(new WritableImage(buffer));
    }

    ImageView view() {
        return view;
    }

    /** What a row-by-row painter writes at {@code x}, {@code y}. */
    @FunctionalInterface
    interface Painter {
        int colour(int x, int y);
    }

    /** Paints every pixel anew; the picture's size may change. */
    void paint(int width, int height, Painter painter) {
        if (buffer.getWidth() != width || buffer.getHeight() != height) {
            buffer = buffer(width, height);
            view.setImage(new WritableImage(buffer));
        }
        int[] pixels = buffer.getBuffer().array();
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                pixels[i] = painter.colour(x, y);
            }
        }
        buffer.updateBuffer(whole -> null);
    }

    private static PixelBuffer<IntBuffer> buffer(int width, int height) {
        return new PixelBuffer<>(
                width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
    }

    /** A colour as a premultiplied pixel. */
    static int argb(Color colour) {
        double opacity = colour.getOpacity();
        return (int) Math.round(255 * opacity) << 24
                | (int) Math.round(255 * opacity * colour.getRed()) << 16
                | (int) Math.round(255 * opacity * colour.getGreen()) << 8
                | (int) Math.round(255 * opacity * colour.getBlue());
    }
}
