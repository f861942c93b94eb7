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
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import unroll.app.background.BackgroundTask;
import unroll.app.background.BackgroundWork;
import unroll.app.control.Card;
import unroll.app.control.Table;
import unroll.app.look.Theme;
import unroll.app.picture.Past;
import unroll.app.picture.Png;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.record.Failures;

/** Exports views as a person chooses; on the window's thread, the files are written on another. */
public final class ExportController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd\u00a0HH:mm", Locale.ROOT);

    /** What the window lends the controller: threads, a clock with its time zone, and the folder that is suggested first. */
    public record Surroundings(
            Executor window, BackgroundWork background, InstantSource now, ZoneId zone, Path folder) {}

    private final Surroundings around;
    private final Theme theme;
    private final ExportModel model = new ExportModel();
    private Function<Card, Caption> captions = card -> Caption.NONE;
    private Path folder;
    private String suggested = "";

    /** @param theme of the window */
    public ExportController(Theme theme, Surroundings around) {
        this.theme = theme;
        this.around = around;
        folder = around.folder();
        model.subjectProperty().subscribe(this::suggest);
        model.settingsProperty().subscribe((before, after) -> {
            if (before.format().getClass() != after.format().getClass()) {
                suggest();
            }
        });
    }

    // Properties

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
     * @param caption what stands below a picture of each
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

    private void suggest() {
        String ending = "." + model.format().kind().name();
        String now = model.fileProperty().get();
        if (!now.equals(suggested) && !now.isEmpty()) { // a person wrote the name
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

    private void export(Order order) {
        suggested = model.fileProperty().get();
        ExportSubject subject = order.subject();
        Card card = subject.card();
        Path file = order.file();
        Studio studio = new Studio(theme);
        switch (order.format()) {
            case PngFormat png -> {
                WritableImage picture = studio.picture(card, still(subject, png), png.colours(), png.scale());
                write(order, task -> AtomicFile.fill(file, part -> Png.write(picture, part)));
            }
            case SvgFormat svg -> {
                String drawing = studio.drawing(card, still(subject, svg), svg.colours());
                write(order, task -> AtomicFile.write(file, drawing.getBytes(StandardCharsets.UTF_8)));
            }
            case CsvFormat csv -> {
                List<Table> tables = Studio.tables(card);
                write(order, task -> tables(file, tables));
            }
            case MidiFormat midi ->
                subject.played()
                        .map(midi::bytes)
                        .ifPresent(music -> write(order, task -> AtomicFile.write(file, music)));
            case FilmFormat film -> {
                Reel reel = new Reels(theme).of(subject, film, caption(card));
                FilmWriter writer = new FilmWriter(around.window());
                write(order, task -> writer.write(reel, film, file, task));
            }
        }
    }

    private Caption still(ExportSubject subject, PictureFormat format) {
        return format.captioned() ? subject.at(caption(subject.card())) : Caption.NONE;
    }

    private Caption caption(Card card) {
        return captions.apply(card).and(DAY.format(around.now().instant().atZone(around.zone())));
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

    private void write(Order order, Consumer<BackgroundTask> writing) {
        String title = order.format().kind().label() + " of " + order.subject().name();
        around.background().begin(new BackgroundTask(title, task -> written(order.file(), task, writing)));
    }

    /** Writes a file and returns the sentence that reports it. */
    private static String written(Path file, BackgroundTask task, Consumer<BackgroundTask> writing) {
        try {
            writing.accept(task);
            task.made(file);
            return "Exported to " + file;
        } catch (CancellationException e) {
            return "The film was cancelled; there is no file.";
        } catch (FileException e) {
            throw e;
        } catch (RuntimeException | Error e) { // no memory, perhaps: a person waits for the file
            throw new FileException(
                    file, "cannot be made: " + Failures.sentence(e) + ". Try a smaller size or a shorter film.", e);
        }
    }
}
