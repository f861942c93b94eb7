package unroll.app.export;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;

/** The surfaces and borders of a region as SVG elements, in the order in which they lie on each other. */
final class SvgSurface {
    private final List<String> elements = new ArrayList<>();
    private final double width;
    private final double height;

    private SvgSurface(Region region) {
        width = region.getWidth();
        height = region.getHeight();
    }

    static List<String> of(Region region) {
        SvgSurface surface = new SvgSurface(region);
        if (surface.width > 0 && surface.height > 0) {
            if (region.getBackground() != null) {
                region.getBackground().getFills().forEach(fill -> surface.fill(region, fill));
            }
            if (region.getBorder() != null) {
                region.getBorder().getStrokes().forEach(surface::border);
            }
        }
        return surface.elements;
    }

    private static boolean seen(Paint paint) {
        return paint instanceof Color colour && colour.getOpacity() > 0;
    }

    private void fill(Region region, BackgroundFill fill) {
        if (!seen(fill.getFill())) {
            return;
        }
        Insets in = fill.getInsets();
        double wide = width - in.getLeft() - in.getRight();
        double high = height - in.getTop() - in.getBottom();
        if (wide <= 0 || high <= 0) {
            return;
        }
        String paint = SvgText.paint("fill", fill.getFill());
        if (region.getShape() instanceof SVGPath shape) {
            shaped(shape, in.getLeft(), in.getTop(), wide, high, paint);
        } else if (region.getShape() == null) {
            elements.add(
                    "<path d=\"" + box(in.getLeft(), in.getTop(), wide, high, fill.getRadii()) + "\" " + paint + "/>");
        }
    }

    /** A region's own shape fills it. */
    private void shaped(SVGPath shape, double x, double y, double wide, double high, String paint) {
        var bounds = shape.getLayoutBounds();
        elements.add("<path d=\"" + SvgText.escaped(shape.getContent()) + "\" transform=\"translate("
                + SvgText.number(x) + " " + SvgText.number(y) + ") scale("
                + SvgText.number(wide / Math.max(1e-9, bounds.getWidth())) + " "
                + SvgText.number(high / Math.max(1e-9, bounds.getHeight())) + ") translate("
                + SvgText.number(-bounds.getMinX()) + " " + SvgText.number(-bounds.getMinY()) + ")\" " + paint + "/>");
    }

    private static String box(double x, double y, double wide, double high, CornerRadii radii) {
        double radius = Math.min(radii.getTopLeftHorizontalRadius(), Math.min(wide, high) / 2);
        return SvgText.path(
                radius > 0
                        ? new RoundRectangle2D.Double(x, y, wide, high, 2 * radius, 2 * radius)
                        : new Rectangle2D.Double(x, y, wide, high));
    }

    /** A frame where all sides are alike, else a line for each side that is seen. */
    private void border(BorderStroke border) {
        BorderWidths widths = border.getWidths();
        Insets in = border.getInsets();
        double left = in.getLeft();
        double top = in.getTop();
        double right = width - in.getRight();
        double bottom = height - in.getBottom();
        boolean alike = border.getTopStroke().equals(border.getBottomStroke())
                && border.getTopStroke().equals(border.getLeftStroke())
                && border.getTopStroke().equals(border.getRightStroke())
                && widths.getTop() == widths.getBottom()
                && widths.getTop() == widths.getLeft();
        if (alike) {
            double half = widths.getTop() / 2;
            frame(
                    border,
                    box(left + half, top + half, right - left - 2 * half, bottom - top - 2 * half, border.getRadii()));
            return;
        }
        double t = widths.getTop() / 2;
        double b = widths.getBottom() / 2;
        double l = widths.getLeft() / 2;
        double r = widths.getRight() / 2;
        side(border.getTopStroke(), border.getTopStyle(), 2 * t, left, top + t, right, top + t);
        side(border.getBottomStroke(), border.getBottomStyle(), 2 * b, left, bottom - b, right, bottom - b);
        side(border.getLeftStroke(), border.getLeftStyle(), 2 * l, left + l, top, left + l, bottom);
        side(border.getRightStroke(), border.getRightStyle(), 2 * r, right - r, top, right - r, bottom);
    }

    private void frame(BorderStroke border, String path) {
        boolean there = !BorderStrokeStyle.NONE.equals(border.getTopStyle())
                && border.getWidths().getTop() > 0;
        if (there && seen(border.getTopStroke())) {
            elements.add("<path d=\"" + path + "\" fill=\"none\" " + SvgText.paint("stroke", border.getTopStroke())
                    + " stroke-width=\"" + SvgText.number(border.getWidths().getTop()) + "\"/>");
        }
    }

    private void side(Paint paint, BorderStrokeStyle style, double wide, double x, double y, double toX, double toY) {
        if (seen(paint) && !BorderStrokeStyle.NONE.equals(style) && wide > 0) {
            Path2D.Double line = new Path2D.Double();
            line.moveTo(x, y);
            line.lineTo(toX, toY);
            elements.add("<path d=\"" + SvgText.path(line) + "\" fill=\"none\" " + SvgText.paint("stroke", paint)
                    + " stroke-width=\"" + SvgText.number(wide) + "\"/>");
        }
    }
}
