package unroll.engine.experiment;

import unroll.engine.setting.Setting;

/**
 * How much is learned from at a time, and for how long.
 *
 * @param batch sequences in each update's batch
 * @param updates after so many updates the run is finished
 * @param testSequences sequences kept to test on
 * @param testEvery updates from one test to the next
 * @param train which parameters are trained
 * @param sequences how many there are to learn from; 0 where there is no end of them
 * @param testLength the length of test sequences in the unit of the task's own; 0 for that
 */
public record TrainingSettings(
        @Setting(
                label = "Batch",
                help = "Sequences that each update learns from, drawn anew every time.",
                initial = "100",
                unit = "sequences",
                min = 1,
                max = 100_000)
        int batch,

        @Setting(
                label = "Updates",
                help = "After so many updates the run is finished.",
                initial = "20000",
                unit = "updates",
                min = 1,
                max = 1e9,
                from = 100,
                to = 1000000,
                live = true)
        long updates,

        @Setting(
                label = "Test on",
                help = "Sequences that are never learned from.",
                initial = "100",
                unit = "sequences",
                min = 1,
                max = 100_000)
        int testSequences,

        @Setting(
                label = "Test every",
                help = "Updates from one test to the next; a test costs about a third of an update for as many"
                        + " sequences.",
                initial = "100",
                unit = "updates",
                min = 1,
                max = 1e6)
        int testEvery,

        @Setting(
                label = "Train",
                help = "Which parameters are trained: all, none, or names with commas such as W_oh, b_o; a gate's part"
                        + " of one is b[1]. The others stay as they began.",
                initial = "all")
        String train,

        @Setting(
                label = "Training set",
                help = "How many sequences there are to learn from, again and again, so that a network can learn them"
                        + " by heart and tests tell (thesis sec. 2.6); 0 for new ones every time.",
                initial = "0",
                unit = "sequences",
                min = 0,
                max = 10_000_000,
                from = 1,
                to = 10_000)
        long sequences,

        @Setting(
                label = "Test length",
                help = "Length of the test sequences, counted as the task counts its own: learn to add 8 digits and be"
                        + " tested on 100. 0 for that of the training.",
                initial = "0",
                min = 0,
                max = 10_000)
        int testLength) {
    /** How many of {@code wanted} training sequences differ from each other. */
    public int different(int wanted) {
        return sequences == 0 ? wanted : (int) Math.min(wanted, sequences);
    }
}
