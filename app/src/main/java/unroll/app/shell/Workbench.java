package unroll.app.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.event.EventTarget;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import unroll.app.command.Command;
import unroll.app.control.Card;
import unroll.app.control.Numbers;
import unroll.app.edit.History;
import unroll.app.export.ExportController;
import unroll.app.gallery.GalleryCard;
import unroll.app.gallery.GalleryController;
import unroll.app.gallery.GalleryModel;
import unroll.app.gallery.GalleryView;
import unroll.app.gallery.RecentItem;
import unroll.app.gallery.SweepItem;
import unroll.app.kept.EditLog;
import unroll.app.look.Theme;
import unroll.app.shell.ShellModel.Message;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.RunNews;
import unroll.app.training.TrainingController;
import unroll.app.valley.ValleyCard;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;

/** The window with everything in it: makes the parts and wires them by their constructors. */
public final class Workbench {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final ShellModel shell = new ShellModel();
    private final GalleryModel gallery = new GalleryModel();
    private final RunNews training = new RunNews();
    private final ValleyDesk valley = new ValleyDesk();
    private final History<Experiment> history = new History<>(Examples.first());
    private final TrainingDesk desk;
    private final Onboarding manners;
    private final Services ground;
    private final Theme theme;
    private final Stage stage;
    private final GalleryController galleryController;
    private final TrainingController trainingController;
    private final SweepDesk sweeps;
    private final DesignDesk design;
    private final RaceDesk race;
    private final RunsDesk runs;
    private final List<Desk> desks;
    private final Opening opening;
    private final ExportDesk export;
    private final Sheets sheets;
    private final ShellView view;
    private final List<Command> commands;

    /** What is heard of the stage, which may outlive what is on it. */
    private Subscription ofStage = Subscription.EMPTY;

    /** Fills {@code stage}; it is shown by whoever made it. */
    public Workbench(Stage stage, Theme theme, Services ground) {
        this.stage = stage;
        this.theme = theme;
        this.ground = ground;
        manners = new Onboarding(this, ground, stage, theme, gallery, history, this::complain);
        galleryController = new GalleryController(
                gallery,
                ground.window(),
                ground.work(),
                ground.now(),
                ground.runs(),
                ground.sweeps(),
                ValleyCard::card);
        desk = new TrainingDesk(ground, training, history, this::anotherStage, this::complain);
        trainingController = desk.controller();
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
                manners.recent()::opened,
                found -> manners.project().show(found.file(), found.opened()),
                this::complain);
        runs = new RunsDesk(
                ground,
                shell,
                new RunsDesk.Neighbours(training, trainingController, race.model(), opening),
                this::complain);
        desks = List.of(desk, design, sweeps, race, valley, runs);
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
        desks.forEach(one -> one.look(seen && shell.screenProperty().get() == one.screen()));
        manners.recent().look();
    }

    private void tick() {
        Runtime runtime = Runtime.getRuntime();
        shell.memoryProperty().set(Numbers.bytes((double) (runtime.totalMemory() - runtime.freeMemory())));
        trainingController.tick();
        runs.controller().tick();
    }

    // Parts

    private ShellView.Edges edges() {
        var driving = shell.screenProperty().isEqualTo(Screen.TRAIN).or(design.shown());
        Bar bar = new Bar(
                training.status(),
                desk.drive(driving),
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
        return new ShellView.Edges(
                bar,
                navigation,
                StatusWords.line(shell, training, sweeps, race, () -> sheets().showMessages()),
                new VBox(manners.news(), export.banner()),
                manners.presenter().echo(),
                manners.guide());
    }

    private Map<Screen, Supplier<Parent>> screens() {
        Map<Screen, Supplier<Parent>> makers = new EnumMap<>(Screen.class);
        desks.forEach(one -> makers.put(one.screen(), one::make));
        makers.put(Screen.GALLERY, this::galleryView);
        return makers;
    }

    private GalleryView galleryView() {
        return new GalleryView(
                gallery,
                new GalleryView.Actions(
                        this::begin, this::openSweep, this::openAgain, this::chooseFile, this::chooseFolder));
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

    /** What is known of the run that is open. */
    public RunNews training() {
        return training;
    }

    TrainingController trainingController() {
        return trainingController;
    }

    ValleyDesk valley() {
        return valley;
    }

    History<Experiment> history() {
        return history;
    }

    Onboarding manners() {
        return manners;
    }

    /** Opens a run with edits that were made before. */
    void open(EditLog left) {
        trainingController.open(left);
        shell.screenProperty().set(Screen.TRAIN);
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
        Keys keys = new Keys(commands, view.overlay().openProperty());
        keys.listenTo(scene);
        new KeysShown(keys, theme.presentingProperty(), manners.presenter().echo()::show).listenTo(scene);
        new DropTarget(this::open, this::complain).on(scene);
        scene.addEventHandler(Card.EXPORT, event -> export(event.getTarget()));
        return scene;
    }

    Sheets sheets() {
        return sheets;
    }

    private List<Command> commands() {
        return Stream.concat(commands.stream(), manners.recent().commands(this::open).stream())
                .toList();
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

    private void openAgain(RecentItem item) {
        manners.recent().open(item, this::open);
    }

    private void openSweep(SweepItem item) {
        item.sample().ifPresentOrElse(opening::open, () -> opening.open(item.folder()));
    }

    /** Closes what lies on top: a sheet, a message, a large view; else leaves the full screen. */
    void escape() {
        if (!sheets.close() && !export.controller().putAway() && !manners.putAway() && !restore()) {
            manners.presenter().leave();
        }
    }

    /** Gives each view its own room again; false if all had it already. */
    private boolean restore() {
        return desks.stream().map(Desk::restore).reduce(false, Boolean::logicalOr);
    }

    /** Keeps what went wrong among the messages, and says it unless the screen in front says it already. */
    private void complain(String sentence) {
        shell.messages().addFirst(new Message(ground.now().instant(), sentence));
        String said = switch (shell.screenProperty().get()) {
            case TRAIN -> training.troubleProperty().get();
            case SWEEP -> sweeps.model().troubleProperty().get();
            case GALLERY, DESIGN, RACE, VALLEY, RUNS -> "";
        };
        if (!sentence.equals(said)) {
            shell.noticeProperty().set(sentence);
        }
    }

    /** Saves and closes the run and the sweep that are open, and waits for them. */
    public void close() {
        ofStage.unsubscribe();
        stage.titleProperty().unbind();
        manners.close();
        desks.reversed().forEach(Desk::close);
    }
}
