package unroll.app.view.flow;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import unroll.app.chart.AxisLabel;
import unroll.app.chart.Decades;
import unroll.app.chart.Pixels;
import unroll.app.chart.SequentialMap;
import unroll.app.control.Numbers;

/** Time steps across, looks at the network down, the newest at the bottom: colours are decades, with their legend beside them. */
final class Waterfall extends Region {
    /** A row is at most so high, so that the picture is seen to grow. */
    private static final double ROW = 5;

    /** The numbers of the legend have room for so many font sizes. */
    private static final double NUMBERS = 3.3;

    private static final double LEGEND = 10;
    private static final double GAP = 8;
    private static final int LEGEND_STEPS = 255;
    private static final int STOPS = 5;

    private static final StyleablePropertyFactory<Waterfall> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final List<StyleableProperty<Color>> stops = IntStream.rangeClosed(1, STOPS)
            .mapToObj(i -> CSS.createStyleableColorProperty(this, "stop" + i, "-u-stop-" + i, w -> w.stop(i)))
            .toList();
    private final StyleableProperty<Color> broken =
            CSS.createStyleableColorProperty(this, "broken", "-u-broken", w -> w.broken);

    private final Pixels picture = new Pixels();
    private final Pixels legend = new Pixels();
    private final StackPane bar = new StackPane(legend.view());
    private final Rectangle clip = new Rectangle();
    private final AxisLabel first = new AxisLabel();
    private final AxisLabel last = new AxisLabel();
    private final AxisLabel most = new AxisLabel();
    private final AxisLabel middle = new AxisLabel();
    private final AxisLabel least = new AxisLabel();
    private WaterfallData data = WaterfallData.EMPTY;
    private Decades decades = data.decades();
    private SequentialMap map = map();
    private double left;
    private double wide = 1;

    Waterfall() {
        getStyleClass().add("waterfall");
        Tooltip.install(
                bar,
                new Tooltip("The size of the error signal at each hidden state, |dL/dh|, in powers of ten.\n"
                        + "No colour: nothing arrives at that step."));
        picture.view().setClip(clip);
        getChildren().addAll(picture.view(), bar, first, last, most, middle, least);
        stops.forEach(this::watch);
        watch(broken);
    }

    private void watch(StyleableProperty<Color> colour) {
        observable(colour).subscribe((before, after) -> {
            map = map();
            paint();
        });
    }

    private StyleableProperty<Color> stop(int number) {
        return stops.get(number - 1);
    }

    @SuppressWarnings("unchecked") // the factory's properties are observable values of their type
    private static ObservableValue<Color> observable(StyleableProperty<Color> property) {
        return (ObservableValue<Color>) property;
    }

    private SequentialMap map() {
        return new SequentialMap(stops.stream().map(StyleableProperty::getValue).toList(), broken.getValue());
    }

    SequentialMap colours() {
        return map;
    }

    Decades shown() {
        return decades;
    }

    void show(WaterfallData next) {
        data = next;
        decades = next.decades();
        most.setText(Numbers.tick(Math.pow(10, decades.high())));
        middle.setText(Numbers.tick(Math.pow(10, Math.floorDiv(decades.low() + decades.high(), 2))));
        least.setText((decades.cut() ? "\u2264 " : "") + Numbers.tick(Math.pow(10, decades.low())));
        paint();
        requestLayout();
    }

    /** Puts the first time step's left edge at {@code x} and gives all of them {@code width}. */
    void align(double x, double width) {
        left = x;
        wide = Math.max(1, width);
        requestLayout();
    }

    private void paint() {
        List<WaterfallData.Row> rows = data.rows();
        picture.view().setVisible(!rows.isEmpty());
        if (!rows.isEmpty()) {
            picture.paint(
                    data.steps(),
                    rows.size(),
                    (x, y) -> map.colour(decades.share(rows.get(y).decades()[x])));
        }
        legend.paint(1, LEGEND_STEPS, (x, y) -> map.colour(1 - (double) y / (LEGEND_STEPS - 1)));
    }

    /** What the legend takes beside the picture. */
    double legendRoom() {
        return LEGEND + 1.5 * GAP + NUMBERS * most.getFont().getSize();
    }

    /** How much of the height the rows take. */
    double used() {
        return Math.min(getHeight(), Math.ceil(ROW * data.rows().size()));
    }

    /** The row at a height, -1 where there is none. */
    int rowAt(double y) {
        int row = (int) Math.floor(y / used() * data.rows().size());
        return y >= 0 && row < data.rows().size() ? row : -1;
    }

    @Override
    protected void layoutChildren() {
        double high = Math.max(1, getHeight());
        double used = Math.max(1, used());
        picture.view().relocate(left, 0);
        picture.place(
                new Rectangle2D(
                        0, 0, Math.max(1, data.steps()), Math.max(1, data.rows().size())),
                wide,
                used);
        clip.setWidth(wide);
        clip.setHeight(used);
        double line = first.prefHeight(-1);
        bar.resizeRelocate(left + wide + GAP, 0, LEGEND, high);
        legend.place(new Rectangle2D(0, 0, 1, LEGEND_STEPS), LEGEND, high);
        double labels = left + wide + LEGEND + 1.5 * GAP;
        most.place(labels, -2);
        least.place(labels, high - line + 2);
        double share = decades.share(Math.floorDiv(decades.low() + decades.high(), 2));
        middle.place(labels, high * (1 - share) - line / 2);
        middle.setVisible(high > 3.5 * line);
        labelUpdates(used, line);
    }

    private void labelUpdates(double used, double line) {
        boolean begun = !data.rows().isEmpty();
        first.setVisible(begun);
        last.setVisible(begun && used >= 2 * line);
        if (begun) {
            first.setText(update(data.rows().getFirst().first()));
            last.setText(update(data.rows().getLast().last()));
            first.place(left - GAP - first.prefWidth(-1), -2);
            last.place(left - GAP - last.prefWidth(-1), used - line + 2);
        }
    }

    /** With three figures where it is long. */
    private static String update(long update) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10((double) Math.max(1, update))) - 2));
        return update < 10_000 ? Numbers.whole(update) : Numbers.tick(Math.rint((double) update / unit) * unit);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
