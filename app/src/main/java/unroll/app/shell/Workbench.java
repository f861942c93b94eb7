package unroll.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.StringProperty;
import javafx.event.EventTarget;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import unroll.app.control.Card;
import unroll.app.control.Command;
import unroll.app.control.StatusLine;
import unroll.app.control.Transport;
import unroll.app.edit.History;
import unroll.app.export.ExportController;
import unroll.app.gallery.GalleryCard;
import unroll.app.gallery.GalleryController;
import unroll.app.gallery.GalleryModel;
import unroll.app.gallery.GalleryView;
import unroll.app.gallery.SweepItem;
import unroll.app.look.Theme;
import unroll.app.shell.ShellModel.Message;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.TrainingController;
import unroll.app.training.TrainingModel;
import unroll.app.valley.ValleyCard;
import unroll.app.valley.ValleyController;
import unroll.app.valley.ValleyModel;
import unroll.app.valley.ValleyView;
import unroll.engine.run.Examples;
import unroll.engine.run.Experiment;

/** The window with everything in it: makes the parts and wires them by their constructors. */
public final class Workbench {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final ShellModel shell = new ShellModel();
    private final GalleryModel gallery = new GalleryModel();
    private final TrainingModel training = new TrainingModel();
    private final ValleyModel valley = new ValleyModel();
    private final ValleyController valleyController = new ValleyController(valley);
    private final History<Experiment> history = new History<>(Examples.first());
    private final TrainingDesk desk;
    private final Ground ground;
    private final Theme theme;
    private final Stage stage;
    private final GalleryController galleryController;
    private final TrainingController trainingController;
    private final SweepDesk sweeps;
    private final DesignDesk design;
    private final RaceDesk race;
    private final RunsDesk runs;
    private final Opening opening;
    private final ExportDesk export;
    private final Sheets sheets;
    private final Transport transport;
    private final ShellView view;
    private final List<Command> commands;
    private final ValleyScreen valleyScreen = new ValleyScreen();

    /** What is heard of the stage, which may outlive what is on it. */
    private Subscription ofStage = Subscription.EMPTY;

