package unroll.engine.exchange;

/** A recurrent cell that other programs know, with the order in which they stack its gates. */
enum PortableCell {
    RNN("h", "h"),

    /** Input gate, forget gate, candidate, output gate. */
    LSTM("ifgo", "iofg"),

    /** Reset gate, update gate, candidate. */
    GRU("rzn", "zrn");

    private final String order;
    private final String onnxOrder;

    /** @param order of the gates here and in PyTorch, a letter for each */
    PortableCell(String order, String onnxOrder) {
        this.order = order;
        this.onnxOrder = onnxOrder;
    }

    /** How many gates it has, the candidate among them. */
    int gates() {
        return order.length();
    }

    /** Whether it has memory cells beside its states. */
    boolean remembers() {
        return this == LSTM;
    }

    /** Whether a gate has a bias of its own within the recurrent product, which the reset gate multiplies. */
    boolean innerBias(int gate) {
        return this == GRU && gate == gates() - 1;
    }

    /** Where PyTorch has the gate that is the {@code i}th of ONNX. */
    int fromOnnx(int i) {
        return order.indexOf(onnxOrder.charAt(i));
    }
}
