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
record Form(Cell cell, Activation activation) {
    /**
     * The form of an architecture; a new one gets its line here.
     *
     * @throws ExchangeException where other programs have no form for it
     */
    static Form of(ModelSettings model) {
        return switch (model) {
            case StandardRnn rnn -> new Form(Cell.RNN, rnn.activation());
            case StandardLstm _ -> new Form(Cell.LSTM, Activation.TANH);
            case Gru _ -> new Form(Cell.GRU, Activation.TANH);
            default ->
                throw new ExchangeException("neither PyTorch nor ONNX has a cell for the model "
                        + model.getClass().getSimpleName() + "; use safetensors");
        };
    }

    /** @throws ExchangeException where PyTorch's RNN has no such hidden units */
    void checkPyTorch() {
        if (cell == Cell.RNN && activation != Activation.TANH && activation != Activation.RELU) {
            throw new ExchangeException(
                    "PyTorch's RNN has tanh or relu units, no " + name(activation) + " ones; use safetensors or onnx");
        }
    }

    /** "an LSTM", "a GRU". */
    static String withArticle(Cell cell) {
        return (cell == Cell.GRU ? "a " : "an ") + cell;
    }

    /** As people write it: "tanh". */
    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
