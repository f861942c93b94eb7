package unroll.app.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import unroll.app.address.NodeAddress;
import unroll.app.chart.OverlayChart;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.QuietToggle;
import unroll.app.control.Smoothing;
import unroll.app.parallel.ParallelChart;
import unroll.app.parallel.ParallelData;
import unroll.engine.record.Cost;

/** The card that compares runs in one of two ways: the tests of those that are chosen, or all that are shown over their settings. */
final class RunsComparison {
    private final RunsModel model;
    private final ParallelChart settings = new ParallelChart();
    private final Card card;

    /** @param choose takes a run to choose in the table, and whether others stay chosen */
    RunsComparison(RunsModel model, RunsController controller, BiConsumer<String, Boolean> choose) {
        this.model = model;
        OverlayChart tests = tests();
        settings.dataProperty().bind(model.tableProperty().map(RunsTable::settings));
        settings.chosenProperty().bind(model.chosenProperty());
        settings.invitationProperty()
                .set("At least two runs that differ in their settings are needed; all that the table shows are drawn");
        settings.setOnChoose(choose);
        settings.setOnLimit(controller::limit);
        settings.setOnClear(controller::endLimits);
        settings.visibleProperty().bind(model.bySettingsProperty());
        tests.visibleProperty().bind(model.bySettingsProperty().not());
        card = new Card("Tests", new StackPane(tests, settings), bySettings());
        card.titleProperty().bind(model.bySettingsProperty().map(yes -> yes ? "Settings" : "Tests"));
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        this::caption,
                        model.overlayProperty(),
                        model.tableProperty(),
                        model.smoothingProperty(),
                        model.bySettingsProperty()));
        ObservableValue<Boolean> curves = model.bySettingsProperty().not();
        card.addTool(cost(), curves);
        card.addControl(NodeAddress.command("runs.keep").on(keep(controller)), model.bySettingsProperty());
        toggles().forEach(toggle -> card.addControl(toggle, curves));
        card.addControl(new Smoothing(model.smoothingProperty()), curves);
    }

    Card card() {
        return card;
    }

    /** Gives the runs over their settings the keys. */
    void takeKeys() {
        settings.takeKeys();
    }

    private String caption() {
        return model.bySettingsProperty().get()
                ? caption(model.tableProperty().get().settings())
                : caption(
                        model.overlayProperty().get(), model.smoothingProperty().get());
    }

    private static String caption(ParallelData runs) {
        return runs.colouring()
                .map(score -> "a line for each run, coloured by its last " + score.name())
                .orElse("a line for each run");
    }

    private static String caption(Overlays.TestOverlay overlay, double smoothing) {
        if (overlay.measure().isEmpty()) {
            return overlay.left();
        }
        return Stream.of(
                        overlay.measure() + ", against " + overlay.data().across(),
                        Smoothing.words(smoothing),
                        overlay.left())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }

    private OverlayChart tests() {
        OverlayChart chart = new OverlayChart();
        chart.dataProperty().bind(model.overlayProperty().map(Overlays.TestOverlay::data));
        chart.logUpProperty().bind(model.logUpProperty());
        chart.smoothingProperty().bind(model.smoothingProperty());
        chart.invitationProperty()
                .bind(Bindings.when(Bindings.isEmpty(Bindings.createStringBinding(
                                () -> String.join("", model.chosenProperty().get()), model.chosenProperty())))
                        .then("Choose runs above to see their tests (Shift and Ctrl choose several)")
                        .otherwise("Nothing was tested yet"));
        return chart;
    }

    /** What the tests are drawn against. */
    private Chooser cost() {
        List<String> names = Arrays.stream(Cost.values()).map(Cost::words).toList();
        Chooser against = new Chooser(
                "Against",
                "What the tests are drawn against: updates, evaluations (losses, gradients and curvature products of a"
                        + " batch: the work on any machine), or seconds on the machine that trained",
                words -> model.costProperty().set(Cost.valueOf(words.toUpperCase(Locale.ROOT))));
        model.costProperty().subscribe(cost -> against.show(names, cost.words()));
        return against;
    }

    private QuietToggle bySettings() {
        return NodeAddress.command("runs.bySettings")
                .on(new QuietToggle(
                        "by settings",
                        "All runs that are shown as lines over their settings and scores (parallel coordinates). A"
                            + " click chooses a run; dragging along an axis shows only runs within, a click there ends"
                            + " it. By keys: arrows, Space chooses, B limits to a value, Shift+\u2191 and Shift+\u2193"
                            + " widen that, Esc shows all",
                        model.bySettingsProperty()));
    }

    private static QuietToggle keep(RunsController controller) {
        QuietToggle keep =
                new QuietToggle("keep chosen", "Show only the chosen runs and the settings in which they differ");
        keep.setOnAction(event -> {
            keep.setSelected(false);
            controller.keepChosen();
        });
        return keep;
    }

    private List<QuietToggle> toggles() {
        return List.of(
                NodeAddress.command("runs.seedsTogether")
                        .on(new QuietToggle(
                                "seeds as one",
                                "Runs that differ in their seeds alone as their mean in the band from the least to the"
                                        + " most",
                                model.seedsTogetherProperty())),
                NodeAddress.command("runs.singles")
                        .on(new QuietToggle("single lines", "The lines of such runs, too", model.singlesProperty())),
                NodeAddress.command("runs.logUp")
                        .on(new QuietToggle("log y", "Scores on a logarithmic axis", model.logUpProperty())));
    }
}
