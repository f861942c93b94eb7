package unroll.engine.exchange;

import java.util.List;

/**
 * A recurrent cell that other programs know: the names of its parameters here, PyTorch's order of its gates, which is that of
 * {@link #gates}, and that of ONNX.
 */
enum PortableCell {
    RNN("W_oh", "", "h", new Names('h', 0, "W_hv", "W_hh", "b_h", "")),

    /** Input gate, forget gate, candidate, output gate. */
    LSTM(
            "W_o",
            "c_0",
            "iofg",
            new Names('i', 0, "W_x", "W_h", "b", ""),
            new Names('f', 1, "W_x", "W_h", "b", ""),
            new Names('g', 2, "W_x", "W_h", "b", ""),
            new Names('o', 3, "W_x", "W_h", "b", "")),

    /** Reset gate, update gate, candidate. */
    GRU(
            "W_o",
            "",
            "zrn",
            new Names('r', 0, "W_x", "W_h", "b", ""),
            new Names('z', 1, "W_x", "W_h", "b", ""),
            new Names('n', 2, "W_x", "W_h", "b", "b_n"));

    static final String OUTPUT_BIAS = "b_o";
    static final String FIRST_STATE = "h_0";

    private final String readOut;
    private final String firstMemory;
    private final String onnxOrder;

    @SuppressWarnings("ImmutableEnumChecker") // a list of List.of never changes
    private final List<Names> gates;

    PortableCell(String readOut, String firstMemory, String onnxOrder, Names... gates) {
        this.readOut = readOut;
        this.firstMemory = firstMemory;
        this.onnxOrder = onnxOrder;
        this.gates = List.of(gates);
    }

    /**
     * The parameters that hold a gate.
     *
     * @param letter the gate's
     * @param block which of the equal parts of {@code input}, {@code recurrent} and {@code bias}, counted from 0
     * @param input weights from the inputs
     * @param recurrent weights from the hidden units
     * @param bias what is added to both
     * @param recurrentBias what is added to the recurrent product alone; empty where that is nothing
     */
    record Names(char letter, int block, String input, String recurrent, String bias, String recurrentBias) {}

    /** In PyTorch's order. */
    List<Names> gates() {
        return gates;
    }

    String readOut() {
        return readOut;
    }

    /** The parameter that holds the first state of the memory cells; empty where there are none. */
    String firstMemory() {
        return firstMemory;
    }

    boolean remembers() {
        return !firstMemory.isEmpty();
    }

    /** Where PyTorch has the gate that is the {@code i}th of ONNX. */
    int fromOnnx(int i) {
        char letter = onnxOrder.charAt(i);
        int at = 0;
        while (gates.get(at).letter() != letter) {
            at++;
        }
        return at;
    }
}
