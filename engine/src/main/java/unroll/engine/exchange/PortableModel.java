package unroll.engine.exchange;

import java.util.List;
import java.util.Locale;
import unroll.engine.backend.Activation;
import unroll.engine.model.Designed;
import unroll.engine.model.Gru;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.setting.Schema;

/**
 * What an architecture is to other programs: a stack of recurrent layers of one cell with a linear read-out.
 *
 * @param cell of all layers
 * @param activation of the hidden units
 * @param layers what the parameters of each are called here, from the input to the output
 * @param readOut what the weights from the last layer to the outputs are called
 */
record PortableModel(PortableCell cell, Activation activation, List<PortableNames> layers, String readOut) {
    static final String OUTPUT_BIAS = "b_o";

    PortableModel {
        layers = List.copyOf(layers);
    }

    /**
     * The form of an architecture; a new one gets its line here.
     *
     * @throws ExchangeException where other programs have no form for it
     */
    static PortableModel of(ModelSettings model) {
        return switch (model) {
            case StandardRnn rnn -> ofOneLayer(PortableCell.RNN, rnn.activation());
            case StandardLstm _ -> ofOneLayer(PortableCell.LSTM, Activation.TANH);
            case Gru _ -> ofOneLayer(PortableCell.GRU, Activation.TANH);
            case Designed drawn -> PortableStack.of(drawn.plan().orElseThrow());
            default ->
                throw new ExchangeException("neither PyTorch nor ONNX has a cell for the model "
                        + Schema.kind(model.getClass()).label() + "; use safetensors");
        };
    }

    /** The ready architecture of one layer. */
    static PortableModel ofOneLayer(PortableCell cell, Activation activation) {
        boolean rnn = cell == PortableCell.RNN;
        PortableNames names = new PortableNames(
                rnn ? "W_hv" : "W_x",
                rnn ? "W_hh" : "W_h",
                rnn ? "b_h" : "b",
                cell == PortableCell.GRU ? "b_n" : "",
                "h_0",
                cell.remembers() ? "c_0" : "");
        return new PortableModel(cell, activation, List.of(names), rnn ? "W_oh" : "W_o");
    }

    /** @throws ExchangeException where PyTorch's RNN has no such hidden units */
    void checkPyTorch() {
        if (cell == PortableCell.RNN && activation != Activation.TANH && activation != Activation.RELU) {
            throw new ExchangeException("PyTorch's RNN has tanh or relu units, no " + name(activation)
                    + " ones; use safetensors" + (Onnx.ACTIVATIONS.containsKey(activation) ? " or onnx" : ""));
        }
    }

    /** "an LSTM", "a GRU". */
    static String withArticle(PortableCell cell) {
        return (cell == PortableCell.GRU ? "a " : "an ") + cell;
    }

    /** As people write it: "tanh". */
    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
