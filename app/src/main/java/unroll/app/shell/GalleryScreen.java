package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import unroll.app.address.NodeAddress;
import unroll.app.command.Command;
import unroll.app.command.Commands;
import unroll.app.gallery.GalleryCard;
import unroll.app.gallery.GalleryController;
import unroll.app.gallery.GalleryModel;
import unroll.app.gallery.GalleryView;
import unroll.app.gallery.SweepItem;

/** The gallery: what can be opened, wired to those who open it. */
final class GalleryScreen extends Screen<GalleryView> {
    static final String ID = "gallery";

    private final GalleryModel model = new GalleryModel();
    private final GalleryController controller;
    private final Opening opening;
    private final RecentFiles recent;
    private final Window window;

    /** @param cards what other screens show of themselves */
    GalleryScreen(
            Services services,
            ShellModel shell,
            Opening opening,
            RecentFiles recent,
            Window window,
            List<Supplier<GalleryCard>> cards) {
        super(ID, shell, always());
        this.opening = opening;
        this.recent = recent;
        this.window = window;
        model.recentProperty().bind(recent.itemsProperty());
        controller = new GalleryController(
                model,
                services.window(),
                services.work(),
                services.now(),
                services.runs(),
                services.sweeps(),
                opening::begin,
                cards);
        controller.load();
    }

    GalleryModel model() {
        return model;
    }

    @Override
    GalleryController controller() {
        return controller;
    }

    /** Reads the list of runs again whenever one of these changes. */
    void readRunsAfter(ObservableValue<?>... changes) {
        List.of(changes).forEach(one -> one.subscribe((before, after) -> controller.refreshRuns()));
    }

    /** The same for sweeps. */
    void readSweepsAfter(ObservableValue<?>... changes) {
        List.of(changes).forEach(one -> one.subscribe((before, after) -> controller.refreshSweeps()));
    }

    @Override
    NavigationItem item() {
        return new NavigationItem(
                "Gallery", "gallery", "Ready experiments and earlier runs", "Gallery", ctrl(KeyCode.DIGIT1));
    }

    @Override
    boolean hasViews() {
        return false;
    }

    @Override
    Optional<String> titleOf(NodeAddress address) {
        return address.kind().equals(NodeAddress.CARD)
                ? model.cardsProperty().get().stream()
                        .map(GalleryCard::title)
                        .filter(address.name()::equals)
                        .findFirst()
                : Optional.empty();
    }

    @Override
    void addTo(Commands commands, Sheets sheets) {}

    @Override
    Set<String> guests() {
        return RunCommands.ANYWHERE;
    }

    @Override
    GalleryView make() {
        return new GalleryView(
                model,
                new GalleryView.Actions(
                        this::open,
                        item -> recent.open(item, opening::open),
                        () -> opening.chooseFile(window),
                        () -> opening.chooseFolder(window)));
    }

    /** A command for each card and each sweep that is offered. */
    List<Command> commands() {
        Stream<Command> cards = model.cardsProperty().get().stream()
                .map(card -> opens("gallery.open.", "Gallery", "Open from the gallery: ", card.title(), card.open()));
        Stream<Command> sweeps = model.sweepsProperty().get().stream()
                .map(item -> opens("sweep.open.", "Sweep", "Open the sweep: ", item.title(), () -> open(item)));
        return Stream.concat(cards, sweeps).toList();
    }

    private static Command opens(String id, String group, String does, String title, Runnable action) {
        return new Command(id + Command.part(title), group, does + title, List.of(), always(), action);
    }

    private void open(SweepItem item) {
        item.sample().ifPresentOrElse(opening::open, () -> opening.open(item.folder()));
    }
}
