package unroll.app.gallery;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import unroll.app.sequence.Portrayal;
import unroll.engine.experiment.Experiment;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.task.Task;

/** Makes an experiment's card: its picture is the first of its own test sequences. */
final class CardPainter {
    private final ExpectedTime expected;
    private final Consumer<Experiment> begin;

    /** @param begin opens a new run of an experiment */
    CardPainter(ExpectedTime expected, Consumer<Experiment> begin) {
        this.expected = expected;
        this.begin = begin;
    }

    /**
     * The card of an experiment on a shelf.
     *
     * @throws RuntimeException with a sentence where its task cannot be opened
     */
    GalleryCard card(Shelf shelf, Experiment experiment) {
        Task task = experiment.task().open();
        String about = experiment.about();
        int end = about.indexOf(". ");
        int second = end < 0 ? -1 : about.indexOf(". ", end + 2);
        String line = second < 0 ? about : about.substring(0, second + 1);
        return new GalleryCard(
                shelf,
                () -> begin.accept(experiment),
                experiment.name(),
                line,
                expected.words(experiment, task),
                picture(experiment, task));
    }

    private static Supplier<Region> picture(Experiment experiment, Task task) {
        Batch batch = task.batch(1);
        batch.clear();
        long seed = experiment.seeds().data();
        task.draw(Split.TEST, new Philox(seed, Purpose.TEST_DATA).restart(seed, Purpose.TEST_DATA, 0), batch, 0);
        return Portrayal.of(task.appearance()).card(batch);
    }
}
