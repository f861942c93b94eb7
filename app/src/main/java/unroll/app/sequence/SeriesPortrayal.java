package unroll.app.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** Named numbers as curves. */
record SeriesPortrayal(Appearance.NamedNumbers series) implements Portrayal {
    /** More curves than this would be a tangle on a card. */
    private static final int CURVES = 2;

    private static final int CURVE_STEPS = 120;

    @Override
    public Channels depict(SequenceAnswer answer, int freeRunFrom) {
        List<Channel> channels = new ArrayList<>();
        boolean generative = answer.freeRun().length > 0;
        float[] none = new float[answer.input().length];
        Arrays.fill(none, Float.NaN);
        if (!generative) {
            for (int i = 0; i < series.inputs().size(); i++) {
                channels.add(new Channel(series.inputs().get(i), given(i, column(answer.input(), i)), none, none));
            }
        }
        for (int i = 0; i < series.outputs().size(); i++) {
            channels.add(new Channel(
                    series.outputs().get(i),
                    shown(i, counted(answer, i)),
                    shown(i, column(answer.prediction(), i)),
                    generative ? shown(i, column(answer.freeRun(), i)) : none));
        }
        return new Channels(channels, answer.times(), answer.targetTimes());
    }

    private static float[] column(float[][] rows, int column) {
        float[] values = new float[rows.length];
        for (int t = 0; t < rows.length; t++) {
            values[t] = rows[t][column];
        }
        return values;
    }

    /** The numbers of an input as the data have them; writes over those that it is given. */
    private float[] given(int input, float[] values) {
        for (int t = 0; t < values.length; t++) {
            values[t] = series.received(input, values[t]);
        }
        return values;
    }

    /** The same of an output. */
    private float[] shown(int output, float[] values) {
        for (int t = 0; t < values.length; t++) {
            values[t] = series.shown(output, values[t]);
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

    @Override
    public Supplier<Region> card(Batch batch) {
        float[][] rows = Inputs.of(batch);
        float[][] beginning = Arrays.copyOf(rows, Math.min(CURVE_STEPS, rows.length));
        List<float[]> curves = IntStream.range(0, Math.min(CURVES, batch.inputs()))
                .mapToObj(i -> column(beginning, i))
                .toList();
        return () -> new SmallCurves(curves);
    }

    @Override
    public List<String> inputNames() {
        return series.inputs();
    }

    @Override
    public List<String> outputNames() {
        return series.outputs();
    }
}
