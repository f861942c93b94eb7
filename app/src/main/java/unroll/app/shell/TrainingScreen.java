package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import unroll.app.address.NodeAddress;
import unroll.app.chart.PlanePlot;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.control.Numbers;
import unroll.app.control.OverTime;
import unroll.app.control.Stride;
import unroll.app.control.Transport;
import unroll.app.dock.Arrangement;
import unroll.app.dock.ArrangementJson;
import unroll.app.dock.Dock;
import unroll.app.dock.Side;
import unroll.app.edit.History;
import unroll.app.export.Caption;
import unroll.app.kept.EditLog;
import unroll.app.kept.KeptFile;
import unroll.app.picture.Past;
import unroll.app.sheet.FileChoice;
import unroll.app.sheet.PropertySheet;
import unroll.app.training.LiveMusic;
import unroll.app.training.LiveViews;
import unroll.app.training.RunNews;
import unroll.app.training.TrainingController;
import unroll.app.training.TrainingView;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.perturb.LivePerturb;
import unroll.app.view.perturb.PerturbController;
import unroll.app.view.weights.LiveWeights;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;

/** The training screen: the run that is open, its views and where they are kept, and the settings beside them. */
final class TrainingScreen extends Screen<TrainingView> {
    static final String ID = "train";

    private final RunNews news = new RunNews();
    private final Cues cues = new Cues();
    private final LiveMusic music;
    private final LiveViews views;
    private final History<Experiment> history = new History<>(Examples.first());
    private final TrainingController controller;
    private final PerturbController perturb;
    private final Stages stages;
    private final FileChoice files;
    private final KeptFile<Arrangement> kept;
    private final History<Arrangement> arrangement;
    private final Transport transport;
    private final BarContent barContent;

    /** Reads where the views were. */
    TrainingScreen(Services services, ShellModel shell, Stages stages) {
        super(ID, shell, always());
        this.stages = stages;
        files = services.picker();
        perturb = new PerturbController(cues);
        music = new LiveMusic(services.sound(), cues, System::nanoTime, services.window());
        views = LiveViews.of(news, cues, perturb, this::showPerturbed, music, services.window());
        music.follow(views);
        controller = new TrainingController(news, cues, views, history, services.surroundings(shell::complain));
        kept = services.kept(
                "views.json", new KeptFile.Format<>(ArrangementJson::read, ArrangementJson::write), shell::complain);
        arrangement = new History<>(kept.read(views.arrangement()));
        kept.keep(arrangement.valueProperty());
        transport = new Transport(
                "run",
                new Transport.Actions(controller::reset, controller::reseed, this::step, controller::playOrPause),
                List.of(Stride.values()));
        transport.runningProperty().bind(news.runningProperty());
        transport.overProperty().bind(news.overProperty());
        transport
                .whyOverProperty()
                .bind(news.updatesProperty()
                        .map(n -> "All " + Numbers.whole(n.longValue())
                                + " updates are made, or it failed: the bar above the views tells how to go on"));
        transport.offer(controller.tempoProperty());
        barContent = new BarContent(
                news.nameProperty(), news.folderProperty(), transport, Optional.of(new BackendChip(news.status())));
    }

    /** What is known of the run that is open. */
    RunNews news() {
        return news;
    }

    /** Where a person looks. */
    Cues cues() {
        return cues;
    }

    /** The live views, on screen or not. */
    LiveViews views() {
        return views;
    }

    @Override
    TrainingController controller() {
        return controller;
    }

    /** The settings of the experiment that is open, and how they were edited. */
    History<Experiment> history() {
        return history;
    }

    /** Where the views are, and the moves that led there. */
    History<Arrangement> arrangement() {
        return arrangement;
    }

    /** What is heard of the run. */
    LiveMusic music() {
        return music;
    }

    /** What is done to the network while it receives a sequence. */
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

    // What the window shows of it

    @Override
    NavigationItem item() {
        return new NavigationItem(
                "Train",
                "train",
                "The run that is open",
                "Train",
                ctrl(KeyCode.DIGIT2),
                news.openProperty(),
                "Open an experiment first: the gallery has some, and runs are listed below.");
    }

    @Override
    ObservableValue<String> trouble() {
        return news.troubleProperty();
    }

    @Override
    Optional<BarContent> barContent() {
        return Optional.of(barContent);
    }

    @Override
    Caption caption(Card card) {
        boolean looks = shows(card, node -> node instanceof OverTime || node instanceof PlanePlot);
        long update =
                looks ? news.seenUpdateProperty().get() : news.updateProperty().get();
        List<String> facts = new ArrayList<>();
        if (shows(card, node -> node instanceof OverTime view && view.steps() > 0)) {
            facts.add("test sequence " + cues.sequenceProperty().get());
        }
        controller.experiment().ifPresent(experiment -> facts.add(Exports.words(experiment.seeds())));
        return new Caption(news.nameProperty().get(), "update " + Numbers.whole(update), facts);
    }

    private static boolean shows(Node node, Predicate<Node> kind) {
        return kind.test(node)
                || node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> shows(child, kind));
    }

    @Override
    Past past() {
        return controller.past();
    }

    @Override
    Optional<String> titleOf(NodeAddress address) {
        return switch (address.kind()) {
            case NodeAddress.VIEW ->
                views.all().stream()
                        .filter(view -> view.name().equals(address.name()))
                        .findFirst()
                        .map(LiveView::title);
            case NodeAddress.SETTING ->
                PropertySheet.label(history.valueProperty().get(), address.name());
            default -> Optional.empty();
        };
    }

    // What can be done

    @Override
    void addTo(Commands commands, Sheets sheets) {
        RunCommands.add(commands, this, sheets);
        BooleanExpression open = news.openProperty();
        PerturbCommands.add(commands.on(ID, "Perturb the network"), this, open, sheets);
        ViewCommands.add(commands.on(ID, "Arrange the views"), views, arrangement, open);
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

    /** Opens the first example where no run is open. */
    void openSomething() {
        if (!news.openProperty().get()) {
            controller.open(Examples.first());
        }
    }

    /** Opens a new run. */
    void begin(Experiment experiment) {
        controller.open(experiment);
        enter();
    }

    /** Opens a run with edits that were made before. */
    void open(EditLog left) {
        controller.open(left);
        enter();
    }

    /** Shows a run that may be opened; the one that is open stays as it is. */
    void open(RunFolder folder) {
        if (!folder.path().toString().equals(news.folderProperty().get())) {
            controller.open(folder);
        }
        enter();
    }

    /** Brings a view to the front. */
    void show(String name) {
        dock().ifPresent(dock -> dock.views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .ifPresent(dock::show));
    }

    /** Closes the views that have windows of their own, and keeps where all are; then the run. */
    @Override
    void close() {
        dock().ifPresent(Dock::closeWindows);
        kept.close();
        music.close();
        super.close();
    }

    // Its layout

    @Override
    TrainingView make() {
        PropertySheet<Experiment> sheet =
                new PropertySheet<>(history.valueProperty().get(), files, controller::edit, Experiment::uses);
        sheet.valueProperty().bind(history.valueProperty());
        sheet.updateProperty().bind(news.updateProperty());
        sheet.noteProperty("initialisation").bind(news.outlookProperty());
        return new TrainingView(news, cues, sheet, controller, views.dock(arrangement, stages::another));
    }
}
