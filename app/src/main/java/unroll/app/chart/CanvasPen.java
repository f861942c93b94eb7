package unroll.app.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A pen on a canvas. */
public final class CanvasPen implements Pen {
    private static final AffineTransform AS_IT_IS = new AffineTransform();

    private final GraphicsContext g;
    private boolean clipped;

    public CanvasPen(GraphicsContext g) {
        this.g = g;
    }

    @Override
    public void clip(Optional<Shape> inside) {
        if (clipped) {
            g.restore();
        }
        clipped = inside.isPresent();
        inside.ifPresent(shape -> {
            g.save();
            trace(shape);
            g.clip();
        });
    }

    @Override
    public void fill(Shape outline, Color colour) {
        g.setFill(colour);
        trace(outline);
        g.fill();
    }

    @Override
    public void stroke(Shape outline, BasicStroke stroke, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(stroke.getLineWidth());
        g.setLineCap(
                switch (stroke.getEndCap()) {
                    case BasicStroke.CAP_ROUND -> StrokeLineCap.ROUND;
                    case BasicStroke.CAP_BUTT -> StrokeLineCap.BUTT;
                    default -> StrokeLineCap.SQUARE;
                });
        g.setLineJoin(
                switch (stroke.getLineJoin()) {
                    case BasicStroke.JOIN_ROUND -> StrokeLineJoin.ROUND;
                    case BasicStroke.JOIN_BEVEL -> StrokeLineJoin.BEVEL;
                    default -> StrokeLineJoin.MITER;
                });
        trace(outline);
        g.stroke();
    }

    @Override
    public void write(String text, double x, double y, double turned, Font font, Color colour) {
        prepare(font, colour, TextAlignment.LEFT, VPos.BASELINE);
        g.save();
        g.translate(x, y);
        g.rotate(turned);
        g.fillText(text, 0, 0);
        g.restore();
    }

    @Override
    public void centre(String text, double x, double y, double room, Font font, Color colour) {
        prepare(font, colour, TextAlignment.CENTER, VPos.CENTER);
        g.fillText(text, x, y, room);
    }

    private void prepare(Font font, Color colour, TextAlignment alignment, VPos line) {
        g.setFill(colour);
        g.setFont(font);
        g.setTextAlign(alignment);
        g.setTextBaseline(line);
    }

    private void trace(Shape outline) {
        g.beginPath();
        double[] at = new double[6];
        for (PathIterator i = outline.getPathIterator(AS_IT_IS); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> g.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> g.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> g.quadraticCurveTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> g.bezierCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> g.closePath();
            }
        }
    }
}
