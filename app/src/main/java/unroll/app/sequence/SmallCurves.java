package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/** Curves one above the other with nothing beside them, the first on top; each fills its strip. */
final class SmallCurves extends Pane {
    /** The share of a strip that its curve takes. */
    private static final double FILLED = 0.8;

    private final List<float[]> curves;
    private final List<Polyline> lines = new ArrayList<>();

    SmallCurves(List<float[]> curves) {
        this.curves = curves;
        getStyleClass().add("thumbnail-curves");
        for (int i = 0; i < curves.size(); i++) {
            Polyline line = new Polyline();
            line.getStyleClass().addAll("thumbnail-line", i % 2 == 0 ? "thumbnail-first" : "thumbnail-second");
            lines.add(line);
        }
        getChildren().setAll(lines);
    }

    @Override
    protected void layoutChildren() {
        Insets margin = getInsets();
        double wide = getWidth() - margin.getLeft() - margin.getRight();
        double strip = (getHeight() - margin.getTop() - margin.getBottom()) / curves.size();
        for (int i = 0; i < curves.size(); i++) {
            double top = margin.getTop() + (i + (1 - FILLED) / 2) * strip;
            place(lines.get(i), curves.get(i), margin.getLeft(), top, wide, FILLED * strip);
        }
    }

    private static void place(Polyline line, float[] values, double left, double top, double wide, double high) {
        float low = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            highest = Math.max(highest, value);
        }
        Double[] points = new Double[2 * values.length];
        for (int t = 0; t < values.length; t++) {
            points[2 * t] = left + wide * t / Math.max(1, values.length - 1);
            points[2 * t + 1] = top + high * (1 - (values[t] - low) / Math.max(1e-6, highest - low));
        }
        line.getPoints().setAll(points);
    }
}
