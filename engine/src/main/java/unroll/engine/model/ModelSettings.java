package unroll.engine.model;

/** The settings of a model, one record for each architecture. */
public sealed interface ModelSettings
        permits StandardRnn, StandardLstm, ThesisLstm, Gru, MultiplicativeRnn, TensorRnn, EchoState {
    /** The architecture for so many numbers in and out at each time step. */
    Model model(int inputs, int outputs);

    /** How many hidden units there are to look at. */
    int hidden();
}
