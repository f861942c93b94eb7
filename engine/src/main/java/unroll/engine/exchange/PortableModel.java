package unroll.engine.exchange;

import java.util.Locale;
import unroll.engine.backend.Activation;
import unroll.engine.model.Gru;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;

/**
 * What an architecture is to other programs.
 *
 * @param cell its cell
 * @param activation of the hidden units
 */
record PortableModel(PortableCell cell, Activation activation) {
    /**
     * The form of an architecture; a new one gets its line here.
     *
     * @throws ExchangeException where other programs have no form for it
     */
    static PortableModel of(ModelSettings model) {
        return switch (model) {
            case StandardRnn rnn -> new PortableModel(PortableCell.RNN, rnn.activation());
            case StandardLstm _ -> new PortableModel(PortableCell.LSTM, Activation.TANH);
            case Gru _ -> new PortableModel(PortableCell.GRU, Activation.TANH);
            default ->
                throw new ExchangeException("neither PyTorch nor ONNX has a cell for the model "
                        + model.getClass().getSimpleName() + "; use safetensors");
        };
    }

    /** @throws ExchangeException where PyTorch's RNN has no such hidden units */
    void checkPyTorch() {
        if (cell == PortableCell.RNN && activation != Activation.TANH && activation != Activation.RELU) {
            throw new ExchangeException(
                    "PyTorch's RNN has tanh or relu units, no " + name(activation) + " ones; use safetensors or onnx");
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
