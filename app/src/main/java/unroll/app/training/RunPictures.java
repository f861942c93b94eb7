package unroll.app.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.control.Card;
import unroll.app.control.Depiction;
import unroll.app.control.Film;
import unroll.app.control.FilmView;
import unroll.app.control.Heatmap;
import unroll.app.control.LossChart;
import unroll.app.control.Passage;
import unroll.app.control.SequenceView;
import unroll.app.look.Theme;
import unroll.app.picture.Png;
import unroll.engine.run.SequenceProbe;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Subscription;
import unroll.engine.run.Trainer;
import unroll.engine.task.Task;

/** The live views of a run that rests, drawn off-screen into its folder: loss, hidden states, and a test sequence. */
public final class RunPictures {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 540;

    private static final double STRIP_HEIGHT = 340;

    /** Frames of a film strip. */
    private static final int FRAMES = 10;

    private final Executor window;

    /** @param window the thread that may draw */
    public RunPictures(Executor window) {
        this.window = window;
    }

    /**
     * Draws the pictures of a run and returns their files; on a thread that may wait.
     *
     * @throws IOException where they cannot be written
     */
    public List<Path> draw(Trainer trainer, Snapshot snapshot) throws IOException {
        Look look = look(trainer);
        String what = snapshot.update() + " updates · data seed "
                + trainer.experiment().seeds().data() + " · initialisation seed "
                + trainer.experiment().seeds().initialisation();
        Path folder = trainer.folder().pictures();
        List<Path> files = new ArrayList<>();
        var metric = trainer.metrics().getFirst();
        var data = Progress.of(trainer.task(), snapshot, trainer.baselines()).loss();
        files.add(write(folder.resolve("loss.png"), HEIGHT, () -> {
            LossChart loss = new LossChart();
            loss.dataProperty().set(data);
            return card("Loss", metric.name() + ", " + metric.unit() + " · " + what, loss);
        }));
        files.add(write(folder.resolve("hidden-states.png"), HEIGHT, () -> {
            Heatmap heatmap = new Heatmap();
            heatmap.matrixProperty().set(look.hidden());
            heatmap.limitProperty().set(look.hidden().limit());
            return card("Hidden states", look.hidden().rows() + " units · test sequence 1 · " + what, heatmap);
        }));
        String name = look.depiction() instanceof Film ? "film-strip.png" : "test-sequence.png";
        files.add(write(
                folder.resolve(name), STRIP_HEIGHT, () -> card("Test sequence 1", what, sequence(look.depiction()))));
        return files;
    }

    private static Node sequence(Depiction depiction) {
        if (depiction instanceof Film film) {
            return strips(film);
        }
        SequenceView view = new SequenceView();
        view.depictionProperty().set(depiction);
        view.timeProperty().set(depiction instanceof Passage passage ? passage.writtenFrom() : 0);
        return view;
    }

    private static Look look(Trainer trainer) {
        CompletableFuture<Look> answer = new CompletableFuture<>();
        Task task = trainer.task();
        int from = Look.freeRunFrom(task.appearance(), task.steps());
        Subscription asking = trainer.watch(
                new SequenceProbe(0, from), told -> answer.complete(Look.of(told, task.appearance(), from)));
        try (asking) {
            return answer.join();
        }
    }

    /** Some frames beside each other, a named row for each strip, and the time steps below the last. */
    private static Node strips(Film film) {
        VBox rows = new VBox();
        for (Film.Strip strip : film.strips()) {
            boolean last = strip.equals(film.strips().getLast());
            List<Film.Strip> frames = new ArrayList<>();
            for (int i = 0; i < FRAMES; i++) {
                int t = i * (film.steps() - 1) / (FRAMES - 1);
                frames.add(new Film.Strip(last ? "t = " + (t + 1) : "", new float[][] {strip.frames()[t]}));
            }
            FilmView row = new FilmView();
            row.filmProperty().set(new Film(film.width(), film.height(), frames));
            HBox.setHgrow(row, Priority.ALWAYS);
            Label name = new Label(strip.caption());
            name.getStyleClass().addAll("film-caption", "row-name");
            HBox line = new HBox(name, row);
            line.setAlignment(Pos.CENTER_LEFT);
            rows.getChildren().add(line);
            VBox.setVgrow(line, Priority.ALWAYS);
        }
        return rows;
    }

    private static Node card(String title, String subtitle, Node view) {
        Card card = new Card(title, view);
        card.subtitleProperty().set(subtitle);
        return card;
    }

    private Path write(Path file, double height, Supplier<Node> view) throws IOException {
        WritableImage image = onWindow(() -> {
            StackPane ground = new StackPane(view.get());
            ground.getStyleClass().add("picture");
            Scene scene = new Scene(ground, WIDTH, height);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            ground.applyCss();
            ground.layout();
            return scene.snapshot(null);
        });
        Png.write(image, file);
        return file;
    }

    private <T> T onWindow(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, window).join();
    }
}
