package unroll.app.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.app.control.Numbers;

/** What is chosen on the sheet, and what follows from it; the choices stay for the next time. */
final class ExportModel {
    private final ObjectProperty<List<ExportSubject>> subjects =
            new SimpleObjectProperty<>(this, "subjects", List.of());
    private final ObjectProperty<Optional<ExportSubject>> subject =
            new SimpleObjectProperty<>(this, "subject", Optional.empty());
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(this, "format", Format.PNG);
    private final ObjectProperty<Integer> pixels = new SimpleObjectProperty<>(this, "pixels", 2);
    private final ObjectProperty<Colours> colours = new SimpleObjectProperty<>(this, "colours", Colours.AS_SHOWN);
    private final BooleanProperty captioned = new SimpleBooleanProperty(this, "captioned", true);
    private final ObjectProperty<FilmAxis> span = new SimpleObjectProperty<>(this, "span", FilmAxis.STEPS);
    private final ReadOnlyObjectWrapper<List<Long>> places = new ReadOnlyObjectWrapper<>(this, "places", List.of());
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final ObjectProperty<Integer> speed = new SimpleObjectProperty<>(this, "speed", 10);
    private final StringProperty file = new SimpleStringProperty(this, "file", "");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");

    ExportModel() {
        subject.subscribe(this::adapt);
        format.subscribe(this::adapt);
        span.subscribe(this::wholeSpan);
        List.of(from, to, file).forEach(text -> text.subscribe(this::judge));
        pixels.subscribe(this::judge);
        captioned.subscribe(this::judge);
        speed.subscribe(this::judge);
    }

    /** The views there are. */
    ObjectProperty<List<ExportSubject>> subjectsProperty() {
        return subjects;
    }

    ObjectProperty<Optional<ExportSubject>> subjectProperty() {
        return subject;
    }

    ObjectProperty<Format> formatProperty() {
        return format;
    }

    /** For each point of the screen. */
    ObjectProperty<Integer> pixelsProperty() {
        return pixels;
    }

    ObjectProperty<Colours> coloursProperty() {
        return colours;
    }

    BooleanProperty captionedProperty() {
        return captioned;
    }

    ObjectProperty<FilmAxis> spanProperty() {
        return span;
    }

    /** Where along the span there can be a frame, ascending: time steps from 1, or updates. */
    ReadOnlyObjectProperty<List<Long>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** Those of them from the first to the last that were chosen. */
    List<Long> chosenPlaces() {
        long first = number(from.get());
        long last = number(to.get());
        return places.get().stream()
                .filter(place -> place >= first && place <= last)
                .toList();
    }

    /** The first time step, from 1, or the first update, as it was typed. */
    StringProperty fromProperty() {
        return from;
    }

    /** The last one. */
    StringProperty toProperty() {
        return to;
    }

    /** Frames in a second. */
    ObjectProperty<Integer> speedProperty() {
        return speed;
    }

    /** The file's path, as it was typed. */
    StringProperty fileProperty() {
        return file;
    }

    /** What the file will be. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Why there can be no such file; empty where there can. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** A view that cannot be had in this format is had as a picture. */
    private void adapt() {
        subject.get().ifPresent(chosen -> {
            if (!chosen.formats().contains(format.get())) {
                format.set(Format.PNG);
            }
            if (format.get().film() && !chosen.spans().contains(span.get())) {
                span.set(chosen.spans().getFirst());
            }
            wholeSpan();
        });
    }

    private void wholeSpan() {
        List<Long> all = subject.get().map(chosen -> chosen.places(span.get())).orElse(List.of());
        places.set(all);
        from.set(all.isEmpty() ? "" : Long.toString(all.getFirst()));
        to.set(all.isEmpty() ? "" : Long.toString(all.getLast()));
        judge();
    }

    /** What is wanted; empty while that cannot be. */
    Optional<Order> order() {
        return subject.get()
                .filter(chosen -> refusal.get().isEmpty())
                .map(chosen -> new Order(
                        chosen,
                        format.get(),
                        pixels.get(),
                        colours.get(),
                        captioned.get(),
                        span.get(),
                        format.get().film() ? chosenPlaces() : List.of(),
                        speed.get(),
                        Path.of(file.get().strip()).toAbsolutePath()));
    }

    /** A number as it was typed; one that no place has where it is none. */
    private static long number(String typed) {
        try {
            return Long.parseLong(typed.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void judge() {
        refusal.set(subject.get().map(this::refusal).orElse("There is no view to export."));
        words.set(subject.get()
                .filter(chosen -> refusal.get().isEmpty())
                .map(this::words)
                .orElse(""));
    }

    private String refusal(ExportSubject chosen) {
        if (format.get().film()) {
            List<Long> all = places.get();
            if (number(from.get()) < 0 || number(to.get()) < 0) {
                return "From and to are whole numbers, " + range(all) + ".";
            }
            if (chosenPlaces().isEmpty()) {
                return "Between these there is no frame; choose from " + range(all) + ".";
            }
        }
        if (file.get().isBlank()) {
            return "Name a file.";
        }
        try {
            return Files.isDirectory(Path.of(file.get().strip())) ? "This is a folder; name a file in it." : "";
        } catch (InvalidPathException e) {
            return "A file cannot have this name: " + e.getReason() + ".";
        }
    }

    private static String range(List<Long> all) {
        return all.isEmpty() ? "" : Numbers.whole(all.getFirst()) + " to " + Numbers.whole(all.getLast());
    }

    private String words(ExportSubject chosen) {
        String what = switch (format.get()) {
            case PNG -> size(chosen);
            case SVG -> "Sharp at any size.";
            case CSV -> tables(chosen);
            case GIF, MP4 -> {
                int frames = chosenPlaces().size();
                yield (frames == 1 ? "1 frame, " : Numbers.whole(frames) + " frames, ")
                        + String.format(Locale.ROOT, "%.1f s, ", (double) frames / speed.get())
                        + size(chosen);
            }
        };
        return Files.exists(Path.of(file.get().strip())) ? what + " The file that is there is replaced." : what;
    }

    private String size(ExportSubject chosen) {
        long width = Math.round(pixels.get() * chosen.card().getWidth());
        long height = Math.round(pixels.get() * chosen.card().getHeight());
        String view = Numbers.whole(width) + " \u00d7 " + Numbers.whole(height) + " pixels";
        return captioned.get() ? view + " and the caption." : view + ".";
    }

    private static String tables(ExportSubject chosen) {
        var tables = Studio.tables(chosen.card());
        int rows = tables.getFirst().rows();
        int columns = tables.getFirst().columns().size();
        String first = Numbers.whole(rows) + (rows == 1 ? " row, " : " rows, ") + Numbers.whole(columns) + " columns";
        return tables.size() == 1
                ? first + "."
                : first + "; files beside it for "
                        + String.join(
                                ", ", tables.stream().skip(1).map(t -> t.name()).toList()) + ".";
    }
}
