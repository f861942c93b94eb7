package unroll.app.gallery;

import java.util.ArrayList;
import java.util.List;
import unroll.app.chart.Matrix;
import unroll.app.sequence.Film;
import unroll.engine.experiment.Experiment;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.task.Appearance;
import unroll.engine.task.Task;

/** Makes an experiment's card: its picture is the first of its own test sequences. */
final class CardPainter {
    /** Moments of a film that stand side by side, and the time steps between them. */
    private static final int MOMENTS = 3;

    private static final int BETWEEN = 6;

    /** More curves than this would be a tangle. */
    private static final int CURVES = 2;

    private static final int CURVE_STEPS = 120;

    private final ExpectedTime expected;

    CardPainter(ExpectedTime expected) {
        this.expected = expected;
    }

    /**
     * The card of an experiment.
     *
     * @throws RuntimeException with a sentence where its task cannot be opened
     */
    GalleryCard card(Experiment experiment) {
        Task task = experiment.task().open();
        String about = experiment.about();
        int end = about.indexOf(". ");
        int second = end < 0 ? -1 : about.indexOf(". ", end + 2);
        String line = second < 0 ? about : about.substring(0, second + 1);
        return new GalleryCard(
                new GalleryCard.Goal.Run(experiment),
                experiment.name(),
                line,
                expected.words(experiment, task),
                picture(experiment, task));
    }

    private static GalleryCard.Picture picture(Experiment experiment, Task task) {
        Batch batch = task.room(1);
        batch.clear();
        long seed = experiment.seeds().data();
        task.draw(Split.TEST, new Philox(seed, Purpose.TEST_DATA).restart(seed, Purpose.TEST_DATA, 0), batch, 0);
        return switch (task.appearance()) {
            case Appearance.Picture picture -> moments(batch, picture);
            case Appearance.Series series -> curves(batch);
            case Appearance.Classes classes -> new GalleryCard.Picture.Cells(heard(batch, classes));
            case Appearance.Text text -> lines(batch, text);
        };
    }

    private static GalleryCard.Picture moments(Batch batch, Appearance.Picture picture) {
        List<Film.Strip> strips = new ArrayList<>();
        for (int i = 0; i < MOMENTS; i++) {
            int at = batch.inputAt(Math.min(i * BETWEEN, batch.steps() - 1), 0);
            float[] frame = new float[batch.inputs()];
            for (int pixel = 0; pixel < frame.length; pixel++) {
                frame[pixel] = (float) batch.input()[at + pixel];
            }
            strips.add(new Film.Strip("", new float[][] {frame}));
        }
        return new GalleryCard.Picture.Moments(new Film(picture.width(), picture.height(), strips));
    }

    private static Matrix heard(Batch batch, Appearance.Classes classes) {
        float[][] columns = new float[batch.steps()][classes.inputs().size()];
        for (int t = 0; t < columns.length; t++) {
            int at = batch.inputAt(t, 0);
            if (batch.inputs() == columns[t].length) {
                for (int i = 0; i < columns[t].length; i++) {
                    columns[t][i] = (float) batch.input()[at + i];
                }
            } else {
                columns[t][(int) batch.input()[at]] = 1;
            }
        }
        return Matrix.ofColumns(columns);
    }

    private static GalleryCard.Picture lines(Batch batch, Appearance.Text text) {
        StringBuilder words = new StringBuilder();
        for (int t = 0; t < batch.steps(); t++) {
            int code = (int) batch.input()[batch.inputAt(t, 0)];
            words.appendCodePoint(text.alphabet().get(code));
        }
        return new GalleryCard.Picture.Words(words.toString());
    }

    private static GalleryCard.Picture curves(Batch batch) {
        List<float[]> curves = new ArrayList<>();
        for (int i = 0; i < Math.min(CURVES, batch.inputs()); i++) {
            float[] curve = new float[Math.min(CURVE_STEPS, batch.steps())];
            for (int t = 0; t < curve.length; t++) {
                curve[t] = (float) batch.input()[batch.inputAt(t, 0) + i];
            }
            curves.add(curve);
        }
        return new GalleryCard.Picture.Curves(curves);
    }
}
