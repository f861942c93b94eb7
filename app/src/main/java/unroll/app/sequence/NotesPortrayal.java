package unroll.app.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import unroll.engine.music.Keyboard;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** Which keys sound, as a piano-roll. */
record NotesPortrayal(Appearance.Notes notes) implements Portrayal {
    /** Time steps on a card. */
    private static final int CARD_STEPS = 48;

    @Override
    public Excerpt depict(SequenceAnswer answer, int freeRunFrom) {
        int steps = answer.target().length;
        return new Excerpt(
                notes.keyboard(),
                notes.step(),
                answer.end(),
                answer.target(),
                answer.prediction(),
                answer.drawn(),
                Math.clamp(freeRunFrom, 1, steps) - 1);
    }

    @Override
    public Supplier<Region> card(Batch batch) {
        float[][] rows = Inputs.of(batch);
        int steps = Math.min(CARD_STEPS, rows.length);
        float[][] beginning = Arrays.copyOf(rows, steps);
        Excerpt excerpt = new Excerpt(notes.keyboard(), notes.step(), steps, beginning, beginning, new float[0][], 0);
        return () -> {
            ExcerptPlot plot = new ExcerptPlot();
            plot.getStyleClass().add("thumbnail-notes");
            plot.show(excerpt, ExcerptPlot.Layer.PREDICTION, excerpt.range());
            return plot;
        };
    }

    @Override
    public List<String> inputNames() {
        return IntStream.range(0, notes.keyboard().count())
                .mapToObj(key -> Keyboard.name(notes.keyboard().first() + key))
                .toList();
    }

    @Override
    public List<String> outputNames() {
        return inputNames();
    }

    /** The keys that are received: those that are predicted are the next of the same. */
    @Override
    public NamedSignals signals() {
        return NamedSignals.ofInputs(inputNames());
    }

    /** After a quarter: there must be some music to go on from, and much to hear. */
    @Override
    public int freeRunFrom(int steps) {
        return Math.min(steps, Math.max(1, steps / 4));
    }
}
