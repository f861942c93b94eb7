package unroll.app.chart;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** Bars with nothing beside them, the tallest as high as there is room; any that is not empty is seen. */
public final class SmallBars extends Pane {
    private static final double LOWEST = 1;

    private final List<Integer> counts;
    private final List<Rectangle> bars;

    /** @param counts what the bars stand for */
    public SmallBars(List<Integer> counts) {
        this.counts = List.copyOf(counts);
        bars = Stream.generate(Rectangle::new).limit(counts.size()).toList();
        bars.forEach(bar -> bar.getStyleClass().add("histogram-bar"));
        getStyleClass().add("small-bars");
        getChildren().setAll(bars);
    }

    @Override
    protected void layoutChildren() {
        Insets margin = getInsets();
        double wide = getWidth() - margin.getLeft() - margin.getRight();
        double high = getHeight() - margin.getTop() - margin.getBottom();
        double each = wide / Math.max(1, counts.size());
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i = 0; i < counts.size(); i++) {
            int count = counts.get(i);
            double tall = count == 0 ? 0 : Math.max(LOWEST, high * count / most);
            Rectangle bar = bars.get(i);
            bar.setX(margin.getLeft() + i * each);
            bar.setY(margin.getTop() + high - tall);
            bar.setWidth(Math.max(LOWEST, each - 1));
            bar.setHeight(tall);
        }
    }
}
