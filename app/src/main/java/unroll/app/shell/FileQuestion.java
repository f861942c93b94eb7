package unroll.app.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.stage.Window;
import unroll.app.control.Banner;
import unroll.app.sheet.FileChoice;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.MissingFiles;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsJson;

/** Asks where a file or folder is that something needs to be opened, until somebody says it or gives it up. */
final class FileQuestion {
    /** Does what was to be done once the experiment says where its files are. */
    interface Again {
        void open(UnaryOperator<Experiment> placed);
    }

    /** What is asked: the first that is missing. */
    private record Asked(MissingFiles missing, Again again) {
        Map.Entry<String, FilePath> first() {
            return missing.missing().firstEntry();
        }

        Optional<FileKind> kind() {
            return missing.kind(first().getKey());
        }
    }

    private final FileChoice choice;
    private final ObjectProperty<Optional<Asked>> asked = new SimpleObjectProperty<>(this, "asked", Optional.empty());

    FileQuestion(FileChoice choice) {
        this.choice = choice;
    }

    /** Asks; whatever was asked before is given up. */
    void ask(MissingFiles missing, Again again) {
        asked.set(Optional.of(new Asked(missing, again)));
    }

    /** Gives it up. */
    void forget() {
        asked.set(Optional.empty());
    }

    /** What is asked; empty while nothing is. */
    ObservableValue<String> words() {
        return asked.map(now -> now.map(FileQuestion::words).orElse(""));
    }

    private static String words(Asked asked) {
        FilePath file = asked.first().getValue();
        return "Where is " + file.name() + "? It is neither inside nor at its old place, " + file + ".";
    }

    /** Has somebody choose it, and goes on. */
    void choose(boolean folder, Window window) {
        asked.get()
                .ifPresent(now -> now.kind()
                        .flatMap(kind -> choice.choose(
                                kind, folder, now.first().getValue().path(), window))
                        .ifPresent(path -> answer(now, path)));
    }

    private void answer(Asked now, Path path) {
        forget();
        now.again().open(experiment -> SettingsJson.with(experiment, now.first().getKey(), path.toString()));
    }

    /** Asks in a line above the screens. */
    Banner banner(Window window) {
        Button file = button("Choose the file…", () -> choose(false, window));
        Button folder = button("Choose the folder…", () -> choose(true, window));
        folder.visibleProperty()
                .bind(asked.map(
                        now -> now.flatMap(Asked::kind).map(FileKind::folder).orElse(false)));
        folder.managedProperty().bind(folder.visibleProperty());
        Banner banner = new Banner("banner-note", "folder", folder, file, button("Not now", this::forget));
        banner.getStyleClass().add("notice");
        banner.textProperty().bind(words());
        return banner;
    }

    private static Button button(String name, Runnable action) {
        Button button = new Button(name);
        button.setOnAction(event -> action.run());
        return button;
    }
}
