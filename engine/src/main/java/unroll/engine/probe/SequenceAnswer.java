package unroll.engine.probe;

/**
 * What the network made of one test sequence; every array is {@code [T][...]}, step by step.
 *
 * @param update the update whose parameters answered
 * @param sequence number of the test sequence
 * @param input what it heard, {@code [T][I]}, or {@code [T][1]} if it hears symbols
 * @param target what it should have said, {@code [T][O]}; for a label string without alignment the probability of each class
 *     at each step that counts, given the string: where the network itself would put the labels
 * @param weight how much each step counts, {@code [T][1]}
 * @param hidden its hidden states hearing the truth, {@code [T][H]}
 * @param prediction what it said hearing the truth, {@code [T][O]}
 * @param freeRun what it said hearing itself, {@code [T][O]}; empty where the outputs cannot be inputs
 * @param drawn the symbol after each step of the free run: the true one before it hears itself, then one drawn from what it
 *     said, {@code [T]}; empty where it hears no symbols
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
        int[] drawn) {}
