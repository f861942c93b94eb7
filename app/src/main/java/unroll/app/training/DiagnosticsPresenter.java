package unroll.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.Curve;
import unroll.app.chart.GaugeData;
import unroll.app.control.Numbers;
import unroll.app.view.update.InnerData;
import unroll.app.view.update.UpdateData;
import unroll.engine.optim.Gauge;
import unroll.engine.record.Diagnostics;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.TrainingCurves;
import unroll.engine.run.Snapshot;

/** Draws the inside of the updates into the training screen's model, while somebody sees it; on the window's thread. */
final class DiagnosticsPresenter {
    private static final String EVALUATIONS =
            "evaluations: what the update cost; gradients, losses and curvature products, as shares of the batch";

    private final TrainingModel model;
    private @Nullable Snapshot last;
    private Diagnostics.@Nullable Readings drawn;
    private List<GaugeData> gauges = List.of();
    private boolean looking;

    DiagnosticsPresenter(TrainingModel model) {
        this.model = model;
        model.chosenUpdateProperty().subscribe(this::renew);
        model.lookedBackProperty().subscribe(looked -> goTo(looked.longValue()));
        model.updatesSeenProperty().subscribe(this::renew);
    }

    /** Shows the update that led to the network that is seen; of the network before the first update, the first. */
    private void goTo(long seen) {
        model.chosenUpdateProperty().set(seen == TimeMachine.NOW ? 0 : Math.max(1, seen));
    }

    /** Forgets the run before. */
    void forget() {
        last = null;
        drawn = null;
        model.chosenUpdateProperty().set(0);
        model.insideProperty().set(UpdateData.EMPTY);
        model.tellingProperty().set(false);
    }

    void tell(Snapshot snapshot) {
        last = snapshot;
        model.tellingProperty().set(!snapshot.inside().gauges().isEmpty());
        renew();
    }

    /** Says whether the screen is seen. */
    void look(boolean seen) {
        looking = seen;
        renew();
    }

    private void renew() {
        Snapshot snapshot = last;
        if (snapshot == null
                || !looking
                || !model.updatesSeenProperty().get()
                || snapshot.inside().gauges().isEmpty()) {
            return;
        }
        Diagnostics inside = snapshot.inside();
        Diagnostics.Readings readings = inside.readings();
        if (readings != drawn) {
            drawn = readings;
            gauges = gauges(inside.gauges(), readings);
        }
        InnerLoop loop = loop(snapshot, model.chosenUpdateProperty().get());
        int row = row(readings, model.chosenUpdateProperty().get());
        model.insideProperty()
                .set(new UpdateData(
                        loop.update(),
                        inner(loop, taken(inside.gauges(), readings, loop.update())),
                        gauges,
                        words(inside.gauges(), readings, row, snapshot.curves()),
                        help(inside.gauges())));
    }

    /** The iterations of the chosen update; where none is chosen those under way, or else of the last. */
    private static InnerLoop loop(Snapshot snapshot, long chosen) {
        InnerLoop now = snapshot.inner();
        boolean live = now.size() > 0 && (chosen == 0 || chosen == now.update());
        long wanted = chosen == 0 ? snapshot.update() : chosen;
        return live ? now : snapshot.inside().loop(wanted).orElseGet(() -> InnerLoop.none(wanted));
    }

    /** The row of an update, or of the last; -1 where it told nothing. */
    private static int row(Diagnostics.Readings readings, long update) {
        int row = readings.size() - 1;
        while (update > 0 && row >= 0 && readings.update(row) > update) {
            row--;
        }
        return row >= 0 && (update == 0 || readings.update(row) == update) ? row : -1;
    }

    private static OptionalInt taken(List<Gauge> told, Diagnostics.Readings readings, long update) {
        int row = row(readings, update);
        Optional<Integer> gauge = IntStream.range(0, told.size())
                .filter(g -> told.get(g).form() == Gauge.Form.ITERATION)
                .boxed()
                .findFirst();
        return row < 0 || update == 0 || gauge.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) readings.number(row, gauge.get()));
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

    private static List<GaugeData> gauges(List<Gauge> told, Diagnostics.Readings readings) {
        int size = readings.size();
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = readings.update(i);
        }
        List<GaugeData> all = new ArrayList<>();
        for (int g = 0; g < told.size(); g++) {
            Gauge gauge = told.get(g);
            if (gauge.form() == Gauge.Form.CURVE || gauge.form() == Gauge.Form.LOGARITHMIC) {
                double[] y = new double[size];
                for (int i = 0; i < size; i++) {
                    y[i] = readings.number(i, g);
                }
                boolean logarithmic = gauge.form() == Gauge.Form.LOGARITHMIC;
                all.add(new GaugeData(gauge.name(), gauge.help(), new Curve(x, y), logarithmic, gauge.levels()));
            }
        }
        return all;
    }

    /** What no curve shows, of the update of a row: "Update 12: CG stop: progress fell below 0.0005 an iteration". */
    private static String words(List<Gauge> told, Diagnostics.Readings readings, int row, TrainingCurves curves) {
        if (row < 0) {
            return "";
        }
        long update = readings.update(row);
        return "Update " + Numbers.whole(update) + " \u00b7 " + Numbers.measured(curves.evaluationsOf(update))
                + " evaluations \u00b7 "
                + IntStream.range(0, told.size())
                        .filter(g -> spoken(told.get(g)))
                        .mapToObj(g -> told.get(g).name() + ": " + said(told.get(g), readings, row, g))
                        .collect(Collectors.joining(" \u00b7 "));
    }

    private static boolean spoken(Gauge gauge) {
        return switch (gauge.form()) {
            case WORDS, ITERATION, FIGURE -> true;
            case CURVE, LOGARITHMIC -> false;
        };
    }

    private static String said(Gauge gauge, Diagnostics.Readings readings, int row, int g) {
        return switch (gauge.form()) {
            case WORDS -> readings.words(row, g);
            case ITERATION -> Numbers.whole((long) readings.number(row, g));
            case CURVE, LOGARITHMIC, FIGURE -> Numbers.measured(readings.number(row, g));
        };
    }

    private static String help(List<Gauge> told) {
        return EVALUATIONS
                + told.stream()
                        .filter(DiagnosticsPresenter::spoken)
                        .map(gauge -> "\n" + gauge.name() + ": " + gauge.help())
                        .collect(Collectors.joining());
    }
}
