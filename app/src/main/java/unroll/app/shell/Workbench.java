package unroll.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import unroll.app.address.NodeFinder;
import unroll.app.background.BackgroundNews;
import unroll.app.command.Commands;
import unroll.app.command.HelpKey;
import unroll.app.command.KeyTips;
import unroll.app.command.Keys;
import unroll.app.command.KeysShown;
import unroll.app.control.Card;
import unroll.app.control.OnScreens;
import unroll.app.control.Overlay;
import unroll.app.kept.WindowPlace;
import unroll.app.look.Theme;
import unroll.app.training.RunNews;
import unroll.engine.log.LogFile;
import unroll.engine.record.Failures;

/** The window: its screens, what stands around them, and what can be done. */
public final class Workbench {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1060;
    private static final double MIN_HEIGHT = 640;

    /** Room for what the system draws around a window. */
    private static final double AROUND = 40;

    private final Stage stage;
    private final Theme theme;
    private final Services services;
    private final ShellModel shell;
    private final WindowPreferences preferences;
    private final PresentationMode presentation;
    private final Stages stages;
    private final ScreenList screens;
    private final Commands commands;
    private final NodeFinder nodes;
    private final Overlay overlay = new Overlay();
    private final Sheets sheets;
    private final Exports exports;
    private final CrashRecovery recovery;
    private final FirstTour tour;
    private final ShellView view;

    /** What is done when the stage comes and goes, which may outlive what is on it, and every second. */
    private final Subscription untilClosed;

    /** Fills {@code stage}, which the caller shows. */
    public Workbench(Stage stage, Theme theme, Services services) {
        this.stage = stage;
        this.theme = theme;
        this.services = services;
        shell = new ShellModel(services.now(), services.work());
        preferences = new WindowPreferences(services, theme, shell::complain);
        presentation = new PresentationMode(stage, theme);
        stages = new Stages(stage, theme);
        screens = new ScreenList(services, shell, stages, overlay);
        preferences.restore(screens.training().music().sound());
        preferences.restore(screens.training().cues());
        commands = new Commands(screens.shown(), screens.guests());
        AddressBook addresses = new AddressBook(screens, commands);
        nodes = new NodeFinder(stages::shown, addresses::title);
        sheets = new Sheets(overlay, shell, () -> FileCommands.withNamed(commands, screens));
        exports = new Exports(services, shell, theme, stage, sheets, screens.weights());
        recovery = new CrashRecovery(services, screens.training(), shell::complain);
        tour = new FirstTour(shell, screens, preferences);
        view = new ShellView(
                shell,
                screens,
                theme,
                new ShellView.Actions(sheets::showCommands, sheets::showBackground, sheets::showMessages),
                new ShellView.Edges(
                        new VBox(recovery.banner(), screens.opening().question(stage)),
                        new BackgroundNews(shell.background(), services.reveal()),
                        presentation.echo(),
                        tour.view(nodes)),
                overlay);
        addCommands();
        wire(addresses);
        stages.fill(view, WIDTH, HEIGHT);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.titleProperty().bind(screens.title().map(name -> name.isEmpty() ? "Unroll" : name + " \u2013 Unroll"));
        shell.troubleProperty().bind(screens.trouble());
        training().openingProperty().subscribe(shell::see); // what was said of another run is not of this one
        screens.front().subscribe(front -> look());
        screens.shown().subscribe((before, after) -> look());
        untilClosed = stage.showingProperty()
                .subscribe(this::look)
                .and(stage.iconifiedProperty().subscribe(this::look))
                .and(services.every(1, TimeUnit.SECONDS, this::tick));
        recovery.begin();
        view.requestFocus();
    }

    private void addCommands() {
        screens.all().forEach(screen -> screen.addTo(commands, sheets));
        FileCommands.add(
                commands.everywhere("Open and save"), screens, recovery, () -> export(Optional.empty()), stage);
        Commands.Group window = commands.everywhere("Window");
        WindowCommands.addSheets(window, sheets, tour.tour()::begin);
        window.add("window.log", "Show log", this::showLog);
        WindowCommands.addScreens(window, screens.all());
        WindowCommands.addLooks(window, theme, presentation, this::escape);
    }

