package unroll.engine.probe;

import java.util.List;

/**
 * What the network made of one test sequence, or of a beginning that somebody gave; every array is {@code [T][...]}, step by step.
 *
 * @param update the update whose parameters answered
 * @param sequence number of the test sequence, or {@link #GIVEN}
 * @param input the true inputs, {@code [T][I]}, or {@code [T][1]} where they are symbols
 * @param target what it should have predicted, {@code [T][O]}; for a label string without alignment the probability of each class
 *     at each step that counts, given the string: where the network itself would put the labels
 * @param weight how much each step counts, {@code [T][1]}
 * @param hidden its hidden states on the true inputs, {@code [T][H]}
 * @param prediction what it predicted on the true inputs, {@code [T][O]}
 * @param freeRun what it predicted in the free run, {@code [T][O]}; empty where the outputs cannot be inputs
 * @param drawn what came after each step of the free run, {@code [T][O]}, or {@code [T][1]} where it is a symbol: the true frame at
 *     first, then one drawn as it predicted; empty where none is drawn
 * @param times when the steps were, a text each, as the data have it; empty where they do not say
 * @param targetTimes the same of what is to be predicted at each step
 */
public record SequenceAnswer(
        long update,
        int sequence,
        float[][] input,
        float[][] target,
        float[][] weight,
        float[][] hidden,
        float[][] prediction,
        float[][] freeRun,
        float[][] drawn,
        List<String> times,
        List<String> targetTimes) {
    /** The number of a sequence that is none of the test sequences: somebody gave its beginning. */
    public static final int GIVEN = -1;

    public SequenceAnswer {
        times = List.copyOf(times);
        targetTimes = List.copyOf(targetTimes);
    }

    /** One past its last step that counts, what follows being padding; T where none does. */
    public int end() {
        int end = weight.length;
        while (end > 0 && weight[end - 1][0] == 0) {
            end--;
        }
        return end > 0 ? end : weight.length;
    }
}
