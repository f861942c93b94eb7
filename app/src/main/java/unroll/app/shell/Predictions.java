package unroll.app.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import unroll.app.address.NodeAddress;
import unroll.app.background.BackgroundTask;
import unroll.app.background.Offer;
import unroll.app.control.Overlay;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.AtomicFile;
import unroll.engine.forecast.ForecastText;
import unroll.engine.forecast.Forecaster;
import unroll.engine.forecast.TextContinuation;
import unroll.engine.open.OpenableKind;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsList;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.Text;

/** What the network that is open predicts of a person's files, as the terminal's predict writes it. */
final class Predictions {
    /** The command that asks for a file. */
    static final String PREDICT = "run.predict";

    /** A line or two of a book. */
    private static final int CHARACTERS = 200;

    private final Services services;
    private final ShellModel shell;
    private final TrainingScreen training;
    private final Overlay overlay;
    private final Window owner;
    private final ReadOnlyObjectWrapper<Optional<WordsSheet>> last =
            new ReadOnlyObjectWrapper<>(this, "last", Optional.empty());

    /**
     * What was predicted.
     *
     * @param file to write
     * @param sentence that says what it is
     * @param words about it, a line each
     */
    private record Prediction(String file, String sentence, List<String> words) {}

    /** @param owner of the dialogs that ask for files */
    Predictions(Services services, ShellModel shell, TrainingScreen training, Overlay overlay, Window owner) {
        this.services = services;
        this.shell = shell;
        this.training = training;
        this.overlay = overlay;
        this.owner = owner;
    }

    /** Whether the network that is open predicts what people have in files. */
    ObservableValue<Boolean> offered() {
        return Bindings.createBooleanBinding(
                () -> training.news().openProperty().get()
                        && switch (training.history().valueProperty().get().task()) {
                            case OwnSeries _, Text _ -> true;
                            default -> false;
                        },
                training.news().openProperty(),
                training.history().valueProperty());
    }

    /** Whether something was predicted since the start. */
    ObservableValue<Boolean> predicted() {
        return last.map(Optional::isPresent);
    }

    /** Shows what was predicted last, and how large the errors are where it is known. */
    void show() {
        last.get().ifPresent(overlay::show);
    }

    /** A button that asks for a file. */
    Button button() {
        Button button = NodeAddress.command(PREDICT).on(new Button("Predict a file\u2026"));
        button.setTooltip(
                new Tooltip("Write what this network predicts of a table, and of the rows that follow it, as CSV"));
        button.setOnAction(event -> predict());
        return button;
    }

    /** Saves the run, asks for a file and for another that has the predictions, and makes them in the background. */
    void predict() {
        training.controller().save();
        RunFolder run = RunFolder.at(Path.of(training.news().folderProperty().get()));
        training.controller()
                .settings()
                .flatMap(experiment -> services.picker().file(owner, wish(experiment)))
                .ifPresent(source ->
                        services.picker().save(owner, suggested(source)).ifPresent(to -> begin(run, source, to)));
    }

    private static FilePicker.Wish wish(Experiment experiment) {
        FilePath learned = SettingsList.files(experiment).firstEntry().getValue();
        String setting = SettingsList.files(experiment).firstEntry().getKey();
        List<OpenableKind> kinds = SettingsList.field(experiment, setting).fileKind().stream()
                .map(OpenableKind::of)
                .toList();
        return new FilePicker.Wish("Predict a file", kinds, Optional.of(learned.path()));
    }

    /** A file beside the one that is predicted that is not there yet. */
    private static Path suggested(Path source) {
        String name = new FilePath(source).name().replaceFirst("\\.[^.]*$", "");
        String ending = source.toString().endsWith(".txt") ? ".txt" : ".csv";
        Path file = source.resolveSibling(name + " predicted" + ending);
        for (int i = 2; Files.exists(file); i++) {
            file = source.resolveSibling(name + " predicted " + i + ending);
        }
        return file;
    }

    private void begin(RunFolder run, Path source, Path to) {
        AtomicReference<Optional<Prediction>> made = new AtomicReference<>(Optional.empty());
        shell.background()
                .begin(new BackgroundTask("Predictions of " + source.getFileName(), _ -> {
                            Prediction prediction = prediction(run, source);
                            AtomicFile.write(
                                    to.toAbsolutePath(), prediction.file().getBytes(StandardCharsets.UTF_8));
                            made.set(Optional.of(prediction));
                            return ""; // it is told with an offer
                        })
                        .whenDone(() -> made.get().ifPresent(prediction -> tell(prediction, source, to))));
    }

    private static Prediction prediction(RunFolder run, Path source) {
        if (run.experiment().task() instanceof Text) {
            TextContinuation network = new TextContinuation(run);
            String words = network.after(network.read(source), CHARACTERS, 1, network.seed());
            return new Prediction(words + "\n", source.getFileName() + " goes on for 200 characters.", List.of(words));
        }
        Forecaster forecaster = new Forecaster(run);
        int ahead = forecaster.usual();
        ForecastText text = forecaster.text(source, ahead);
        return new Prediction(
                text.csv(),
                "Predicted " + text.rows() + " rows of " + source.getFileName() + ", "
                        + (ahead == 1 ? "one step ahead." : "1 to " + ahead + " steps ahead."),
                text.remarks());
    }

    private void tell(Prediction prediction, Path source, Path to) {
        last.set(Optional.of(
                new WordsSheet("Predictions of " + source.getFileName(), prediction.words(), overlay::close)));
        shell.background()
                .tell(
                        prediction.sentence() + " Saved as " + to + ".",
                        new Offer(
                                "Show",
                                "What is predicted, and how large the errors are where it is known",
                                this::show));
    }
}