    /** Lets every window know the keys, and take what is dropped on it. */
    private void wire(AddressBook addresses) {
        Keys keys = new Keys(commands, overlay.openProperty());
        stages.wire(new KeysShown(keys, theme.presentingProperty(), presentation.echo()::show)::listenTo);
        stages.wire(scene -> HelpKey.listenTo(scene, addresses::key));
        stages.wire(keys::listenTo);
        keys.whenRefused(
                command -> presentation.echo().show(command.keyText(), command.name() + " \u2013 cannot be done now"));
        stages.wire(FocusHome::keep);
        stages.wire(new KeyTips(addresses::key)::listenTo);
        stages.wire(new DropTarget(this::open, shell::complain)::on);
        stages.wire(scene -> scene.addEventHandler(
                Card.EXPORT,
                event -> export(event.getTarget() instanceof Card card ? Optional.of(card) : Optional.empty())));
    }

    private void export(Optional<Card> wanted) {
        exports.show(screens.front().getValue(), view, wanted);
    }

    /**
     * Puts the window where it was when it was closed, as far as the screens allow; at first in the middle of the main one, which it
     * fills where it would be larger.
     *
     * @param screens what the system leaves of them to windows, the main one first
     */
    public void fit(List<Rectangle2D> screens) {
        WindowPlace before = preferences.place();
        Rectangle2D first = screens.getFirst();
        boolean small = first.getWidth() < WIDTH || first.getHeight() < HEIGHT + AROUND;
        Rectangle2D place = before.known()
                ? OnScreens.fit(new Rectangle2D(before.x(), before.y(), before.width(), before.height()), screens)
                : small ? first : OnScreens.centred(WIDTH, HEIGHT + AROUND, first);
        stage.setMinWidth(Math.min(MIN_WIDTH, place.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, place.getHeight()));
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(before.known() ? before.maximised() : small);
    }

    /** Where the window is; while it fills a screen, where it was before that. */
    private WindowPlace place() {
        WindowPlace before = preferences.place();
        boolean fills = stage.isMaximized() || stage.isFullScreen();
        if (Double.isNaN(stage.getX())) { // it was never shown
            return before;
        }
        return fills && before.known()
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), stage.isMaximized())
                : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /** Opens whatever {@code path} is. */
    public void open(Path path) {
        screens.opening().open(path);
    }

    /** Shows the sentence of a failure that nothing else caught; on any thread. */
    public void complain(Throwable failure) {
        String sentence = Failures.sentence(failure);
        services.window().execute(() -> shell.complain(sentence));
    }

    private void showLog() {
        LogFile.newest(services.folders().logs())
                .ifPresentOrElse(
                        services.reveal(),
                        () -> shell.complain("There is no log: nothing can be written to "
                                + services.folders().logs() + "."));
    }

    /** Closes what lies on top: a sheet, a message, a large view; else leaves the full screen. */
    private void escape() {
        Stream<BooleanSupplier> layers =
                Stream.of(sheets::close, shell.background()::putAway, tour.tour()::skip, screens::restore);
        if (layers.noneMatch(BooleanSupplier::getAsBoolean)) {
            presentation.leave();
        }
    }

    /** The screen in front lies in the window before it takes the keyboard focus. */
    private void look() {
        view.show(screens.front().getValue());
        screens.look(stage.isShowing() && !stage.isIconified());
    }

    private void tick() {
        shell.tick();
        screens.tick();
    }

    /** Saves and closes the run and the sweep that are open, and waits for them. */
    public void close() {
        untilClosed.unsubscribe();
        stage.titleProperty().unbind();
        preferences.leave(place());
        preferences.close();
        recovery.close();
        screens.close();
    }

    // For tests and benchmarks

    /** What is known of the run that is open. */
    public RunNews training() {
        return screens.training().news();
    }

    ShellModel shell() {
        return shell;
    }

    ScreenList screens() {
        return screens;
    }

    Commands commands() {
        return commands;
    }

    NodeFinder nodes() {
        return nodes;
    }

    FirstTour tour() {
        return tour;
    }

    Exports exports() {
        return exports;
    }
}
