package unroll.app.export;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.transform.Transform;

/** Numbers, colours, outlines and fonts in the words of SVG. */
final class SvgText {
    private static final AffineTransform AS_IT_IS = new AffineTransform();

    private SvgText() {}

    /** With three decimals at most: a thousandth of a point is not seen. */
    static String number(double value) {
        double rounded = Math.rint(value * 1000) / 1000;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.3f", rounded).replaceFirst("0+$", "");
    }

    static String path(Shape outline) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = outline.getPathIterator(AS_IT_IS); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> add(path, "M", at, 2);
                case PathIterator.SEG_LINETO -> add(path, "L", at, 2);
                case PathIterator.SEG_QUADTO -> add(path, "Q", at, 4);
                case PathIterator.SEG_CUBICTO -> add(path, "C", at, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void add(StringBuilder path, String command, double[] at, int count) {
        path.append(command);
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    /** Attributes of a fill or a stroke; a gradient has the colour in its middle. */
    static String paint(String what, Paint paint) {
        if (!(paint instanceof Color colour)) {
            return what + "=\"none\"";
        }
        String opaque = String.format(
                Locale.ROOT,
                "%s=\"#%02x%02x%02x\"",
                what,
                Math.round(255 * colour.getRed()),
                Math.round(255 * colour.getGreen()),
                Math.round(255 * colour.getBlue()));
        return colour.isOpaque() ? opaque : opaque + " " + what + "-opacity=\"" + number(colour.getOpacity()) + "\"";
    }

    /** Attributes of a font; where it is missing a similar one is taken. */
    static String font(Font font) {
        boolean mono = font.getFamily().contains("Mono");
        String family = font.getFamily().replace(" SemiBold", "").replace(" Medium", "");
        String fallback = mono ? ", Menlo, Consolas, monospace" : ", Helvetica, Arial, sans-serif";
        String weight = font.getName().contains("SemiBold")
                ? " font-weight=\"600\""
                : font.getName().contains("Medium")
                        ? " font-weight=\"500\""
                        : font.getStyle().contains("Bold") ? " font-weight=\"700\"" : "";
        return "font-family=\"" + escaped(family) + fallback + "\" font-size=\"" + number(font.getSize()) + "\""
                + weight;
    }

    static String transform(Transform t) {
        boolean moved = t.getMxx() == 1 && t.getMyy() == 1 && t.getMxy() == 0 && t.getMyx() == 0;
        return moved
                ? "translate(" + number(t.getTx()) + " " + number(t.getTy()) + ")"
                : String.format(
                        Locale.ROOT,
                        "matrix(%.6f %.6f %.6f %.6f %.3f %.3f)",
                        t.getMxx(),
                        t.getMyx(),
                        t.getMxy(),
                        t.getMyy(),
                        t.getTx(),
                        t.getTy());
    }

    /** Text that XML can hold. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c < 0x20 && c != '\n' && c != '\t' ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
