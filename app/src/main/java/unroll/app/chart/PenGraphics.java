package unroll.app.chart;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jfree.fx.FXGraphics2D;

/** Hands what a chart draws to a pen; words are as wide as JavaFX draws them, so that everything stands where it does on the screen. */
final class PenGraphics extends FXGraphics2D {
    private final Pen pen;

    PenGraphics(Pen pen) {
        super(new Canvas(1, 1).getGraphicsContext2D()); // only asked for its colours, its clip and its fonts
        this.pen = pen;
    }

    @Override
    public Graphics create() {
        PenGraphics other = new PenGraphics(pen);
        other.setTransform(getTransform());
        other.setPaint(getPaint());
        other.setStroke(getStroke());
        other.setFont(getFont());
        other.setClip(getClip());
        return other;
    }

    @Override
    public void draw(Shape shape) {
        Stroke stroke = getStroke();
        follow();
        if (stroke instanceof BasicStroke basic) {
            pen.stroke(placed(shape), basic, colour());
        } else {
            pen.fill(placed(stroke.createStrokedShape(shape)), colour());
        }
    }

    @Override
    public void fill(Shape shape) {
        follow();
        pen.fill(placed(shape), colour());
    }

    @Override
    public void drawLine(int fromX, int fromY, int toX, int toY) {
        draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        Point2D at = getTransform().transform(new Point2D.Double(x, y), new Point2D.Double());
        follow();
        pen.write(
                text,
                at.getX(),
                at.getY(),
                Math.toDegrees(
                        Math.atan2(getTransform().getShearY(), getTransform().getScaleX())),
                Font.font(getFont().getFamily(), getFont().getSize()),
                colour());
    }

    private void follow() {
        pen.clip(Optional.ofNullable(getClip()).map(this::placed));
    }

    private Shape placed(Shape shape) {
        AffineTransform transform = getTransform();
        return transform.isIdentity() ? shape : transform.createTransformedShape(shape);
    }

    private Color colour() {
        java.awt.Color paint = getColor();
        return Color.rgb(paint.getRed(), paint.getGreen(), paint.getBlue(), paint.getAlpha() / 255.0);
    }
}
