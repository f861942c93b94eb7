package unroll.app.export;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import unroll.app.chart.Pen;

/** A pen that writes SVG elements. */
final class SvgPen implements Pen {
    private final SvgElements svg;
    private String clip = "";
    private String clipped = "";

    SvgPen(SvgElements svg) {
        this.svg = svg;
    }

    @Override
    public void clip(Optional<Shape> inside) {
        String path = inside.map(SvgText::path).orElse("");
        if (!path.equals(clipped)) {
            clipped = path;
            clip = path.isEmpty() ? "" : " clip-path=\"url(#" + svg.clip(path, "") + ")\"";
        }
    }

    @Override
    public void fill(Shape outline, Color colour) {
        if (colour.getOpacity() > 0) {
            svg.add("<path d=\"" + SvgText.path(outline) + "\" " + SvgText.paint("fill", colour) + clip + "/>");
        }
    }

    @Override
    public void stroke(Shape outline, BasicStroke stroke, Color colour) {
        if (colour.getOpacity() > 0) {
            svg.add("<path d=\"" + SvgText.path(outline) + "\" fill=\"none\" " + SvgText.paint("stroke", colour)
                    + " stroke-width=\"" + SvgText.number(stroke.getLineWidth()) + "\"" + join(stroke) + dashes(stroke)
                    + clip + "/>");
        }
    }

    private static String join(BasicStroke stroke) {
        return switch (stroke.getLineJoin()) {
            case BasicStroke.JOIN_BEVEL -> " stroke-linejoin=\"bevel\"";
            case BasicStroke.JOIN_ROUND -> " stroke-linejoin=\"round\"";
            default -> "";
        };
    }

    private static String dashes(BasicStroke stroke) {
        float[] dashes = stroke.getDashArray();
        return dashes == null
                ? ""
                : " stroke-dasharray=\""
                        + IntStream.range(0, dashes.length)
                                .mapToObj(i -> SvgText.number(dashes[i]))
                                .collect(Collectors.joining(" "))
                        + "\"";
    }

    @Override
    public void write(String text, double x, double y, double turned, Font font, Color colour) {
        Text measure = new Text(text);
        measure.setFont(font);
        svg.text(
                text,
                x,
                y,
                measure.getLayoutBounds().getWidth(),
                SvgText.font(font),
                colour,
                turned == 0 ? clip : turn(x, y, turned));
    }

    /** Nothing that is turned is clipped: the clip would turn with it. */
    private static String turn(double x, double y, double turned) {
        return " transform=\"rotate(" + SvgText.number(turned) + " " + SvgText.number(x) + " " + SvgText.number(y)
                + ")\"";
    }

    @Override
    public void centre(String text, double x, double y, double room, Font font, Color colour) {
        if (!text.isBlank()) {
            Text measure = new Text(text);
            measure.setFont(font);
            double high = measure.getLayoutBounds().getHeight();
            double baseline = y - high / 2 + measure.getBaselineOffset();
            svg.text(text, x, baseline, 0, SvgText.font(font) + " text-anchor=\"middle\"", colour, clip);
        }
    }
}
