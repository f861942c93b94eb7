package unroll.app.sequence;

import unroll.engine.sequence.Batch;

/** What a network receives at each time step of a sequence, as numbers to be drawn. */
final class Inputs {
    private Inputs() {}

    /** Those of a batch's first sequence, {@code [T][I]}, or {@code [T][1]} if they are codes of symbols. */
    static float[][] of(Batch batch) {
        float[][] rows = new float[batch.steps()][batch.inputs()];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < rows[t].length; i++) {
                rows[t][i] = (float) batch.input()[batch.inputAt(t, 0) + i];
            }
        }
        return rows;
    }

    /** The same rows if they have {@code width} numbers; codes of symbols become rows with a 1 at the place of the symbol. */
    static float[][] spread(float[][] rows, int width) {
        if (rows.length == 0 || rows[0].length == width) {
            return rows;
        }
        float[][] spread = new float[rows.length][width];
        for (int t = 0; t < rows.length; t++) {
            spread[t][(int) rows[t][0]] = 1;
        }
        return spread;
    }
}
