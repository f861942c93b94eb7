package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** Pictures as films. */
record PicturePortrayal(Appearance.Picture picture) implements Portrayal {
    /** Moments of a film that stand side by side on a card, and the time steps between them. */
    private static final int MOMENTS = 3;

    private static final int BETWEEN = 6;

    @Override
    public Film depict(SequenceAnswer answer, int freeRunFrom) {
        List<Film.Strip> strips = new ArrayList<>();
        if (picture.unlike()) {
            strips.add(new Film.Strip("received", answer.input()));
        }
        strips.add(new Film.Strip("truth", answer.target()));
        strips.add(new Film.Strip("prediction", answer.prediction()));
        if (answer.freeRun().length > 0) {
            strips.add(new Film.Strip("free run from t = " + freeRunFrom, answer.freeRun()));
        }
        return new Film(picture.width(), picture.height(), strips);
    }

    @Override
    public Supplier<Region> card(Batch batch) {
        float[][] frames = Inputs.of(batch);
        List<Film.Strip> moments = IntStream.range(0, MOMENTS)
                .mapToObj(i -> frames[Math.min(i * BETWEEN, frames.length - 1)])
                .map(frame -> new Film.Strip("", new float[][] {frame}))
                .toList();
        return () -> {
            FilmView view = new FilmView();
            view.getStyleClass().add("thumbnail-film");
            view.filmProperty().set(new Film(picture.width(), picture.height(), moments));
            return view;
        };
    }

    @Override
    public List<String> inputNames() {
        return List.of();
    }

    @Override
    public List<String> outputNames() {
        return List.of();
    }

    /** The pixels that are received: those that are predicted are the next of the same. */
    @Override
    public NamedSignals signals() {
        int width = picture.width();
        return NamedSignals.ofInputs(IntStream.range(0, width * picture.height())
                .mapToObj(i -> "pixel " + (i % width + 1) + ", " + (i / width + 1))
                .toList());
    }
}
