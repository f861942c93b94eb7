package unroll.app.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import unroll.app.control.Command;
import unroll.app.control.CommandPalette;
import unroll.app.control.KeysSheet;
import unroll.app.control.PropertySheet;
import unroll.app.control.RunItem;
import unroll.app.control.StatusLine;
import unroll.app.control.Transport;
import unroll.app.edit.History;
import unroll.app.gallery.GalleryCard;
import unroll.app.gallery.GalleryController;
import unroll.app.gallery.GalleryModel;
import unroll.app.gallery.GalleryView;
import unroll.app.look.Theme;
import unroll.app.shell.ShellModel.Message;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.TrainingController;
import unroll.app.training.TrainingModel;
import unroll.app.training.TrainingView;
import unroll.engine.run.Examples;
import unroll.engine.run.Experiment;
import unroll.engine.run.RunFolder;

/** The window with everything in it: makes the parts, wires them by their constructors, and decides what opens where. */
public final class Workbench {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final ShellModel shell = new ShellModel();
    private final GalleryModel gallery = new GalleryModel();
    private final TrainingModel training = new TrainingModel();
    private final History<Experiment> history = new History<>(Examples.first());
    private final Ground ground;
    private final Theme theme;
    private final Stage stage;
    private final GalleryController galleryController;
    private final TrainingController trainingController;
    private final Transport transport;
    private final ShellView view;
    private final List<Command> commands;
    private final TrainingScreen trainingScreen = new TrainingScreen();

    /** Fills {@code stage}; it is shown by whoever made it. */
    public Workbench(Stage stage, Theme theme, Ground ground) {
        this.stage = stage;
        this.theme = theme;
        this.ground = ground;
        galleryController = new GalleryController(gallery, ground.window(), ground.work(), ground.now(), ground.runs());
        trainingController = new TrainingController(training, history, ground.surroundings(this::complain));
        transport = transport();
        view = new ShellView(shell, edges(), galleryView(), trainingScreen::make);
        commands = new CommandList(this).all();
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        theme.dress(scene);
        new Keys(commands, view.overlay().openProperty()).listenTo(scene);
        new DropTarget(this::open).on(scene);
        stage.setScene(scene);
        stage.setMinWidth(1060);
        stage.setMinHeight(640);
        stage.titleProperty().bind(Bindings.createStringBinding(this::title, training.nameProperty()));
        observe();
        view.requestFocus();
    }

    private String title() {
        return training.nameProperty().get().isEmpty()
                ? "Unroll"
                : training.nameProperty().get() + " \u2013 Unroll";
    }

    private void observe() {
        shell.screenProperty().subscribe(this::looking);
        stage.showingProperty().subscribe(this::looking);
        stage.iconifiedProperty().subscribe(this::looking);
        training.runningProperty().subscribe((before, after) -> galleryController.refreshRuns());
        training.folderProperty().subscribe((before, after) -> galleryController.refreshRuns());
        galleryController.load();
        ground.every(500, TimeUnit.MILLISECONDS, this::tick);
    }

    private void looking() {
        trainingController.look(stage.isShowing()
                && !stage.isIconified()
                && shell.screenProperty().get() == Screen.TRAIN);
    }

    private void tick() {
        Runtime runtime = Runtime.getRuntime();
        shell.memoryProperty().set((runtime.totalMemory() - runtime.freeMemory() >> 20) + " MiB");
        trainingController.tick();
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
        var driving = shell.screenProperty().isEqualTo(Screen.TRAIN);
        Bar bar = new Bar(training, transport, driving, new Bar.Actions(this::showCommands, theme::toggle));
        Navigation navigation = new Navigation(
                shell,
                training.openProperty(),
                RunsNow.of(gallery.runsProperty(), training),
                training.folderProperty(),
                this::goOn);
        return new ShellView.Edges(bar, navigation, statusLine());
    }

    private StatusLine statusLine() {
        StatusLine line = new StatusLine(this::showMessages);
        var status = training.status();
        line.headlineProperty().bind(status.headlineProperty());
        line.unitProperty().bind(status.unitProperty());
        line.baselinesProperty().bind(status.baselinesProperty());
        line.progressProperty().bind(status.progressProperty());
        line.timeProperty().bind(status.timeProperty());
        line.savedProperty().bind(status.savedProperty());
        line.memoryProperty().bind(shell.memoryProperty());
        line.troublesProperty().bind(Bindings.size(shell.messages()));
        return line;
    }

    private GalleryView galleryView() {
        return new GalleryView(gallery, new GalleryView.Actions(this::begin, this::chooseFile, this::chooseFolder));
    }

    /** The training screen, once it was needed. */
    private final class TrainingScreen {
        private Runnable restore = () -> {};

        Parent make() {
            PropertySheet<Experiment> sheet =
                    new PropertySheet<>(history.valueProperty().get(), trainingController::edit);
            sheet.valueProperty().bind(history.valueProperty());
            sheet.noteProperty("initialisation").bind(training.outlookProperty());
            TrainingView screen = new TrainingView(training, sheet, trainingController::reset);
            restore = screen::restore;
            return screen;
        }
    }

    // Commands

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

    History<Experiment> history() {
        return history;
    }

    Theme theme() {
        return theme;
    }

    Stage stage() {
        return stage;
    }

    long stride() {
        return transport.strideProperty().get();
    }

    /** Opens whatever {@code path} is. */
    public void open(Path path) {
        ground.work().execute(() -> {
            Opener.Found found = Opener.open(path);
            ground.window().execute(() -> {
                switch (found) {
                    case Opener.Found.NewRun run -> begin(run.experiment());
                    case Opener.Found.OldRun run -> goOn(run.folder());
                    case Opener.Found.Nothing nothing -> complain(nothing.sentence());
                }
            });
        });
    }

    private void begin(GalleryCard card) {
        begin(galleryController.experiment(card));
    }

    private void begin(Experiment experiment) {
        trainingController.open(experiment);
        shell.screenProperty().set(Screen.TRAIN);
    }

    private void goOn(RunItem run) {
        if (run.id().equals(training.folderProperty().get())) {
            shell.screenProperty().set(Screen.TRAIN);
        } else {
            open(Path.of(run.id()));
        }
    }

    private void goOn(RunFolder folder) {
        trainingController.open(folder);
        shell.screenProperty().set(Screen.TRAIN);
    }

    void chooseFile() {
        ground.picker().file(stage).ifPresent(this::open);
    }

    void chooseFolder() {
        ground.picker().folder(stage).ifPresent(this::open);
    }

    void showCommands() {
        view.overlay().show(new CommandPalette(commands, view.overlay()::close));
    }

    void showKeys() {
        view.overlay().show(new KeysSheet(commands));
    }

    void showEdits() {
        view.overlay().show(new EditsSheet(history, view.overlay()::close));
    }

    void showMessages() {
        view.overlay().show(new MessageSheet(List.copyOf(shell.messages()), ZoneId.systemDefault()));
        shell.noticeProperty().set("");
    }

    /** Closes what lies on top: a sheet, a message, a large view, the full screen. */
    void escape() {
        if (view.overlay().openProperty().get()) {
            view.overlay().close();
        } else if (!shell.noticeProperty().get().isEmpty()) {
            shell.noticeProperty().set("");
        } else {
            trainingScreen.restore.run();
        }
    }

    private void complain(String sentence) {
        shell.messages().addFirst(new Message(ground.now().instant(), sentence));
        shell.noticeProperty().set(sentence);
    }

    /** Saves and closes the run that is open, and waits for it. */
    public void close() {
        trainingController.close();
    }
}
