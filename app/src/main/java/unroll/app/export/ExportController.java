package unroll.app.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Card;
import unroll.app.control.Table;
import unroll.app.fx.Latest;
import unroll.app.look.Theme;
import unroll.app.picture.Past;
import unroll.app.picture.Png;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.record.Failures;

/** Has views exported as somebody chooses; on the window's thread, the files are written elsewhere. */
public final class ExportController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd\u00a0HH:mm", Locale.ROOT);

    /** What a controller needs from outside. */
    public record Surroundings(
            Executor window, Executor work, InstantSource now, ZoneId zone, Path folder, Consumer<String> complain) {}

    private final Surroundings around;
    private final Theme theme;
    private final ExportModel model = new ExportModel();
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper(this, "standing", "");
    private final StringProperty news = new SimpleStringProperty(this, "news", "");
    private Function<Card, Caption> captions = card -> Caption.NONE;
    private @Nullable FilmWriter filming;
    private Path folder;
    private String suggested = "";

    /** @param theme of the window */
    public ExportController(Theme theme, Surroundings around) {
        this.theme = theme;
        this.around = around;
        folder = around.folder();
        model.subjectProperty().subscribe(this::suggest);
        model.formatProperty().subscribe(this::suggest);
    }

    // Properties

    /** How far a film is; empty while there is none. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What was written last; empty once that was put away. */
    public StringProperty newsProperty() {
        return news;
    }

    /** Why what is chosen cannot be exported; empty where it can. */
    public ReadOnlyStringProperty refusalProperty() {
        return model.refusalProperty();
    }

    ExportModel model() {
        return model;
    }

    // Commands

    /**
     * Offers the cards that are seen in a part of the window.
     *
     * @param wanted the one that is chosen first
     * @param past what is remembered of what they show
     * @param caption what is to be said of each
     * @return whether there is any
     */
    public boolean offer(Node root, Optional<Card> wanted, Past past, Function<Card, Caption> caption) {
        captions = caption;
        List<ExportSubject> found = ExportSubject.in(root, past);
        String before = model.subjectProperty().get().map(ExportSubject::name).orElse("");
        Optional<ExportSubject> chosen = wanted.flatMap(card ->
                        found.stream().filter(subject -> subject.card() == card).findFirst())
                .or(() -> found.stream()
                        .filter(subject -> subject.name().equals(before))
                        .findFirst())
                .or(() -> found.stream().findFirst());
        model.subjectsProperty().set(found);
        model.subjectProperty().set(chosen);
        suggest();
        return chosen.isPresent();
    }

    /** Exports what is chosen; false where that cannot be. */
    boolean export() {
        Optional<Order> order = model.order();
        order.ifPresent(this::export);
        return order.isPresent();
    }

    /** Ends the film that is being made. */
    public void cancel() {
        if (filming != null) {
            filming.cancel();
        }
    }

    /** Puts away what was said last; false where nothing was. */
    public boolean putAway() {
        boolean said = !news.get().isEmpty();
        news.set("");
        return said;
    }

    private void suggest() {
        String ending = model.formatProperty().get().ending();
        String now = model.fileProperty().get();
        if (!now.equals(suggested) && !now.isEmpty()) { // the name is somebody's own
            folder = Optional.ofNullable(Path.of(now).toAbsolutePath().getParent())
                    .orElse(folder);
        }
        suggested = model.subjectProperty()
                .get()
                .map(subject -> free(name(subject), ending).toString())
                .orElse("");
        model.fileProperty().set(suggested);
    }

    private String name(ExportSubject subject) {
        Caption caption = captions.apply(subject.card());
        String name =
                caption.name() + " " + subject.name() + " " + caption.moment().replace(",", "");
        return name.replaceAll("[^\\p{L}\\p{N} ._-]+", " ").strip().replaceAll(" +", " ");
    }

    /** A file that is not there yet. */
    private Path free(String name, String ending) {
        Path file = folder.resolve(name + ending);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + " " + i + ending);
        }
        return file;
    }

    // How files are made

    private Caption caption(Order order) {
        String day = DAY.format(around.now().instant().atZone(around.zone()));
        return order.captioned() ? captions.apply(order.subject().card()).and(day) : Caption.NONE;
    }

    private void export(Order order) {
        news.set("");
        suggested = model.fileProperty().get();
        Card card = order.subject().card();
        Studio studio = new Studio(theme);
        switch (order.format()) {
            case PNG -> {
                WritableImage picture = studio.picture(card, caption(order), order.colours(), order.pixels());
                write(order.file(), () -> AtomicFile.fill(order.file(), part -> Png.write(picture, part)));
            }
            case SVG -> {
                String drawing = studio.drawing(card, caption(order), order.colours());
                write(order.file(), () -> AtomicFile.write(order.file(), drawing.getBytes(StandardCharsets.UTF_8)));
            }
            case CSV -> {
                List<Table> tables = Studio.tables(card);
                write(order.file(), () -> tables(order.file(), tables));
            }
            case GIF, MP4 -> film(order);
        }
    }

    private static void tables(Path file, List<Table> tables) {
        for (int i = 0; i < tables.size(); i++) {
            Path own = i == 0 ? file : beside(file, tables.get(i).name());
            AtomicFile.write(own, CsvText.of(tables.get(i)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** "loss.csv" and "baselines" make "loss baselines.csv". */
    private static Path beside(Path file, String name) {
        String whole = file.getFileName().toString();
        int dot = whole.lastIndexOf('.');
        String stem = dot > 0 ? whole.substring(0, dot) : whole;
        return file.resolveSibling(stem + " " + name + (dot > 0 ? whole.substring(dot) : ""));
    }

    private void film(Order order) {
        cancel();
        FilmWriter mine = new FilmWriter(around.window());
        filming = mine;
        Reel reel = new Reels(theme).of(order, caption(order));
        String of = " of " + reel.frames() + " \u00b7 " + order.file().getFileName();
        Latest<Integer> progress = new Latest<>(around.window(), frames -> {
            if (filming == mine) {
                standing.set("Exporting: frame " + frames + of);
            }
        });
        standing.set("Exporting: frame 0" + of);
        write(order.file(), () -> {
            try {
                mine.write(
                        reel, order.format(), order.framesPerSecond(), order.pixels(), order.file(), progress::offer);
            } finally {
                around.window().execute(() -> ended(mine));
            }
        });
    }

    private void ended(FilmWriter which) {
        if (filming == which) {
            filming = null;
            standing.set("");
        }
    }

    private void write(Path file, Runnable writing) {
        around.work().execute(() -> {
            try {
                writing.run();
                around.window().execute(() -> news.set("Exported to " + file));
            } catch (CancellationException e) {
                around.window().execute(() -> news.set("The film was cancelled; there is no file."));
            } catch (FileException e) {
                complain(String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) { // no memory, perhaps: somebody waits for the file
                complain(
                        file + ": cannot be made: " + Failures.sentence(e) + ". Try a smaller size or a shorter film.");
            }
        });
    }

    private void complain(String sentence) {
        around.window().execute(() -> around.complain().accept(sentence));
    }
}
