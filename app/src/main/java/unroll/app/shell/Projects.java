package unroll.app.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import unroll.app.background.BackgroundTask;
import unroll.app.background.BackgroundWork;
import unroll.app.control.Numbers;
import unroll.app.dock.ArrangementJson;
import unroll.app.kept.EditLog;
import unroll.app.picture.Png;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.project.ProjectFile;
import unroll.engine.record.RunFolder;

/** Saves the run that is open, with its views and edits, as a project file, and shows what comes out of one. */
final class Projects {
    private static final String VIEWS = "views.json";
    private static final String EDITS = "edits.json";
    private static final String PREVIEW = "preview.png";

    /** Pixels across of the preview. */
    private static final double PREVIEW_WIDTH = 720;

    private final Services services;
    private final TrainingScreen training;
    private final Stage stage;
    private final Consumer<Path> opened;
    private final BackgroundWork background;
    private final Consumer<String> complain;
    private final Map<String, Path> files = new HashMap<>();

    /**
     * Nothing is saved yet.
     *
     * @param stage the window of which a project has a picture
     * @param opened receives the files that were written
     */
    Projects(Services services, ShellModel shell, TrainingScreen training, Stage stage, Consumer<Path> opened) {
        this.services = services;
        this.training = training;
        this.stage = stage;
        this.opened = opened;
        background = shell.background();
        complain = shell::complain;
    }

    /** Saves the run, and the project where it was saved or opened before, or where a person says. */
    void save() {
        training.controller().save();
        Optional.ofNullable(files.get(folder())).ifPresentOrElse(this::write, this::saveAs);
    }

    /** Saves the project where a person says. */
    void saveAs() {
        String name = training.news().nameProperty().get().replaceAll("[^\\p{L}\\p{N} ._-]", "-");
        Path suggested =
                files.getOrDefault(folder(), services.beside("projects").resolve(name + ProjectFile.ENDING));
        services.picker().save(stage, suggested).map(Projects::ended).ifPresent(this::write);
    }

    private static Path ended(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ProjectFile.ENDING)
                ? file
                : file.resolveSibling(name + ProjectFile.ENDING);
    }

    private String folder() {
        return training.news().folderProperty().get();
    }

    private void write(Path file) {
        String folder = folder();
        Experiment experiment = training.history().valueProperty().get();
        Map<String, byte[]> extras = new TreeMap<>();
        extras.put(
                VIEWS,
                bytes(ArrangementJson.write(
                        training.arrangement().valueProperty().get())));
        EditLog.of(folder, training.history()).ifPresent(log -> extras.put(EDITS, bytes(log.json())));
        WritableImage preview = preview();
        background.begin(new BackgroundTask("Project " + file.getFileName(), task -> {
                    extras.put(PREVIEW, png(preview));
                    ProjectFile.Written written =
                            ProjectFile.write(file, RunFolder.at(Path.of(folder)), experiment, extras);
                    task.made(file);
                    written.without().forEach(sentence -> services.window().execute(() -> complain.accept(sentence)));
                    return "Saved as " + file + ": the run, its settings and views, "
                            + (written.data() == 0 ? "" : written.data() + " files of yours that it reads, ")
                            + Numbers.bytes((double) written.bytes()) + ".";
                })
                .whenDone(() -> {
                    files.put(folder, file);
                    opened.accept(file);
                }));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private WritableImage preview() {
        SnapshotParameters small = new SnapshotParameters();
        double scale = PREVIEW_WIDTH / stage.getScene().getWidth();
        small.setTransform(new Scale(scale, scale));
        return stage.getScene().getRoot().snapshot(small, null);
    }

    private static byte[] png(WritableImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(Png.copy(image), "png", bytes);
        } catch (IOException e) {
            throw new FileException(Path.of(PREVIEW), "cannot be drawn: " + FileException.reason(e), e);
        }
        return bytes.toByteArray();
    }

    /** Shows a run that came out of a project file, with its views and edits. */
    void show(Path file, ProjectFile.Opened project) {
        String folder = project.run().path().toString();
        files.put(folder, file);
        part(project, VIEWS, ArrangementJson::read)
                .ifPresent(views -> training.arrangement().apply("Views of " + file.getFileName(), views));
        Optional<EditLog> edits =
                part(project, EDITS, text -> EditLog.read(text).in(project.run()));
        edits.ifPresentOrElse(
                training.controller()::open, () -> training.controller().open(project.run()));
        training.enter();
    }

    /** Without a part that makes no sense the run can be used all the same. */
    private <T> Optional<T> part(ProjectFile.Opened project, String name, Function<String, T> read) {
        try {
            return Optional.ofNullable(project.extras().get(name))
                    .map(bytes -> read.apply(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            complain.accept("The project's " + name + " is left out: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }
}
