package unroll.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.app.command.Command;
import unroll.app.fx.AsyncAnswer;
import unroll.app.gallery.RecentItem;
import unroll.app.kept.KeptFile;
import unroll.app.kept.Recents;

/** The list of what was opened last, to be opened again. */
final class RecentFiles {
    private final KeptFile<Recents> kept;
    private final ObjectProperty<Recents> recents;
    private final ObjectProperty<List<RecentItem>> items = new SimpleObjectProperty<>(this, "items", List.of());
    private final AsyncAnswer<Recents, List<RecentItem>> looking;
    private final Consumer<String> complain;

    /** Reads what was opened before. */
    RecentFiles(Services services, Consumer<String> complain) {
        this.complain = complain;
        kept = services.kept("recent.json", Recents.format(), complain);
        recents = new SimpleObjectProperty<>(this, "recents", kept.read(Recents.NONE));
        kept.keep(recents);
        looking = new AsyncAnswer<>(
                services.work(),
                now -> now.paths().stream().map(RecentFiles::item).toList(),
                services.window(),
                (now, found) -> items.set(found));
        recents.subscribe(looking::ask);
    }

    private static RecentItem item(Path path) {
        String name = String.valueOf(path.getFileName());
        String icon = "open";
        if (Files.isDirectory(path)) {
            icon = Files.exists(path.resolve("experiment.json"))
                    ? "train"
                    : Files.exists(path.resolve("sweep.json")) ? "sweep" : "folder";
        }
        return new RecentItem(path, name, icon, Files.notExists(path));
    }

    /** What was opened last, the newest first. */
    ReadOnlyProperty<List<RecentItem>> itemsProperty() {
        return items;
    }

    /** Remembers that this was opened. */
    void opened(Path path) {
        recents.set(recents.get().opened(path));
    }

    /** Looks again which of them are there: files go while nobody looks. */
    void look() {
        looking.ask(recents.get());
    }

    /** Opens one again, or complains that it is gone. */
    void open(RecentItem item, Consumer<Path> open) {
        if (item.missing()) {
            complain.accept(item.path()
                    + ": is not there any more; it was moved, renamed or deleted, or its disk is not connected.");
            look();
        } else {
            open.accept(item.path());
        }
    }

    /** A command for each, as far as is known which are there. */
    List<Command> commands(Consumer<Path> open) {
        List<RecentItem> all = items.get();
        return IntStream.range(0, all.size())
                .mapToObj(i -> command("file.recent." + (i + 1), all.get(i), open))
                .toList();
    }

    private Command command(String id, RecentItem item, Consumer<Path> open) {
        return new Command(
                id,
                "Open and save",
                "Open recent: " + item.name() + (item.missing() ? " (missing)" : ""),
                List.of(),
                Screen.always(),
                () -> open(item, open));
    }

    /** Waits until all is written. */
    void close() {
        kept.close();
    }
}
