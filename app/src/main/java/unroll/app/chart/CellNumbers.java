package unroll.app.chart;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.IntUnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The numbers in a heatmap's cells, where these are large enough to be read. */
final class CellNumbers {
    /** The least width and height of a cell, in font sizes. */
    private static final double WIDTH = 4;

    private static final double HEIGHT = 1.45;

    /** Paler than this a colour wants black numbers on it. */
    private static final double PALE = 0.5;

    private final Heatmap heatmap;
    private final IntUnaryOperator rowAt;
    private final Canvas canvas = new Canvas();
    private final DoubleSupplier size;
    private boolean empty = true;

    /** @param size of the font */
    CellNumbers(Heatmap heatmap, IntUnaryOperator rowAt, DoubleSupplier size) {
        this.size = size;
        this.heatmap = heatmap;
        this.rowAt = rowAt;
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
    }

    Canvas canvas() {
        return canvas;
    }

    /** Paints those that are seen on so many pixels. */
    void paint(double width, double height) {
        Matrix matrix = heatmap.matrixProperty().get();
        Rectangle2D seen = heatmap.windowProperty().get();
        double wide = width / seen.getWidth();
        double high = height / seen.getHeight();
        boolean legible = !heatmap.bareProperty().get()
                && !matrix.isEmpty()
                && wide >= WIDTH * size.getAsDouble()
                && high >= HEIGHT * size.getAsDouble();
        if (!legible && empty) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        empty = !legible;
        if (legible) {
            graphics.setFont(Font.font("JetBrains Mono", size.getAsDouble()));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.CENTER);
            paint(graphics, matrix, seen, wide, high);
        }
    }

    private void paint(GraphicsContext graphics, Matrix matrix, Rectangle2D seen, double wide, double high) {
        DivergingMap map = heatmap.colours();
        double limit = heatmap.limitProperty().get();
        int lastRow = Math.min(matrix.rows(), (int) Math.ceil(seen.getMaxY()));
        int lastColumn = Math.min(matrix.columns(), (int) Math.ceil(seen.getMaxX()));
        for (int row = (int) seen.getMinY(); row < lastRow; row++) {
            for (int column = (int) seen.getMinX(); column < lastColumn; column++) {
                float number = matrix.at(rowAt.applyAsInt(row), column);
                graphics.setFill(pale(map.colour(number / limit)) ? Color.BLACK : Color.WHITE);
                graphics.fillText(
                        text(number), (column + 0.5 - seen.getMinX()) * wide, (row + 0.5 - seen.getMinY()) * high);
            }
        }
    }

    private static boolean pale(int argb) {
        double red = (argb >> 16 & 255) / 255.0;
        double green = (argb >> 8 & 255) / 255.0;
        double blue = (argb & 255) / 255.0;
        return 0.299 * red + 0.587 * green + 0.114 * blue > PALE;
    }

    private static String text(float number) {
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.2f" : "%.3g", number)
                .replace('-', '\u2212');
    }
}
