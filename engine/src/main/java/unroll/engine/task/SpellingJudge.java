package unroll.engine.task;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import unroll.engine.loss.BeamSearch;
import unroll.engine.loss.BestPath;
import unroll.engine.loss.Collapse;
import unroll.engine.loss.Ctc;
import unroll.engine.loss.Decoding;
import unroll.engine.loss.LogProbabilities;
import unroll.engine.loss.OneHot;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.EditDistance;

/**
 * Judges softmax outputs {@code [T][B][K]} by the label strings that they spell.
 *
 * @param longest labels of the longest string
 * @param beam prefixes kept in the search
 */
record SpellingJudge(Collapse collapse, int longest, int beam) {
    /** The least normal number of single precision: what a backend may round to 0 is not taken to be impossible. */
    private static final double LEAST = Float.MIN_NORMAL;

    /** {@code -log P(l | p)} of all sequences over their counted steps, in nats. */
    double loss(Batch batch, double[] predictions) {
        Ctc ctc = new Ctc(collapse, batch.steps(), batch.outputs(), longest);
        double[] o = logarithms(predictions);
        double sum = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            sum += ctc.value(o, batch.target(), batch.weight(), batch.sequences(), b);
        }
        double counted = 0;
        for (double weight : batch.weight()) {
            counted += weight;
        }
        return sum / counted;
    }

    /** Edits from the strings found by beam search to the true ones, in percent of the true ones' labels. */
    double beamErrors(Batch batch, double[] predictions) {
        BeamSearch search = new BeamSearch(collapse, beam);
        return errors(batch, predictions, p -> search.decode(p).getFirst());
    }

    /** The same for the strings of the best paths. */
    double pathErrors(Batch batch, double[] predictions) {
        return errors(batch, predictions, new BestPath(collapse)::decode);
    }

    private double errors(Batch batch, double[] predictions, Function<LogProbabilities, Decoding> decoder) {
        LogProbabilities p = new LogProbabilities(batch.steps(), batch.outputs());
        double[] o = logarithms(predictions);
        int[] path = new int[batch.steps()];
        double edits = 0;
        double labels = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            List<Integer> expected = truth(batch, b, path);
            p.read(o, batch.weight(), batch.sequences(), b);
            edits += p.areNumbers() ? EditDistance.of(decoder.apply(p).labels(), expected) : Double.NaN;
            labels += expected.size();
        }
        return 100 * edits / labels;
    }

    /** The string that the targets of a sequence spell. */
    private List<Integer> truth(Batch batch, int b, int[] path) {
        int steps = OneHot.path(batch.target(), batch.weight(), batch.sequences(), b, batch.outputs(), path);
        int count = collapse.spell(path, steps, batch.outputs() - 1, path);
        return Arrays.stream(path, 0, count).boxed().toList();
    }

    private static double[] logarithms(double[] predictions) {
        double[] logarithms = new double[predictions.length];
        for (int i = 0; i < predictions.length; i++) {
            logarithms[i] = Math.log(Math.max(predictions[i], LEAST));
        }
        return logarithms;
    }
}
