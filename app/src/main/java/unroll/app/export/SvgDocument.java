package unroll.app.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;
import javafx.scene.text.TextLineInfo;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.Drawn;

/** Walks a scene's nodes and writes letters as text, surfaces, lines and curves as outlines, and pictures in pixels as they are. */
final class SvgDocument {
    private final SvgElements svg = new SvgElements();
    private final SvgPen pen = new SvgPen(svg);

    private SvgDocument() {}

    /** A file of what a page shows. */
    static String of(PicturePage page, String title) {
        SvgDocument document = new SvgDocument();
        document.inside(page);
        return document.svg.document(page.getWidth(), page.getHeight(), title);
    }

    private void walk(Node node) {
        if (!node.isVisible() || node.getOpacity() <= 0) {
            return;
        }
        Transform place = node.getLocalToParentTransform();
        String faint = node.getOpacity() < 1 ? " opacity=\"" + SvgText.number(node.getOpacity()) + "\"" : "";
        String cut = clip(node);
        boolean grouped = !place.isIdentity() || !faint.isEmpty() || !cut.isEmpty();
        if (grouped) {
            svg.add("<g transform=\"" + SvgText.transform(place) + "\"" + faint + cut + ">");
        }
        inside(node);
        if (grouped) {
            svg.add("</g>");
        }
    }

    private void inside(Node node) {
        switch (node) {
            case Portrait portrait -> portrait(portrait);
            case Text text -> text(text);
            case Shape shape -> shape(shape);
            case ImageView view -> image(view);
            case Canvas canvas -> svg.image(Studio.snapshot(canvas, 2), 0, 0, canvas.getWidth(), canvas.getHeight());
            case Region region -> region(region);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::walk);
            default -> pixels(node);
        }
    }

    /** The sitter as it is where it sits, but at the place of its picture. */
    private void portrait(Portrait portrait) {
        inside(portrait.sitter());
    }

    private void region(Region region) {
        SvgSurface.of(region).forEach(svg::add);
        boolean drawn = region instanceof Drawn;
        if (region instanceof Drawn drawing) {
            drawing.draw(pen);
        }
        for (Node child : region.getChildrenUnmodifiable()) {
            if (!drawn || !(child instanceof Canvas)) {
                walk(child);
            }
        }
    }

    private String clip(Node node) {
        if (!(node.getClip() instanceof Shape shape)) {
            return "";
        }
        String path = SvgOutline.of(shape);
        Transform place = shape.getLocalToParentTransform();
        String moved = place.isIdentity() ? "" : " transform=\"" + SvgText.transform(place) + "\"";
        return path.isEmpty() ? "" : " clip-path=\"url(#" + svg.clip(path, moved) + ")\"";
    }

    private void text(Text text) {
        if (text.getText().isBlank()) {
            return;
        }
        List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
        double top = text.getLayoutBounds().getMinY();
        for (TextLineInfo line : lines) {
            Rectangle2D bounds = line.bounds();
            String words = text.getText().substring(line.start(), line.end()).stripTrailing();
            if (!words.isEmpty()) {
                double below = bounds.getMinY() - lines.getFirst().bounds().getMinY();
                double wide = words.length() == line.end() - line.start() ? bounds.getWidth() : 0;
                svg.text(
                        words,
                        text.getX() + bounds.getMinX(),
                        top + text.getBaselineOffset() + below,
                        wide,
                        SvgText.font(text.getFont()),
                        text.getFill(),
                        "");
            }
        }
    }

    private void shape(Shape shape) {
        String path = SvgText.escaped(SvgOutline.of(shape));
        boolean filled = seen(shape.getFill());
        boolean stroked = seen(shape.getStroke());
        if (!path.isEmpty() && (filled || stroked)) {
            String fill = filled ? SvgText.paint("fill", shape.getFill()) : "fill=\"none\"";
            svg.add("<path d=\"" + path + "\" " + fill + (stroked ? stroke(shape) : "") + "/>");
        }
    }

    /** What is there for the mouse alone is transparent. */
    private static boolean seen(@Nullable Paint paint) {
        return paint != null && !(paint instanceof Color color && color.getOpacity() == 0);
    }

    private static String stroke(Shape shape) {
        String dashes = shape.getStrokeDashArray().stream().map(SvgText::number).collect(Collectors.joining(" "));
        return " " + SvgText.paint("stroke", shape.getStroke()) + " stroke-width=\""
                + SvgText.number(shape.getStrokeWidth()) + "\""
                + (shape.getStrokeLineCap() == StrokeLineCap.BUTT
                        ? ""
                        : " stroke-linecap=\"" + word(shape.getStrokeLineCap()) + "\"")
                + (shape.getStrokeLineJoin() == StrokeLineJoin.MITER
                        ? ""
                        : " stroke-linejoin=\"" + word(shape.getStrokeLineJoin()) + "\"")
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void image(ImageView view) {
        if (view.getImage() != null) {
            Bounds bounds = view.getLayoutBounds();
            svg.image(view.getImage(), bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        }
    }

    private void pixels(Node node) {
        Bounds bounds = node.getLayoutBounds();
        svg.image(Studio.snapshot(node, 2), bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
