package unroll.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Banner;
import unroll.app.edit.History;
import unroll.app.kept.EditLog;
import unroll.app.kept.KeptFile;
import unroll.app.kept.SwapSlot;
import unroll.app.training.LiveChange;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.record.RunFolder;

/** Keeps what was edited where a crash leaves it, and offers what one left. */
final class CrashRecovery {
    private final Services services;
    private final TrainingScreen training;
    private final Consumer<String> complain;
    private final ObjectProperty<Optional<EditLog>> offered =
            new SimpleObjectProperty<>(this, "offered", Optional.empty());

    /** What was edited of the run that is open; while there is none, what a crash left until it is restored or forgotten. */
    private final ObjectBinding<Optional<EditLog>> log;

    private @Nullable SwapSlot slot;
    private @Nullable KeptFile<Optional<EditLog>> kept;
    private boolean closed;

    CrashRecovery(Services services, TrainingScreen training, Consumer<String> complain) {
        this.services = services;
        this.training = training;
        this.complain = complain;
        History<Experiment> history = training.history();
        var folder = training.news().folderProperty();
        log = Bindings.createObjectBinding(
                () -> EditLog.of(folder.get(), history).or(offered::get),
                history.edits(),
                history.doneProperty(),
                folder,
                offered);
    }

    /** Looks for what a crash left, and keeps edits from now on. */
    void begin() {
        services.work().execute(() -> {
            try {
                SwapSlot taken = SwapSlot.take(services.swap());
                KeptFile<Optional<EditLog>> file =
                        new KeptFile<>(taken.file(), EditLog.format(), services.work(), services.window(), complain);
                Optional<EditLog> left = file.read(Optional.empty()).filter(CrashRecovery::isLost);
                services.window().execute(() -> keep(taken, file, left));
            } catch (FileException e) {
                services.window().execute(() -> complain.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    /** Whether the edits are missing in the run on the disk. */
    private static boolean isLost(EditLog log) {
        RunFolder run = RunFolder.at(Path.of(log.run()));
        try {
            return !run.begun() || !LiveChange.none(run.standing().update(), run.experiment(), log.value());
        } catch (RuntimeException unreadable) {
            return true; // all the more
        }
    }

    private void keep(SwapSlot taken, KeptFile<Optional<EditLog>> file, Optional<EditLog> left) {
        slot = taken;
        if (closed) {
            taken.close();
            return;
        }
        kept = file;
        file.keep(log);
        offered.set(left);
    }

    // What is offered

    /** Whether something is offered. */
    BooleanBinding offers() {
        return Bindings.createBooleanBinding(() -> offered.get().isPresent(), offered);
    }

    /** Opens what was edited as it was left. */
    void restore() {
        Optional<EditLog> left = offered.get();
        offered.set(Optional.empty());
        left.ifPresent(training::open);
    }

    /** Forgets it. */
    void decline() {
        offered.set(Optional.empty());
    }

    /** The banner that offers what was left; hidden while nothing was. */
    Banner banner() {
        Banner banner =
                new Banner("banner-note", "history", button("Restore", this::restore), button("Forget", this::decline));
        banner.getStyleClass().add("notice");
        banner.textProperty()
                .bind(offered.map(left -> left.map(CrashRecovery::words).orElse("")));
        return banner;
    }

    private static Button button(String name, Runnable action) {
        Button button = new Button(name);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static String words(EditLog left) {
        int count = left.done();
        String what = count == 1 ? "A change of \u201c" : count + " changes of \u201c";
        return "The program was cut off. " + what + left.value().name()
                + (count == 1 ? "\u201d was not saved: " : "\u201d were not saved, the last: ")
                + left.edits().get(Math.max(0, count - 1)).name() + ".";
    }

    /** A program that ends as it should leaves only what was neither restored nor forgotten. */
    void close() {
        closed = true;
        if (slot == null || kept == null) {
            return;
        }
        boolean decided = offered.get().isEmpty();
        kept.close();
        if (decided) {
            slot.clear();
        }
        slot.close();
    }
}
