package unroll.app.view.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.Curve;
import unroll.app.chart.GaugeData;
import unroll.app.control.Numbers;
import unroll.app.view.Cues;
import unroll.engine.optim.Gauge;
import unroll.engine.record.Diagnostics;
import unroll.engine.record.InnerLoop;

/** The inside of the updates as it is drawn, of which one is chosen; on the window's thread. */
public final class UpdateModel {
    private static final String EVALUATIONS =
            "evaluations: what the update cost; gradients, losses and curvature products, as shares of the batch";

    private final ReadOnlyObjectWrapper<UpdateData> data = new ReadOnlyObjectWrapper<>(this, "data", UpdateData.EMPTY);
    private final LongProperty chosen = new SimpleLongProperty(this, "chosen");
    private UpdateRecord record = UpdateRecord.NONE;
    private Diagnostics.@Nullable Readings drawn;
    private List<GaugeData> gauges = List.of();

    UpdateModel() {
        chosen.subscribe(this::renew);
    }

    /** What is drawn. */
    public ReadOnlyObjectProperty<UpdateData> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** The update that a person wants to see, from 1; 0 for the newest. */
    public LongProperty chosenProperty() {
        return chosen;
    }

    /** Shows the update that led to the network that is seen; of the network before the first update, the first. */
    void follow(long lookedBack) {
        chosen.set(lookedBack == Cues.NOW ? 0 : Math.max(1, lookedBack));
    }

    /** Shows what is recorded. */
    void show(UpdateRecord next) {
        record = next;
        renew();
    }

    /** Forgets the run. */
    void clear() {
        record = UpdateRecord.NONE;
        drawn = null;
        chosen.set(0);
        data.set(UpdateData.EMPTY);
    }

    private void renew() {
        if (!record.hasReadings()) {
            return;
        }
        List<Gauge> all = record.inside().gauges();
        Diagnostics.Readings readings = record.readings();
        if (readings != drawn) {
            drawn = readings;
            gauges = gauges(all, readings);
        }
        InnerLoop loop = record.loop(chosen.get());
        data.set(new UpdateData(
                loop.update(),
                record.iterates(),
                inner(loop, taken(loop.update())),
                gauges,
                words(record.row(chosen.get())),
                help(all)));
    }

    private OptionalInt taken(long update) {
        int row = record.row(update);
        List<Gauge> all = record.inside().gauges();
        Optional<Integer> gauge = IntStream.range(0, all.size())
                .filter(g -> all.get(g).form() == Gauge.Presentation.ITERATION)
                .boxed()
                .findFirst();
        return row < 0 || update == 0 || gauge.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) record.readings().number(row, gauge.get()));
    }

    private static InnerData inner(InnerLoop loop, OptionalInt taken) {
        int size = loop.size();
        double[] x = new double[size];
        double[] quadratic = new double[size];
        double[] residual = new double[size];
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            x[i] = loop.number(i);
            quadratic[i] = loop.quadratic(i);
            residual[i] = loop.residual(i);
            if (loop.kept(i)) {
                kept.add(loop.number(i));
            }
        }
        return new InnerData(new Curve(x, quadratic), new Curve(x, residual), kept, taken);
    }

    private static List<GaugeData> gauges(List<Gauge> all, Diagnostics.Readings readings) {
        int size = readings.size();
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = readings.update(i);
        }
        List<GaugeData> curves = new ArrayList<>();
        for (int g = 0; g < all.size(); g++) {
            Gauge gauge = all.get(g);
            if (gauge.form() == Gauge.Presentation.CURVE || gauge.form() == Gauge.Presentation.LOGARITHMIC) {
                double[] y = new double[size];
                for (int i = 0; i < size; i++) {
                    y[i] = readings.number(i, g);
                }
                boolean logarithmic = gauge.form() == Gauge.Presentation.LOGARITHMIC;
                curves.add(new GaugeData(gauge.name(), gauge.help(), new Curve(x, y), logarithmic, gauge.levels()));
            }
        }
        return curves;
    }

    /** What no curve shows, of the update of a row: "Update 12: CG stop: progress fell below 0.0005 an iteration". */
    private String words(int row) {
        if (row < 0) {
            return "";
        }
        List<Gauge> all = record.inside().gauges();
        long update = record.readings().update(row);
        Stream<String> always = Stream.of(
                "Update " + Numbers.whole(update),
                Numbers.measured(record.curves().evaluationsOf(update)) + " evaluations");
        Stream<String> told = IntStream.range(0, all.size())
                .filter(g -> inWords(all.get(g)))
                .mapToObj(g -> all.get(g).name() + ": " + reading(all.get(g), row, g));
        return Stream.concat(always, told).collect(Collectors.joining(" \u00b7 "));
    }

    private static boolean inWords(Gauge gauge) {
        return switch (gauge.form()) {
            case WORDS, ITERATION, FIGURE -> true;
            case CURVE, LOGARITHMIC -> false;
        };
    }

    private String reading(Gauge gauge, int row, int g) {
        Diagnostics.Readings readings = record.readings();
        return switch (gauge.form()) {
            case WORDS -> readings.words(row, g);
            case ITERATION -> Numbers.whole((long) readings.number(row, g));
            case CURVE, LOGARITHMIC, FIGURE -> Numbers.measured(readings.number(row, g));
        };
    }

    private static String help(List<Gauge> all) {
        return EVALUATIONS
                + all.stream()
                        .filter(UpdateModel::inWords)
                        .map(gauge -> "\n" + gauge.name() + ": " + gauge.help())
                        .collect(Collectors.joining());
    }
}
