package unroll.bench;

import ai.djl.nn.Block;
import unroll.engine.backend.Activation;
import unroll.engine.model.Gru;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;

/** A recurrent network that both systems have. */
public enum PeerCell {
    RNN(1),
    LSTM(4),
    GRU(3);

    /** How many matrices lead from the state to the state. */
    final int gates;

    PeerCell(int gates) {
        this.gates = gates;
    }

    ModelSettings model(int hidden) {
        return switch (this) {
            case RNN -> new StandardRnn(hidden, Activation.TANH);
            case LSTM -> new StandardLstm(hidden);
            case GRU -> new Gru(hidden);
        };
    }

    /** Libtorch's own over whole sequences, time first. */
    Block block(int hidden) {
        return switch (this) {
            case RNN ->
                ai.djl
                        .nn
                        .recurrent
                        .RNN
                        .builder()
                        .setActivation(ai.djl.nn.recurrent.RNN.Activation.TANH)
                        .setStateSize(hidden)
                        .setNumLayers(1)
                        .optBatchFirst(false)
                        .build();
            case LSTM ->
                ai.djl
                        .nn
                        .recurrent
                        .LSTM
                        .builder()
                        .setStateSize(hidden)
                        .setNumLayers(1)
                        .optBatchFirst(false)
                        .build();
            case GRU ->
                ai.djl
                        .nn
                        .recurrent
                        .GRU
                        .builder()
                        .setStateSize(hidden)
                        .setNumLayers(1)
                        .optBatchFirst(false)
                        .build();
        };
    }
}
