package unroll.app.shell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.PlanePlot;
import unroll.app.control.Card;
import unroll.app.control.Numbers;
import unroll.app.control.OverTime;
import unroll.app.export.Caption;
import unroll.app.export.ExportBanner;
import unroll.app.export.ExportController;
import unroll.app.export.ExportSheet;
import unroll.app.look.Theme;
import unroll.app.picture.Past;
import unroll.app.shell.ShellModel.Screen;
import unroll.engine.experiment.Seeds;

/** What is exported of each screen, and what is said of it below the picture. */
final class ExportDesk {
    private final ExportController controller;
    private final Workbench bench;
    private final FilePicker picker;
    private @Nullable ExportSheet sheet;

    ExportDesk(Services ground, Theme theme, Workbench bench, Consumer<String> complain) {
        this.bench = bench;
        picker = ground.picker();
        controller = new ExportController(
                theme,
                new ExportController.Surroundings(
                        ground.window(),
                        ground.work(),
                        ground.now(),
                        ZoneId.systemDefault(),
                        ground.runs().resolveSibling("exports"),
                        complain));
    }

    ExportController controller() {
        return controller;
    }

    /** What stands above the screen. */
    ExportBanner banner() {
        return new ExportBanner(controller);
    }

    /** Shows the sheet for the views that are seen below {@code root}, one of them chosen. */
    void show(Node root, Optional<Card> wanted) {
        boolean training = bench.shell().screenProperty().get() == Screen.TRAIN;
        Past past = training ? bench.trainingController().past() : Past.NONE;
        if (controller.offer(root, wanted, past, this::caption)) {
            bench.sheets().show(sheet());
        }
    }

    private ExportSheet sheet() {
        ExportSheet made = sheet;
        if (made == null) {
            Window window = bench.stage();
            made = new ExportSheet(
                    controller,
                    path -> picker.save(window, path),
                    () -> bench.sheets().close());
            sheet = made;
        }
        return made;
    }

    private Caption caption(Card card) {
        return switch (bench.shell().screenProperty().get()) {
            case TRAIN -> training(card);
            case RACE ->
                new Caption(
                        bench.race().model().nameProperty().get(),
                        "",
                        seeds(bench.race().controller().seeds()));
            case SWEEP -> new Caption(bench.sweeps().model().nameProperty().get(), "", List.of());
            case VALLEY ->
                new Caption(
                        "Momentum in a valley",
                        "",
                        bench.valley().model().setupProperty().get().facts());
            case DESIGN ->
                new Caption(
                        bench.training().nameProperty().get(),
                        "before the first update",
                        seeds(bench.history().valueProperty().get().seeds()));
            case RUNS -> new Caption("Runs", "", List.of());
            case GALLERY -> Caption.NONE;
        };
    }

    private Caption training(Card card) {
        var model = bench.training();
        boolean looks = shows(card, node -> node instanceof OverTime || node instanceof PlanePlot);
        long update = looks
                ? model.seenUpdateProperty().get()
                : model.updateProperty().get();
        List<String> facts = new ArrayList<>();
        if (shows(card, node -> node instanceof OverTime view && view.steps() > 0)) {
            facts.add("test sequence " + bench.desk().cues().sequenceProperty().get());
        }
        bench.trainingController().experiment().ifPresent(experiment -> facts.addAll(seeds(experiment.seeds())));
        return new Caption(model.nameProperty().get(), "update " + Numbers.whole(update), facts);
    }

    private static boolean shows(Node node, Predicate<Node> kind) {
        return kind.test(node)
                || node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> shows(child, kind));
    }

    private static List<String> seeds(Seeds seeds) {
        return List.of("seeds: data\u00a0" + seeds.data() + ", initialisation\u00a0" + seeds.initialisation()
                + ", sampling\u00a0" + seeds.sampling());
    }
}
