package unroll.app.chart;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A picture of coloured cells with sharp edges, whatever its size: it is painted in the screen's own pixels. */
public final class Pixels {
    private final ImageView view = new ImageView();
    private PixelBuffer<IntBuffer> buffer = buffer(1, 1);
    private int[] cells = new int[1];
    private int columns = 1;
    private int rows = 1;
    private Rectangle2D window = new Rectangle2D(0, 0, 1, 1);

    public Pixels() {
        view.setSmooth(false);
        view.setManaged(false);
        view.setMouseTransparent(true);
        view.setImage(new WritableImage(buffer));
    }

    public ImageView view() {
        return view;
    }

    /** The colour of the cell at a column and a row. */
    @FunctionalInterface
    public interface Painter {
        int colour(int column, int row);
    }

    /** Paints every cell anew; how many there are may change. */
    public void paint(int newColumns, int newRows, Painter painter) {
        if (newColumns != columns || newRows != rows) {
            columns = newColumns;
            rows = newRows;
            cells = new int[columns * rows];
            window = new Rectangle2D(0, 0, columns, rows);
        }
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                cells[i] = painter.colour(column, row);
            }
        }
        enlarge();
    }

    /** Shows the cells in {@code seen} on so many points of the screen. */
    public void place(Rectangle2D seen, double width, double height) {
        window = seen;
        double scale = scale(view);
        int wide = (int) Math.max(1, Math.round(width * scale));
        int high = (int) Math.max(1, Math.round(height * scale));
        if (wide != buffer.getWidth() || high != buffer.getHeight()) {
            buffer = buffer(wide, high);
            view.setImage(new WritableImage(buffer));
        }
        view.setFitWidth(width);
        view.setFitHeight(height);
        enlarge();
    }

    private void enlarge() {
        int wide = buffer.getWidth();
        int high = buffer.getHeight();
        int[] pixels = buffer.getBuffer().array();
        int[] columnOf = new int[wide];
        for (int x = 0; x < wide; x++) {
            columnOf[x] = Math.clamp((long) (window.getMinX() + (x + 0.5) * window.getWidth() / wide), 0, columns - 1);
        }
        int painted = -1;
        for (int y = 0; y < high; y++) {
            int row = Math.clamp((long) (window.getMinY() + (y + 0.5) * window.getHeight() / high), 0, rows - 1);
            if (row == painted) {
                System.arraycopy(pixels, (y - 1) * wide, pixels, y * wide, wide);
            } else {
                for (int x = 0; x < wide; x++) {
                    pixels[y * wide + x] = cells[row * columns + columnOf[x]];
                }
            }
            painted = row;
        }
        buffer.updateBuffer(whole -> null);
    }

    /** Pixels of the screen in one point. */
    private static double scale(Node node) {
        return node.getScene() == null || node.getScene().getWindow() == null
                ? 1
                : node.getScene().getWindow().getRenderScaleX();
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
