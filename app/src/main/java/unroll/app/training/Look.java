package unroll.app.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.app.control.Channel;
import unroll.app.control.Film;
import unroll.app.control.Matrix;
import unroll.app.control.Passage;
import unroll.engine.run.SequenceAnswer;
import unroll.engine.task.Appearance;

/**
 * What a network makes of a test sequence, in the form that the views draw.
 *
 * @param update whose network it is
 * @param hidden units down, time steps across
 * @param film truth, prediction and free run as pictures; empty where the task has none
 * @param channels the same as numbers; empty where the task has none
 * @param passage the same as text; empty where the task has none
 */
record Look(long update, Matrix hidden, Film film, List<Channel> channels, Passage passage) {
    /** Draws an answer, where each time step shows what comes next, what was predicted for it, and what the free run made of it. */
    static Look of(SequenceAnswer answer, Appearance appearance, int freeRunFrom) {
        Matrix hidden = Matrix.ofColumns(answer.hidden());
        long update = answer.update();
        return switch (appearance) {
            case Appearance.Picture picture ->
                new Look(update, hidden, film(answer, picture, freeRunFrom), List.of(), Passage.EMPTY);
            case Appearance.Series series ->
                new Look(update, hidden, Film.EMPTY, channels(answer, series), Passage.EMPTY);
            case Appearance.Text text ->
                new Look(update, hidden, Film.EMPTY, List.of(), passage(answer, text, freeRunFrom));
        };
    }

    private static Film film(SequenceAnswer answer, Appearance.Picture picture, int freeRunFrom) {
        List<Film.Strip> strips = new ArrayList<>();
        strips.add(new Film.Strip("truth", answer.target()));
        strips.add(new Film.Strip("prediction", answer.prediction()));
        if (answer.freeRun().length > 0) {
            strips.add(new Film.Strip("free run from t = " + freeRunFrom, answer.freeRun()));
        }
        return new Film(picture.width(), picture.height(), strips);
    }

    private static List<Channel> channels(SequenceAnswer answer, Appearance.Series series) {
        List<Channel> channels = new ArrayList<>();
        boolean generative = answer.freeRun().length > 0;
        float[] none = new float[answer.input().length];
        Arrays.fill(none, Float.NaN);
        if (!generative) {
            for (int i = 0; i < series.inputs().size(); i++) {
                channels.add(new Channel(series.inputs().get(i), column(answer.input(), i), none, none));
            }
        }
        for (int i = 0; i < series.outputs().size(); i++) {
            channels.add(new Channel(
                    series.outputs().get(i),
                    counted(answer, i),
                    column(answer.prediction(), i),
                    generative ? column(answer.freeRun(), i) : none));
        }
        return channels;
    }

    private static Passage passage(SequenceAnswer answer, Appearance.Text text, int freeRunFrom) {
        int steps = answer.target().length;
        int[] truth = new int[steps];
        int[] prediction = new int[steps];
        float[] probability = new float[steps];
        for (int t = 0; t < steps; t++) {
            int code = largest(answer.target()[t]);
            truth[t] = text.alphabet().get(code);
            prediction[t] = text.alphabet().get(largest(answer.prediction()[t]));
            probability[t] = answer.prediction()[t][code];
        }
        int[] written = Arrays.stream(answer.drawn()).map(text.alphabet()::get).toArray();
        return new Passage(truth, prediction, probability, written, Math.clamp(freeRunFrom, 1, steps) - 1);
    }

    private static int largest(float[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }

    private static float[] column(float[][] rows, int column) {
        float[] values = new float[rows.length];
        for (int t = 0; t < rows.length; t++) {
            values[t] = rows[t][column];
        }
        return values;
    }

    /** The targets of the steps that count. */
    private static float[] counted(SequenceAnswer answer, int column) {
        float[] values = column(answer.target(), column);
        for (int t = 0; t < values.length; t++) {
            values[t] = answer.weight()[t][0] > 0 ? values[t] : Float.NaN;
        }
        return values;
    }
}
