package unroll.engine.exchange;

/**
 * What the parameters of a layer are called here; those of several gates are stacked in PyTorch's order.
 *
 * @param input weights from the inputs
 * @param recurrent weights from the hidden units
 * @param bias what is added to both
 * @param innerBias what is added to the recurrent product of the candidate alone; empty where that is nothing
 * @param firstState of the hidden units
 * @param firstMemory of the memory cells; empty where there are none
 */
record PortableNames(
        String input, String recurrent, String bias, String innerBias, String firstState, String firstMemory) {}
