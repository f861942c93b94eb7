package unroll.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import unroll.app.background.BackgroundTask;
import unroll.app.background.BackgroundWork;
import unroll.engine.archive.WeightsForm;
import unroll.engine.experiment.Experiment;
import unroll.engine.open.OpenableKind;
import unroll.engine.record.RunFolder;

/** The weights of the network that is open as files, and files of weights for it to begin with. */
final class WeightsFiles {
    private final Services services;
    private final TrainingScreen training;
    private final Opening opening;
    private final BackgroundWork background;
    private final Window owner;

    /** @param owner of the dialogs that ask for files */
    WeightsFiles(Services services, ShellModel shell, TrainingScreen training, Opening opening, Window owner) {
        this.services = services;
        this.training = training;
        this.opening = opening;
        background = shell.background();
        this.owner = owner;
    }

    /** Asks for weights, and has the network that is open begin with them. */
    void open() {
        services.picker()
                .file(owner, new FilePicker.Wish("Open weights", List.of(OpenableKind.weights()), Optional.empty()))
                .ifPresent(opening::open);
    }

    /** Why there is no file of this form of the network that is open; empty where there is one. */
    Optional<String> refusal(WeightsForm form) {
        Optional<Experiment> open = training.controller().settings();
        return open.isEmpty()
                ? Optional.of("no network is open")
                : form.refusal(open.get().model());
    }

    /** Saves the run, asks for a file, and writes the weights into it. */
    void save(WeightsForm form) {
        training.controller().save();
        RunFolder run = RunFolder.at(Path.of(training.news().folderProperty().get()));
        String name = training.news().nameProperty().get();
        services.picker()
                .save(owner, suggested(name.replaceAll("[^\\p{L}\\p{N} ._-]", "-"), form))
                .ifPresent(file ->
                        background.begin(new BackgroundTask("Weights of " + name + ", " + form.label(), task -> {
                            String written = form.write(run, run.experiment(), file);
                            task.made(file);
                            return "Saved the weights as " + written;
                        })));
    }

    /** A file that is not there yet. */
    private Path suggested(String name, WeightsForm form) {
        Path folder = services.beside("exports");
        Path file = folder.resolve(name + form.ending());
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + " " + i + form.ending());
        }
        return file;
    }
}
