package unroll.app.view.histograms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.chart.Curve;
import unroll.app.chart.NamedCurve;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.analysis.Distribution;

/** Weights above, their gradient below. */
final class HistogramsView extends VBox implements Tabled {
    private final HistogramsModel model;

    HistogramsView(HistogramsModel model) {
        this.model = model;
        DistributionPane weights =
                new DistributionPane("weights", "The numbers of the matrix or bias themselves.", false);
        DistributionPane gradients = new DistributionPane(
                "gradients",
                "The derivative of the loss by each of these numbers, a mean over the first test sequences (ten, if"
                        + " there are so many).",
                true);
        setMinSize(0, 0);
        setAccessibleText("Histograms: percentiles of weights and of gradients over the updates");
        for (DistributionPane pane : List.of(weights, gradients)) {
            setVgrow(pane, Priority.ALWAYS);
            getChildren().add(pane);
        }
        model.pastProperty().subscribe(past -> {
            weights.show(past, Look::weights);
            gradients.show(past, Look::gradients);
        });
        model.nowProperty().subscribe(now -> {
            weights.show(now.weights());
            gradients.show(now.gradients());
        });
    }

    /** The percentiles of what is shown; then those over the updates, of the weights and of the gradients. */
    @Override
    public List<Table> tables() {
        List<Look> past = model.pastProperty().get();
        return past.isEmpty()
                ? List.of()
                : List.of(
                        table(model.nowProperty().get()),
                        table("weights", past, Look::weights),
                        table("gradients", past, Look::gradients));
    }

    private static Table table(Histograms now) {
        double[] percents = IntStream.range(0, Distribution.COUNT)
                .mapToDouble(Distribution::percent)
                .toArray();
        return NamedCurve.table(
                "",
                "percent",
                List.of(
                        new NamedCurve(
                                "weights",
                                new Curve(percents, now.weights().distribution().percentiles())),
                        new NamedCurve(
                                "gradients",
                                new Curve(
                                        percents, now.gradients().distribution().percentiles()))));
    }

    private static Table table(String name, List<Look> past, Function<Look, Distribution> which) {
        List<NamedCurve> curves = new ArrayList<>();
        for (int i = 0; i < Distribution.COUNT; i++) {
            curves.add(
                    new NamedCurve((int) Distribution.percent(i) + " %", DistributionPane.percentile(i, past, which)));
        }
        double[] updates = past.stream().mapToDouble(Look::update).toArray();
        double[] broken =
                past.stream().mapToDouble(look -> which.apply(look).broken()).toArray();
        curves.add(new NamedCurve("not finite", new Curve(updates, broken)));
        return NamedCurve.table(name, "update", curves);
    }
}
