package unroll.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import unroll.app.control.Numbers;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/** How often numbers of which size are, as bars over an axis with zero in its middle. */
public final class HistogramPlot extends Pane implements Tabled {
    private static final int BARS = 41;

    private final ObjectProperty<Matrix> numbers = new SimpleObjectProperty<>(this, "numbers", Matrix.EMPTY);
    private final Pane drawing = new Pane();
    private final AxisLabel left = new AxisLabel();
    private final AxisLabel right = new AxisLabel();
    private final AxisLabel words = new AxisLabel();

    /** An empty plot. */
    public HistogramPlot() {
        getStyleClass().add("histogram");
        words.setWrapText(true);
        setAccessibleText("How often the numbers are of which size");
        setMinSize(0, 0);
        drawing.setManaged(false);
        getChildren().addAll(drawing, left, right, words);
        numbers.subscribe(this::requestLayout);
    }

    /** The numbers; those that are not finite are counted in the words alone. */
    public ObjectProperty<Matrix> numbersProperty() {
        return numbers;
    }

    private double[] all() {
        float[] values = numbers.get().values();
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** The end of the axis: the largest size there is. */
    private double end() {
        double end = Arrays.stream(all())
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        return end > 0 ? end : 1;
    }

    /** How many numbers each bar stands for. */
    private int[] counts() {
        int[] counts = new int[BARS];
        double end = end();
        for (double number : all()) {
            if (Double.isFinite(number)) {
                counts[Math.clamp((int) ((number / end + 1) / 2 * BARS), 0, BARS - 1)]++;
            }
        }
        return counts;
    }

    @Override
    public List<Table> tables() {
        if (numbers.get().isEmpty()) {
            return List.of();
        }
        int[] counts = counts();
        double end = end();
        return List.of(new Table(
                "",
                List.of(
                        Table.Column.of(
                                "from",
                                IntStream.range(0, BARS)
                                        .mapToObj(i -> String.valueOf((2.0 * i / BARS - 1) * end))
                                        .toList()),
                        Table.Column.of(
                                "numbers",
                                Arrays.stream(counts).mapToObj(String::valueOf).toList()))));
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = new ArrayList<>();
        double width = getWidth();
        boolean any = !numbers.get().isEmpty();
        left.setText(any ? Numbers.measured(-end()) : "");
        right.setText(any ? Numbers.measured(end()) : "");
        words.setText(any ? sentence() : "");
        left.autosize();
        right.autosize();
        words.resize(Math.min(width, words.prefWidth(-1)), words.prefHeight(width));
        double height = getHeight() - left.getHeight() - 2;
        int[] counts = counts();
        int most = Arrays.stream(counts).max().orElse(0);
        if (width > 0 && height > 0 && most > 0) {
            double each = width / BARS;
            for (int i = 0; i < BARS; i++) {
                // the square root lets few large numbers be seen beside many small ones
                double tall = (height - words.getHeight()) * Math.sqrt((double) counts[i] / most);
                Rectangle bar = new Rectangle(i * each + 0.5, height - tall, Math.max(0.5, each - 1), tall);
                bar.getStyleClass().add("histogram-bar");
                nodes.add(bar);
            }
            Line zero = new Line(width / 2, 0, width / 2, height);
            zero.getStyleClass().add("plane-axis");
            nodes.add(zero);
        }
        drawing.getChildren().setAll(nodes);
        left.relocate(0, height + 2);
        right.relocate(width - right.getWidth(), height + 2);
        words.relocate(0, 0);
    }

    private String sentence() {
        double[] all = all();
        double[] finite = Arrays.stream(all).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(finite).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(finite)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0));
        long zeros = Arrays.stream(all).filter(x -> x == 0).count();
        return "mean " + Numbers.measured(mean) + ", deviation " + Numbers.measured(deviation)
                + (zeros > 0 ? ", " + Math.round(100.0 * zeros / all.length) + " % zeros" : "")
                + (finite.length < all.length ? ", " + (all.length - finite.length) + " not finite" : "");
    }
}
