package unroll.app.sequence;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import unroll.app.chart.AxisLabel;
import unroll.app.chart.StepCursor;
import unroll.app.chart.Swatch;
import unroll.app.control.OverTime;
import unroll.app.control.Played;
import unroll.engine.music.Keyboard;
import unroll.engine.music.MidiWriter;

/** Music as piano-rolls one below the other: what was predicted, and how the network went on by itself; with the shared time cursor. */
public final class ExcerptView extends Pane implements OverTime, Played {
    private static final double GAP = 6;
    private static final int OCTAVE = 12;

    /** Of the height of a line, what two names are apart at least. */
    private static final double LEADING = 0.8;

    private final ObjectProperty<Excerpt> excerpt = new SimpleObjectProperty<>(this, "excerpt", Excerpt.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final ExcerptPlot predicted = new ExcerptPlot();
    private final ExcerptPlot played = new ExcerptPlot();
    private final List<AxisLabel> octaves = new ArrayList<>();
    private final AxisLabel first = new AxisLabel("1");
    private final AxisLabel middle = new AxisLabel("t");
    private final AxisLabel last = new AxisLabel("");
    private final HBox legend = new HBox();
    private final Label truth = new Swatch("swatch-outline").named("truth");
    private final Label prediction = new Swatch("swatch-predicted")
            .named("prediction", "The darker, the more probable: how probably each key sounds");
    private final Label freeRun = new Swatch("swatch-played").named("free run");
    private final StepCursor cursor;

    public ExcerptView() {
        getStyleClass().add("excerpt-view");
        setMinSize(0, 0);
        setAccessibleText("Truth, prediction and free run as piano-rolls");
        legend.getStyleClass().add("legend");
        legend.getChildren().setAll(truth, prediction, freeRun);
        getChildren().addAll(predicted, played, first, middle, last, legend);
        cursor = new StepCursor(this, this::area, this::reading);
        excerpt.subscribe(this::show);
        show();
    }

    /** What is shown. */
    public ObjectProperty<Excerpt> excerptProperty() {
        return excerpt;
    }

    /** The time step that is marked, from 0; a click marks another. */
    @Override
    public IntegerProperty timeProperty() {
        return time;
    }

    @Override
    public int steps() {
        return excerpt.get().steps();
    }

    @Override
    public boolean plays() {
        return steps() > 0;
    }

    @Override
    public boolean goesOn() {
        return excerpt.get().freeRun().length > 0;
    }

    @Override
    public byte[] midi(boolean alone, double beats) {
        Excerpt now = excerpt.get();
        return MidiWriter.write(alone ? now.freeRunRoll() : now.truthRoll(), beats);
    }

    @Override
    public ExcerptView node() {
        return this;
    }

    @Override
    public ExcerptView twin() {
        ExcerptView twin = new ExcerptView();
        twin.excerpt.set(excerpt.get());
        return twin;
    }

    private void show() {
        Excerpt now = excerpt.get();
        Excerpt.Range range = now.range();
        boolean free = now.freeRun().length > 0;
        boolean predicts = now.prediction().length > 0;
        predicted.show(now, ExcerptPlot.Layer.PREDICTION, range);
        played.show(now, ExcerptPlot.Layer.FREE_RUN, range);
        predicted.setVisible(predicts || !free);
        played.setVisible(free);
        truth.setText(now.given());
        explain(prediction, predicts);
        explain(freeRun, free);
        last.setText(now.steps() == 0 ? "" : Integer.toString(now.steps()));
        name(range, rolls().size());
        requestLayout();
    }

    private static void explain(Label word, boolean needed) {
        word.setVisible(needed);
        word.setManaged(needed);
    }

    /** Those that are seen, from the top down. */
    private List<ExcerptPlot> rolls() {
        return Stream.of(predicted, played).filter(Node::isVisible).toList();
    }

    /** Has a name for each C, in each of the rolls. */
    private void name(Excerpt.Range range, int rolls) {
        List<String> names = new ArrayList<>();
        for (int roll = 0; roll < rolls; roll++) {
            for (int key = Math.ceilDiv(range.first(), OCTAVE) * OCTAVE; key <= range.last(); key += OCTAVE) {
                names.add(Keyboard.name(key));
            }
        }
        if (!octaves.stream().map(Label::getText).toList().equals(names)) {
            getChildren().removeAll(octaves);
            octaves.clear();
            names.forEach(name -> octaves.add(new AxisLabel(name)));
            getChildren().addAll(octaves);
        }
    }

    private double names() {
        return octaves.stream().mapToDouble(name -> name.prefWidth(-1)).max().orElse(0) + GAP;
    }

    private Rectangle2D area() {
        ExcerptPlot upper = rolls().getFirst();
        double left = upper.getLayoutX() + upper.left();
        return new Rectangle2D.Double(left, upper.getLayoutY(), Math.max(1, getWidth() - left), getHeight());
    }

    private String reading(int step, double y) {
        ExcerptPlot under = played.isVisible() && y >= played.getLayoutY() ? played : rolls().getFirst();
        return excerpt.get().reading(step, under.keyAt(y - under.getLayoutY()));
    }

    @Override
    protected void layoutChildren() {
        double line = Math.ceil(first.prefHeight(-1));
        double wide = legend.prefWidth(-1);
        legend.setVisible(wide <= getWidth());
        legend.resizeRelocate(getWidth() - wide, 0, wide, line);
        double left = Math.ceil(names());
        double top = line + GAP;
        double high = Math.max(0, getHeight() - top - line - GAP / 2);
        List<ExcerptPlot> rolls = rolls();
        double each = Math.floor((high - 2 * GAP * (rolls.size() - 1)) / rolls.size());
        double across = Math.max(1, getWidth() - left);
        List<StepCursor.Span> spans = new ArrayList<>();
        for (int i = 0; i < rolls.size(); i++) {
            double at = top + i * (each + 2 * GAP);
            rolls.get(i).resizeRelocate(left, at, across, Math.max(0, each));
            place(rolls.get(i), i * octaves.size() / rolls.size(), line);
            spans.add(new StepCursor.Span(at, at + each));
        }
        double begin = left + predicted.left();
        double bottom = top + high + GAP / 2;
        first.place(begin, bottom);
        middle.place(begin + (getWidth() - begin - middle.prefWidth(-1)) / 2, bottom);
        last.place(getWidth() - last.prefWidth(-1), bottom);
        cursor.layout(spans);
    }

    /** Places the names of the octaves of a roll, from the given label on, beside its keys; where they are low, every other or fewer. */
    private void place(ExcerptPlot plot, int from, double line) {
        Excerpt.Range range = excerpt.get().range();
        int key = Math.ceilDiv(range.first(), OCTAVE) * OCTAVE;
        int apart = (int) Math.max(1, Math.ceil(LEADING * line / Math.max(1, plot.top(key) - plot.top(key + OCTAVE))));
        for (int i = from; i < octaves.size() && key <= range.last(); i++) {
            AxisLabel name = octaves.get(i);
            name.setVisible((i - from) % apart == 0);
            double y = plot.getLayoutY() + (plot.top(key) + plot.top(key - 1)) / 2 - line / 2;
            name.place(plot.getLayoutX() - GAP / 2 - name.prefWidth(-1), y);
            key += OCTAVE;
        }
    }
}
