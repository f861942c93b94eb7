package unroll.app.export;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Locale;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.VLineTo;

/** The outlines of JavaFX' shapes in the words of SVG, in their own coordinates. */
final class SvgOutline {
    private SvgOutline() {}

    /** Nothing for a shape of another kind; there is none in the views. */
    static String of(Shape shape) {
        return switch (shape) {
            case Line line ->
                "M" + numbers(line.getStartX(), line.getStartY()) + "L" + numbers(line.getEndX(), line.getEndY());
            case Circle circle ->
                ellipse(circle.getCenterX(), circle.getCenterY(), circle.getRadius(), circle.getRadius());
            case Ellipse oval -> ellipse(oval.getCenterX(), oval.getCenterY(), oval.getRadiusX(), oval.getRadiusY());
            case Rectangle box -> rectangle(box);
            case CubicCurve curve ->
                "M" + numbers(curve.getStartX(), curve.getStartY())
                        + "C"
                        + numbers(
                                curve.getControlX1(),
                                curve.getControlY1(),
                                curve.getControlX2(),
                                curve.getControlY2(),
                                curve.getEndX(),
                                curve.getEndY());
            case Polygon polygon -> points(polygon.getPoints()) + "Z";
            case Polyline line -> points(line.getPoints());
            case Path path -> elements(path.getElements());
            case SVGPath path -> path.getContent();
            default -> "";
        };
    }

    private static String numbers(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(SvgText.number(value));
        }
        return text.toString();
    }

    private static String ellipse(double x, double y, double radiusX, double radiusY) {
        return SvgText.path(new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY));
    }

    private static String rectangle(Rectangle box) {
        return SvgText.path(
                box.getArcWidth() > 0
                        ? new RoundRectangle2D.Double(
                                box.getX(),
                                box.getY(),
                                box.getWidth(),
                                box.getHeight(),
                                box.getArcWidth(),
                                box.getArcHeight())
                        : new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
    }

    private static String points(List<Double> points) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            path.append(i == 0 ? "M" : "L").append(numbers(points.get(i), points.get(i + 1)));
        }
        return path.toString();
    }

    private static String elements(List<PathElement> elements) {
        StringBuilder path = new StringBuilder();
        for (PathElement element : elements) {
            String word = word(element);
            path.append(
                    element.isAbsolute()
                            ? word
                            : word.replaceFirst("^.", word.substring(0, 1).toLowerCase(Locale.ROOT)));
        }
        return path.toString();
    }

    private static String word(PathElement element) {
        return switch (element) {
            case MoveTo to -> "M" + numbers(to.getX(), to.getY());
            case LineTo to -> "L" + numbers(to.getX(), to.getY());
            case HLineTo to -> "H" + numbers(to.getX());
            case VLineTo to -> "V" + numbers(to.getY());
            case QuadCurveTo to -> "Q" + numbers(to.getControlX(), to.getControlY(), to.getX(), to.getY());
            case CubicCurveTo to ->
                "C"
                        + numbers(
                                to.getControlX1(),
                                to.getControlY1(),
                                to.getControlX2(),
                                to.getControlY2(),
                                to.getX(),
                                to.getY());
            case ArcTo to ->
                "A"
                        + numbers(
                                to.getRadiusX(),
                                to.getRadiusY(),
                                to.getXAxisRotation(),
                                to.isLargeArcFlag() ? 1 : 0,
                                to.isSweepFlag() ? 1 : 0,
                                to.getX(),
                                to.getY());
            case ClosePath end -> "Z";
            default -> throw new IllegalArgumentException("a path of " + element);
        };
    }
}
