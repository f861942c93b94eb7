package unroll.app.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import unroll.app.chart.Heatmap;
import unroll.app.chart.LossChart;
import unroll.app.picture.CardPictures;
import unroll.app.sequence.Film;
import unroll.app.sequence.Movements;
import unroll.app.sequence.Portrayal;
import unroll.app.view.loss.Progress;
import unroll.app.view.movements.MovementsProbe;
import unroll.app.view.sequence.SequenceLook;
import unroll.engine.probe.Probe;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.probe.Subscription;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.task.Appearance;
import unroll.engine.task.Task;

/**
 * The live views of a run that rests, drawn off-screen into its folder: loss, hidden states, a test sequence and, where something is controlled,
 * all test movements.
 */
public final class RunPictures {
    private static final double HEIGHT = 540;

    private static final double STRIP_HEIGHT = 340;

    private static final double SQUARE = 960;

    private final CardPictures pictures;

    /** @param window the thread that may draw */
    public RunPictures(Executor window) {
        pictures = new CardPictures(window);
    }

    /**
     * Draws the pictures of a run and returns their files; on a thread that may wait.
     *
     * @throws IOException where they cannot be written
     */
    public List<Path> draw(Trainer trainer, Snapshot snapshot) throws IOException {
        SequenceLook look = look(trainer);
        String what = snapshot.update() + " updates · data seed "
                + trainer.experiment().seeds().data() + " · initialisation seed "
                + trainer.experiment().seeds().initialisation();
        Path folder = trainer.folder().pictures();
        List<Path> files = new ArrayList<>();
        var metric = trainer.metrics().getFirst();
        var data = Progress.of(
                        trainer.task(), trainer.metrics(), snapshot, trainer.baselines(), LeftRun.of(trainer.folder()))
                .loss();
        files.add(pictures.write(
                folder.resolve("loss.png"), HEIGHT, "Loss", metric.name() + ", " + metric.unit() + " · " + what, () -> {
                    LossChart loss = new LossChart();
                    loss.dataProperty().set(data);
                    return loss;
                }));
        String units = look.hidden().rows() + " units · test sequence 1 · " + what;
        files.add(pictures.write(folder.resolve("hidden-states.png"), HEIGHT, "Hidden states", units, () -> {
            Heatmap heatmap = new Heatmap();
            heatmap.matrixProperty().set(look.hidden());
            heatmap.limitProperty().set(look.hidden().limit());
            heatmap.timeProperty().set(-1); // no step is looked at
            return heatmap;
        }));
        String name = look.depiction() instanceof Film ? "film-strip.png" : "test-sequence.png";
        files.add(pictures.write(folder.resolve(name), STRIP_HEIGHT, "Test sequence 1", what, look.depiction()::still));
        if (look.depiction() instanceof Movements one) {
            files.add(pictures.write(
                    folder.resolve("film-strip.png"), STRIP_HEIGHT, "Test movement 1", what, one::strip));
        }
        if (trainer.task().appearance() instanceof Appearance.Controlled controlled) {
            int sequences =
                    trainer.task().testSequences(trainer.experiment().training().testSequences());
            var all = asked(trainer, new MovementsProbe(controlled, sequences)).movements();
            files.add(pictures.write(
                    folder.resolve("movements.png"), SQUARE, "Movements", "test movements · " + what, all::still));
        }
        return files;
    }

    private static SequenceLook look(Trainer trainer) {
        Task task = trainer.task();
        int from = Portrayal.of(task.appearance()).freeRunFrom(task.steps());
        return SequenceLook.of(asked(trainer, new SequenceProbe(0, from)), task.appearance(), from);
    }

    private static <A> A asked(Trainer trainer, Probe<A> question) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        Subscription asking = trainer.watch(question, answer::complete);
        try (asking) {
            return answer.join();
        }
    }
}
