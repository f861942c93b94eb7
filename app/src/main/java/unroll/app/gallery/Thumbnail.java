package unroll.app.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import unroll.app.chart.Heatmap;
import unroll.app.chart.Matrix;
import unroll.app.chart.ValleyData;
import unroll.app.chart.ValleyPlot;
import unroll.app.sequence.Film;
import unroll.app.sequence.FilmView;

/** A small still picture of what a task is about: moments of a film in a row, curves one above the other, colours, words, or trails. */
public final class Thumbnail extends Pane {
    private static final double MARGIN = 16;

    private final List<Polyline> lines = new ArrayList<>();
    private final List<float[]> curves;
    private final FilmView film = new FilmView();
    private final Heatmap map = new Heatmap();
    private final Label words = new Label();
    private final List<ValleyPlot> plots = new ArrayList<>();

    private Thumbnail(List<float[]> curves) {
        this.curves = curves;
        getStyleClass().add("thumbnail");
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.setArcWidth(14);
        clip.setArcHeight(14);
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty().add(14));
        setClip(clip);
    }

    /** Moments of a film. */
    public static Thumbnail of(Film moments) {
        Thumbnail thumbnail = new Thumbnail(List.of());
        thumbnail.getStyleClass().add("thumbnail-film");
        thumbnail.film.filmProperty().set(moments);
        thumbnail.getChildren().add(thumbnail.film);
        return thumbnail;
    }

    /** Curves, the first on top. */
    public static Thumbnail of(List<float[]> curves) {
        Thumbnail thumbnail = new Thumbnail(List.copyOf(curves));
        thumbnail.getStyleClass().add("thumbnail-curves");
        for (int i = 0; i < curves.size(); i++) {
            Polyline line = new Polyline();
            line.getStyleClass().addAll("thumbnail-line", i % 2 == 0 ? "thumbnail-first" : "thumbnail-second");
            thumbnail.lines.add(line);
            thumbnail.getChildren().add(line);
        }
        return thumbnail;
    }

    /** Trails in a valley. */
    public static Thumbnail of(ValleyData valley) {
        Thumbnail thumbnail = new Thumbnail(List.of());
        thumbnail.getStyleClass().add("thumbnail-curves");
        thumbnail.plots.add(ValleyPlot.still(valley));
        thumbnail.getChildren().addAll(thumbnail.plots);
        return thumbnail;
    }

    /** Numbers as colours. */
    public static Thumbnail of(Matrix cells) {
        Thumbnail thumbnail = new Thumbnail(List.of());
        thumbnail.getStyleClass().add("thumbnail-curves");
        thumbnail.map.bareProperty().set(true);
        thumbnail.map.sortedProperty().set(false);
        thumbnail.map.limitProperty().set(cells.limit());
        thumbnail.map.timeProperty().set(-1);
        thumbnail.map.matrixProperty().set(cells);
        thumbnail.map.setFocusTraversable(false);
        thumbnail.getChildren().add(thumbnail.map);
        return thumbnail;
    }

    /** The beginning of a text. */
    public static Thumbnail of(String text) {
        Thumbnail thumbnail = new Thumbnail(List.of());
        thumbnail.getStyleClass().add("thumbnail-words");
        thumbnail.words.setText(text);
        thumbnail.words.setWrapText(true);
        thumbnail.getChildren().add(thumbnail.words);
        return thumbnail;
    }

    @Override
    protected void layoutChildren() {
        words.resizeRelocate(MARGIN, MARGIN, getWidth() - 2 * MARGIN, getHeight() - 2 * MARGIN);
        map.resizeRelocate(MARGIN, MARGIN, getWidth() - 2 * MARGIN, getHeight() - 2 * MARGIN);
        plots.forEach(plot -> plot.resizeRelocate(0, 0, getWidth(), getHeight()));
        film.resizeRelocate(MARGIN, MARGIN, getWidth() - 2 * MARGIN, getHeight() - 2 * MARGIN);
        double high = (getHeight() - 2 * MARGIN) / Math.max(1, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            place(lines.get(i), curves.get(i), MARGIN + i * high + 0.1 * high, 0.8 * high);
        }
    }

    private void place(Polyline line, float[] values, double top, double high) {
        float low = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            highest = Math.max(highest, value);
        }
        Double[] points = new Double[2 * values.length];
        for (int t = 0; t < values.length; t++) {
            points[2 * t] = MARGIN + (getWidth() - 2 * MARGIN) * t / Math.max(1, values.length - 1);
            points[2 * t + 1] = top + high * (1 - (values[t] - low) / Math.max(1e-6, highest - low));
        }
        line.getPoints().setAll(points);
    }
}