    /** Fills {@code stage}; it is shown by whoever made it. */
    public Workbench(Stage stage, Theme theme, Ground ground) {
        this.stage = stage;
        this.theme = theme;
        this.ground = ground;
        galleryController = new GalleryController(
                gallery,
                ground.window(),
                ground.work(),
                ground.now(),
                ground.runs(),
                ground.sweeps(),
                ValleyCard::card);
        trainingController = new TrainingController(training, history, ground.surroundings(this::complain));
        desk = new TrainingDesk(ground, training, trainingController, history, this::anotherStage, this::complain);
        sweeps = new SweepDesk(
                ground, shell, trainingController, run -> opening().showRun(run), this::complain);
        design = new DesignDesk(ground, shell, training, trainingController, history);
        race = new RaceDesk(ground, shell, this::complain);
        opening = new Opening(
                ground,
                shell,
                training,
                trainingController,
                new Opening.Others(sweeps.controller(), race.controller()),
                this::complain);
        runs = new RunsDesk(
                ground,
                shell,
                new RunsDesk.Neighbours(training, trainingController, race.model(), opening),
                this::complain);
        transport = transport();
        export = new ExportDesk(ground, theme, this, this::complain);
        view = new ShellView(shell, edges(), screens());
        sheets = new Sheets(view.overlay(), shell, this::commands);
        commands = new CommandList(this).all();
        stage.setScene(wired(new Scene(view, WIDTH, HEIGHT)));
        stage.setMinWidth(1060);
        stage.setMinHeight(640);
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        this::title, training.nameProperty(), sweeps.model().nameProperty(), sweeps.shown()));
        observe();
        view.requestFocus();
    }

    private String title() {
        String name = sweeps.shown().get()
                ? sweeps.model().nameProperty().get()
                : training.nameProperty().get();
        return name.isEmpty() ? "Unroll" : name + " \u2013 Unroll";
    }

    private void observe() {
        shell.screenProperty().subscribe(this::looking);
        sweeps.shown().subscribe(this::looking);
        race.shown().subscribe(this::looking);
        runs.shown().subscribe(this::looking);
        race.model().runningProperty().subscribe((before, after) -> galleryController.refreshRuns());
        ofStage = stage.showingProperty()
                .subscribe(this::looking)
                .and(stage.iconifiedProperty().subscribe(this::looking));
        training.runningProperty().subscribe((before, after) -> galleryController.refreshRuns());
        training.folderProperty().subscribe((before, after) -> galleryController.refreshRuns());
        sweeps.model().folderProperty().subscribe((before, after) -> galleryController.refreshSweeps());
        sweeps.model().standingProperty().subscribe((before, after) -> galleryController.refreshSweeps());
        galleryController.load();
        ground.every(1, TimeUnit.SECONDS, this::tick);
    }

    private void looking() {
        boolean seen = stage.isShowing() && !stage.isIconified();
        trainingController.look(seen && shell.screenProperty().get() == Screen.TRAIN);
        valleyController.look(seen && shell.screenProperty().get() == Screen.VALLEY);
        sweeps.look(seen && sweeps.shown().get());
        race.look(seen && race.shown().get());
        design.look(seen && design.shown().get());
        runs.look(seen && runs.shown().get());
    }

    private void tick() {
        Runtime runtime = Runtime.getRuntime();
        shell.memoryProperty().set((runtime.totalMemory() - runtime.freeMemory() >> 20) + " MiB");
        trainingController.tick();
        runs.controller().tick();
    }

    // Parts

    private Transport transport() {
        Transport bar = new Transport(new Transport.Actions(
                trainingController::reset,
                trainingController::reseed,
                () -> trainingController.step(stride()),
                trainingController::playOrPause));
        bar.runningProperty().bind(training.runningProperty());
        bar.overProperty().bind(training.overProperty());
        return bar;
    }

    private ShellView.Edges edges() {
        var driving = shell.screenProperty().isEqualTo(Screen.TRAIN).or(design.shown());
        Bar bar = new Bar(
                training.status(),
                new Bar.Drive(training.nameProperty(), training.folderProperty(), transport, driving),
                List.of(sweeps.drive(), race.drive()),
                new Bar.Actions(() -> sheets().showCommands(), theme::toggle));
        Navigation navigation = new Navigation(
                shell,
                training.openProperty(),
                sweeps.model().openProperty(),
                training.openProperty().or(race.model().openProperty()),
                design::enter,
                this::showRace,
                RunsNow.of(gallery.runsProperty(), training),
                training.folderProperty(),
                opening::goOn);
        return new ShellView.Edges(bar, navigation, statusLine(), export.banner());
    }

    private StatusLine statusLine() {
        StatusLine line = new StatusLine(() -> sheets().showMessages());
        var status = training.status();
        line.headlineProperty().bind(ofTraining(status.headlineProperty()));
        line.unitProperty().bind(ofTraining(status.unitProperty()));
        line.baselinesProperty().bind(ofTraining(status.baselinesProperty()));
        line.progressProperty()
                .bind(said(status.progressProperty(), sweeps.model().standingProperty()));
        line.timeProperty().bind(said(status.timeProperty(), sweeps.model().leftProperty()));
        line.optimiserProperty().bind(ofTraining(status.optimiserProperty()));
        line.savedProperty().bind(ofTraining(status.savedProperty()));
        line.memoryProperty().bind(shell.memoryProperty());
        line.troublesProperty().bind(Bindings.size(shell.messages()));
        return line;
    }

    private Map<Screen, Supplier<Parent>> screens() {
        return Map.of(
                Screen.GALLERY,
                this::galleryView,
                Screen.DESIGN,
                design::make,
                Screen.TRAIN,
                desk::make,
                Screen.SWEEP,
                sweeps::make,
                Screen.RACE,
                race::make,
                Screen.VALLEY,
                valleyScreen::make,
                Screen.RUNS,
                runs::make);
    }

    /** The status line speaks of the sweep while that is in front. */
    private StringExpression said(StringProperty ofTraining, StringProperty ofSweep) {
        return Bindings.when(sweeps.shown()).then(ofSweep).otherwise(ofTraining(ofTraining));
    }

    private StringExpression ofTraining(StringProperty words) {
        return Bindings.when(sweeps.shown().or(race.shown())).then("").otherwise(words);
    }

    private GalleryView galleryView() {
        return new GalleryView(
                gallery, new GalleryView.Actions(this::begin, this::openSweep, this::chooseFile, this::chooseFolder));
    }

    /** The screen of momentum in a valley, once it was needed. */
    private final class ValleyScreen {
        private Runnable restore = () -> {};

        Parent make() {
            ValleyView screen = new ValleyView(valley, valleyController);
            restore = screen::restore;
            return screen;
        }
    }

    // Commands

    DesignDesk design() {
        return design;
    }

    RaceDesk race() {
        return race;
    }

    /** Shows the race, or begins one of the experiment that is open. */
    void showRace() {
        if (race.model().openProperty().get()) {
            shell.screenProperty().set(Screen.RACE);
        } else {
            enterRace();
        }
    }

    /** Begins a race of the experiment that is open; its own run rests. */
    void enterRace() {
        if (training.runningProperty().get()) {
            trainingController.playOrPause();
        }
        race.enter(history.valueProperty().get());
    }

    RunsDesk runs() {
        return runs;
    }

    SweepDesk sweeps() {
        return sweeps;
    }

    private Opening opening() {
        return opening;
    }

    ShellModel shell() {
        return shell;
    }

    /** What the training screen shows. */
    public TrainingModel training() {
        return training;
    }

    TrainingController trainingController() {
        return trainingController;
    }

    /** What the valley screen shows. */
    ValleyModel valley() {
        return valley;
    }

    ValleyController valleyController() {
        return valleyController;
    }

    History<Experiment> history() {
        return history;
    }

    Theme theme() {
        return theme;
    }

    Stage stage() {
        return stage;
    }

    /** The training screen: its views, and where they are. */
    TrainingDesk desk() {
        return desk;
    }

    /** A window for views. */
    private Stage anotherStage() {
        Stage another = new Stage();
        another.initOwner(stage);
        another.setScene(wired(new Scene(new StackPane())));
        another.getIcons().setAll(stage.getIcons());
        return another;
    }

    /** Gives a window the looks, the keys and the manners that all have. */
    private Scene wired(Scene scene) {
        theme.dress(scene);
        new Keys(commands, view.overlay().openProperty()).listenTo(scene);
        new DropTarget(this::open).on(scene);
        scene.addEventHandler(Card.EXPORT, event -> export(event.getTarget()));
        return scene;
    }

    long stride() {
        return transport.strideProperty().get();
    }

    Sheets sheets() {
        return sheets;
    }

    private List<Command> commands() {
        return commands;
    }

    /** Opens whatever {@code path} is. */
    public void open(Path path) {
        opening.open(path);
    }

    void chooseFile() {
        opening.chooseFile(stage);
    }

    void chooseFolder() {
        opening.chooseFolder(stage);
    }

    /** Has somebody choose how the views that are seen become files. */
    void export() {
        export.show(view, Optional.empty());
    }

    ExportController exports() {
        return export.controller();
    }

    private void export(EventTarget from) {
        export.show(view, from instanceof Card card ? Optional.of(card) : Optional.empty());
    }

    private void begin(GalleryCard card) {
        switch (card.goal()) {
            case GalleryCard.Goal.Run run -> opening.begin(run.experiment());
            case GalleryCard.Goal.Valley valleyGoal -> shell.screenProperty().set(Screen.VALLEY);
        }
    }

    private void openSweep(SweepItem item) {
        item.sample().ifPresentOrElse(opening::open, () -> opening.open(item.folder()));
    }

    /** Closes what lies on top: a sheet, a message, a large view. */
    void escape() {
        if (!sheets.close() && !export.controller().putAway()) {
            desk.restore();
            valleyScreen.restore.run();
            sweeps.restore();
            race.restore();
            design.restore();
            runs.restore();
        }
    }

    private void complain(String sentence) {
        shell.messages().addFirst(new Message(ground.now().instant(), sentence));
        shell.noticeProperty().set(sentence);
    }

    /** Saves and closes the run and the sweep that are open, and waits for them. */
    public void close() {
        ofStage.unsubscribe();
        stage.titleProperty().unbind();
        desk.close();
        runs.controller().close();
        sweeps.controller().close();
        race.controller().close();
        trainingController.close();
    }
}
