package unroll.app.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.app.chart.Matrix;
import unroll.app.sequence.Bands;
import unroll.app.sequence.Channel;
import unroll.app.sequence.Channels;
import unroll.app.sequence.Depiction;
import unroll.app.sequence.Film;
import unroll.app.sequence.Passage;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

/**
 * What a network makes of a test sequence, in the form that the views draw.
 *
 * @param update whose network it is
 * @param hidden units down, time steps across
 * @param depiction truth, prediction and free run
 */
record SequenceLook(long update, Matrix hidden, Depiction depiction) {
    /** Draws an answer, where each time step shows what comes next, what was predicted for it, and what the free run made of it. */
    static SequenceLook of(SequenceAnswer answer, Appearance appearance, int freeRunFrom) {
        Depiction depiction = switch (appearance) {
            case Appearance.Picture picture -> film(answer, picture, freeRunFrom);
            case Appearance.Series series -> channels(answer, series);
            case Appearance.Classes classes -> bands(answer, classes, freeRunFrom);
            case Appearance.Text text -> passage(answer, text, freeRunFrom);
        };
        return new SequenceLook(answer.update(), Matrix.ofColumns(answer.hidden()), depiction);
    }

    /** The step, from 1, at which a free run begins unless a person wants it elsewhere: text needs some to go on from. */
    static int freeRunFrom(Appearance appearance, int steps) {
        return Math.min(steps, appearance instanceof Appearance.Text ? Math.max(1, steps / 2) : 10);
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

    private static Bands bands(SequenceAnswer answer, Appearance.Classes classes, int freeRunFrom) {
        List<Bands.Band> bands = new ArrayList<>();
        Matrix heard = Matrix.ofColumns(
                answer.input()[0].length == classes.inputs().size()
                        ? answer.input()
                        : oneHot(answer.input(), classes.inputs().size()));
        bands.add(new Bands.Band("heard", classes.inputs(), heard, heard.limit()));
        bands.add(band("asked for", answer.target(), answer, classes));
        bands.add(band("said", answer.prediction(), answer, classes));
        if (answer.freeRun().length > 0) {
            bands.add(band("free run from t = " + freeRunFrom, answer.freeRun(), answer, classes));
        }
        return new Bands(bands);
    }

    /** Probabilities at the steps that count. */
    private static Bands.Band band(
            String name, float[][] probabilities, SequenceAnswer answer, Appearance.Classes classes) {
        float[][] counted = new float[probabilities.length][classes.outputs().size()];
        for (int t = 0; t < counted.length; t++) {
            if (answer.weight()[t][0] > 0) {
                counted[t] = probabilities[t];
            }
        }
        return new Bands.Band(name, classes.outputs(), Matrix.ofColumns(counted), 1);
    }

    private static float[][] oneHot(float[][] codes, int symbols) {
        float[][] rows = new float[codes.length][symbols];
        for (int t = 0; t < codes.length; t++) {
            rows[t][(int) codes[t][0]] = 1;
        }
        return rows;
    }

    private static Channels channels(SequenceAnswer answer, Appearance.Series series) {
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
        return new Channels(channels);
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
