package unroll.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Parent;
import javafx.stage.Stage;
import unroll.app.control.Stride;
import unroll.app.control.Transport;
import unroll.app.dock.Arrangement;
import unroll.app.dock.ArrangementJson;
import unroll.app.dock.Dock;
import unroll.app.dock.Side;
import unroll.app.edit.History;
import unroll.app.kept.KeptFile;
import unroll.app.sheet.PropertySheet;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.LiveViews;
import unroll.app.training.RunNews;
import unroll.app.training.TrainingController;
import unroll.app.training.TrainingView;
import unroll.app.view.Cues;
import unroll.app.view.perturb.LivePerturb;
import unroll.app.view.perturb.PerturbController;
import unroll.app.view.weights.LiveWeights;
import unroll.engine.experiment.Experiment;

/** The training screen as the shell sees it: its views, where they are kept, and the sheet of settings beside them. */
final class TrainingDesk implements Desk {
    private final RunNews news;
    private final Cues cues = new Cues();
    private final LiveViews views;
    private final TrainingController controller;
    private final History<Experiment> history;
    private final PerturbController perturb;
    private final Supplier<Stage> stages;
    private final KeptFile<Arrangement> kept;
    private final History<Arrangement> arrangement;
    private final Transport transport;

    /**
     * Reads where the views were.
     *
     * @param stages makes windows for views, with the looks and the keys of the main one
     */
    TrainingDesk(
            Services ground,
            RunNews news,
            History<Experiment> history,
            Supplier<Stage> stages,
            Consumer<String> complain) {
        this.news = news;
        this.history = history;
        this.stages = stages;
        perturb = new PerturbController(cues);
        views = LiveViews.of(news, cues, perturb, this::showPerturbed);
        controller = new TrainingController(news, cues, views, history, ground.surroundings(complain));
        kept = new KeptFile<>(
                ground.runs().resolveSibling("views.json"),
                new KeptFile.Format<>(ArrangementJson::read, ArrangementJson::write),
                ground.work(),
                ground.window(),
                complain);
        arrangement = new History<>(kept.read(views.arrangement()));
        kept.keep(arrangement.valueProperty());
        transport = new Transport(
                new Transport.Actions(controller::reset, controller::reseed, this::step, controller::playOrPause),
                List.of(Stride.values()));
        transport.runningProperty().bind(news.runningProperty());
        transport.overProperty().bind(news.overProperty());
        transport.offer(controller.tempoProperty());
    }

    /** What stands in the bar while {@code driving}. */
    Bar.Drive drive(BooleanExpression driving) {
        return new Bar.Drive(news.nameProperty(), news.folderProperty(), transport, driving);
    }

    /** Whether a step as it is chosen can be made. */
    BooleanExpression steps() {
        return transport.canStep();
    }

    /** Makes a step as it is chosen; after the last time step comes the first. */
    void step() {
        Stride stride = transport.strideProperty().get();
        if (stride == Stride.TIME_STEP) {
            cues.stepTime();
        } else {
            controller.step(stride.updates());
        }
    }

    TrainingController controller() {
        return controller;
    }

    /** Where a person looks. */
    Cues cues() {
        return cues;
    }

    /** The live views, on screen or not. */
    LiveViews views() {
        return views;
    }

    /** Where the views are, and the moves that led there. */
    History<Arrangement> arrangement() {
        return arrangement;
    }

    /** What is done to the network while it hears a sequence. */
    PerturbController perturb() {
        return perturb;
    }

    /** The views, once the screen was needed. */
    Optional<Dock> dock() {
        return views.dock();
    }

    /** A weight that is tried is seen beside the weights. */
    private void showPerturbed() {
        Arrangement now = arrangement.valueProperty().get();
        if (!now.inFront(LivePerturb.NAME)) {
            arrangement.apply("Perturb beside Weights", now.beside(LivePerturb.NAME, LiveWeights.NAME, Side.RIGHT));
        }
    }

    @Override
    public Screen screen() {
        return Screen.TRAIN;
    }

    @Override
    public Parent make() {
        PropertySheet<Experiment> sheet =
                new PropertySheet<>(history.valueProperty().get(), controller::edit);
        sheet.valueProperty().bind(history.valueProperty());
        sheet.noteProperty("initialisation").bind(news.outlookProperty());
        return new TrainingView(news, cues, sheet, controller, views.dock(arrangement, stages));
    }

    @Override
    public void look(boolean seen) {
        controller.look(seen);
    }

    @Override
    public boolean restore() {
        return views.dock().map(Dock::restore).orElse(false);
    }

    /** Closes the views that have windows of their own, and keeps where all are; then the run. */
    @Override
    public void close() {
        views.dock().ifPresent(Dock::closeWindows);
        kept.close();
        controller.close();
    }
}
