package unroll.app.shell;

import java.util.function.Function;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import unroll.app.control.Numbers;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.ExperimentText;

/** The experiment that is open as text on the system's clipboard, and back. */
final class ExperimentClipboard {
    private final TrainingScreen training;
    private final Opening opening;
    private final ShellModel shell;

    ExperimentClipboard(TrainingScreen training, Opening opening, ShellModel shell) {
        this.training = training;
        this.opening = opening;
        this.shell = shell;
    }

    /** Copies the experiment as text that people read. */
    void copy() {
        copy(ExperimentText::of, "text");
    }

    /** Copies the experiment as one word. */
    void copyLink() {
        copy(ExperimentText::link, "a link");
    }

    private void copy(Function<Experiment, String> write, String form) {
        training.controller().settings().ifPresent(experiment -> {
            String text = write.apply(experiment);
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            shell.background()
                    .tell("Copied " + experiment.name() + " as " + form + ", " + Numbers.whole(text.length())
                            + " characters");
        });
    }

    /** Opens the experiment that was copied, here or in another program. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        opening.paste(text == null ? "" : text);
    }
}
