package unroll.engine.model;

import java.util.List;
import java.util.Optional;

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
                EchoState,
                Designed {
    /** The architecture for so many numbers in and out at each time step. */
    Model model(int inputs, int outputs);

    /** The same network as a plan of layers and connections, if it can be drawn as one. */
    default Optional<Plan> plan() {
        return Optional.empty();
    }

    /** Why there can be no such network; empty where there can. */
    default List<Plan.Fault> faults() {
        return List.of();
    }
}
