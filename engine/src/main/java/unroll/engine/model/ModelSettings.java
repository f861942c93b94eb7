package unroll.engine.model;

/** The settings of a model, one record for each architecture. */
public sealed interface ModelSettings
        permits StandardRnn,
                StandardLstm,
                ThesisLstm,
                Gru,
                MultiplicativeRnn,
                TensorRnn,
                DeepRnn,
                SkipRnn,
                EncoderDecoder,
                FeedForward,
                Autoencoder,
                TimeDelayNet,
                Narx,
                LinearAutoregressive,
                EchoState {
    /** The architecture for so many numbers in and out at each time step. */
    Model model(int inputs, int outputs);
}
