package unroll.app.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SharedSettings;

/** What is chosen on the sheet, and what follows from it; the choices stay for the next time. */
final class ExportModel {
    private final ObjectProperty<List<ExportSubject>> subjects =
            new SimpleObjectProperty<>(this, "subjects", List.of());
    private final ObjectProperty<Optional<ExportSubject>> subject =
            new SimpleObjectProperty<>(this, "subject", Optional.empty());
    private final ReadOnlyObjectWrapper<ExportSettings> settings = new ReadOnlyObjectWrapper<>(
            this, "settings", Schema.of(ExportSettings.class).initial());
    private final StringProperty file = new SimpleStringProperty(this, "file", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");

    /** What was chosen of each format, the newest at the end: what formats have in common is kept. */
    private final List<ExportFormat> chosen = new ArrayList<>();

    /** The kind of file that was wanted last of a view of music, and of any other. */
    private final Map<Boolean, Class<? extends ExportFormat>> last =
            new HashMap<>(Map.of(true, MidiFormat.class, false, PngFormat.class));

    ExportModel() {
        subject.subscribe(this::adapt);
        settings.subscribe(this::judge);
        file.subscribe(this::judge);
    }

    /** The views there are. */
    ObjectProperty<List<ExportSubject>> subjectsProperty() {
        return subjects;
    }

    ObjectProperty<Optional<ExportSubject>> subjectProperty() {
        return subject;
    }

    ReadOnlyObjectProperty<ExportSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** The file's path, as it was typed. */
    StringProperty fileProperty() {
        return file;
    }

    /** What the file will be. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why there can be no such file; empty where there can. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    ExportFormat format() {
        return settings.get().format();
    }

    /** Takes what a person chose; a film along another axis has all of its frames. */
    void choose(ExportSettings wanted) {
        ExportFormat before = format();
        ExportFormat now = wanted.format().getClass() == before.getClass() ? wanted.format() : kept(wanted.format());
        chosen.removeIf(one -> one.getClass() == now.getClass());
        chosen.add(now);
        boolean cut = now instanceof FilmFormat film
                && before instanceof FilmFormat was
                && now.getClass() == before.getClass()
                && film.along() == was.along();
        settings.set(
                new ExportSettings(cut ? now : subject.get().map(now::within).orElse(now)));
        subject.get().ifPresent(view -> last.put(view.played().isPresent(), now.getClass()));
    }

    private ExportFormat first(Class<? extends ExportFormat> kind) {
        return kept(Schema.of(kind).initial());
    }

    /** A format with what was chosen before. */
    private ExportFormat kept(ExportFormat format) {
        ExportFormat kept = format;
        for (ExportFormat earlier : chosen) {
            kept = SharedSettings.keep(kept, "", (Record) earlier);
        }
        return kept;
    }

    /** Music is had as music and other views as pictures, or as the last one of its kind was; where that cannot be, as a picture. */
    private void adapt() {
        subject.get().ifPresent(view -> {
            ExportFormat now = first(last.getOrDefault(view.played().isPresent(), PngFormat.class));
            settings.set(new ExportSettings((now.possible(view) ? now : first(PngFormat.class)).within(view)));
        });
        judge();
    }

    /** What there is to choose of a setting for the view that is chosen. */
    Field offered(String path, Field field) {
        List<ExportSubject> view = subject.get().stream().toList();
        return switch (path) {
            case "format" ->
                field.among(view.stream()
                        .flatMap(one -> one.formats().stream())
                        .map(format -> format.kind().name())
                        .toList());
            case "format.along" ->
                field.among(view.stream()
                        .flatMap(one -> one.axes().stream())
                        .map(SettingsJson::text)
                        .toList());
            default -> field;
        };
    }

    /** What is wanted; empty while that cannot be. */
    Optional<Order> order() {
        return subject.get()
                .filter(view -> refusal.get().isEmpty())
                .map(view ->
                        new Order(view, format(), Path.of(file.get().strip()).toAbsolutePath()));
    }

    private void judge() {
        refusal.set(subject.get().map(this::refusal).orElse("There is no view to export."));
        summary.set(subject.get()
                .filter(view -> refusal.get().isEmpty())
                .map(this::summary)
                .orElse(""));
    }

    private String refusal(ExportSubject view) {
        String refused = format().refusal(view);
        if (!refused.isEmpty()) {
            return refused;
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

    private String summary(ExportSubject view) {
        String what = format().summary(view);
        return Files.exists(Path.of(file.get().strip())) ? what + " The file that is there is replaced." : what;
    }
}
