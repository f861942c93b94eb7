package unroll.engine.sweep;

import unroll.engine.setting.Setting;

/**
 * When a run of a sweep has done enough, besides when all its updates are made.
 *
 * @param whenSolved as soon as a test says that the task is solved
 * @param minibatches beyond so many it has failed; 0 for no limit. Thesis fig. 4.1: 50,000
 * @param minibatch sequences that count as one, or the whole batch where that has fewer. Thesis fig. 4.1: 1000
 * @param seconds after so much training it has failed; 0 for no limit
 */
public record Stop(
        @Setting(label = "When solved", help = "Stop as soon as a test says that the task is solved.", initial = "true")
        boolean whenSolved,

        @Setting(
                label = "Minibatches",
                help = "A run that needs more has failed; 0 for no limit. A gradient, a loss or a curvature product"
                        + " on a minibatch counts as one.",
                initial = "0",
                min = 0,
                max = 1e12)
        double minibatches,

        @Setting(
                label = "Minibatch",
                help = "Sequences that count as one minibatch, or the whole batch where that has fewer.",
                unit = "sequences",
                initial = "1000",
                min = 1,
                max = 1e6)
        int minibatch,

        @Setting(
                label = "Seconds",
                help = "A run that trains longer has failed; 0 for no limit. Where it then stops depends on the"
                        + " machine.",
                unit = "s",
                initial = "0",
                min = 0,
                max = 1e9)
        double seconds) {

    /** How many minibatches an evaluation on a whole batch of so many sequences is. */
    public double minibatches(int batch) {
        return (double) batch / Math.min(batch, minibatch);
    }
}
