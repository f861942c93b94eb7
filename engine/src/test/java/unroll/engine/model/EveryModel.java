package unroll.engine.model;

import java.util.List;
import unroll.engine.backend.Activation;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.WholeNumbers;

/** A small network of every model, each of a size of its own: what a law about models is held to. */
public final class EveryModel {
    private static final ContrastiveDivergence DIVERGENCE = new ContrastiveDivergence(Schedule.constant(2), false);
    private static final PredictionSettings PREDICTION = new PredictionSettings.MeanField(3);

    /** Those that are judged by the loss of any task, some in more than one form. */
    public static final List<ModelSettings> SMALL = List.of(
            new StandardRnn(5, Activation.TANH),
            new StandardLstm(3),
            new ThesisLstm(3, 2),
            new Gru(4),
            new MultiplicativeRnn(3, 4, Activation.TANH),
            new TensorRnn(3, Activation.LOGISTIC),
            new DeepRnn(3, 2, true, Activation.TANH),
            new DeepRnn(2, 3, false, Activation.LOGISTIC),
            new SkipRnn(3, WholeNumbers.of(2, 5), Activation.TANH),
            new EncoderDecoder(3, 2, Activation.TANH),
            new FeedForward(WholeNumbers.of(4, 2), Activation.TANH),
            new Autoencoder(WholeNumbers.of(4, 3, 2), Activation.LOGISTIC),
            new TimeDelayNet(3, 3, Activation.LOGISTIC),
            new Narx(3, 2, 3, Activation.TANH),
            new LinearAutoregressive(3),
            new EchoState(4, Activation.TANH, 0.9, 3, 0.3, 1, 0.1, 1, 4, 4),
            new EchoState(5, Activation.LOGISTIC, 0.9, 3, 1, 1, 0.1, 0, 4, 4),
            new Designed("a: tanh 3, b: logistic 2", "v > a, a > b, b > a @1, a > o, b > o @2, v > o @1", "a"),
            new Designed(
                    "a: lstm 2, b: gru 3, c: linear 2",
                    "v > a, a > b, b > a @2, b > b @1, a > c @3, c > o, b > o",
                    ""));

    /** Those that bring what judges them, for frames of binary units. */
    public static final List<ModelSettings> MACHINES = List.of(
            new Rbm(4, VisibleUnits.BINARY, 1, 0, 0, DIVERGENCE, PREDICTION),
            new Rbm(4, VisibleUnits.BINARY, 1, 3, 0, DIVERGENCE, PREDICTION),
            new Trbm(3, VisibleUnits.BINARY, 1, 2, true, true, true, false, 0, 0, DIVERGENCE, PREDICTION),
            new Trbm(4, VisibleUnits.BINARY, 1, 1, true, false, false, true, 0, 0, DIVERGENCE, PREDICTION),
            new Trbm(4, VisibleUnits.BINARY, 1, 2, true, true, true, false, 3, 0, DIVERGENCE, PREDICTION),
            new Rtrbm(3, VisibleUnits.BINARY, 1, false, 0, true, 0, DIVERGENCE, PREDICTION),
            new Rtrbm(4, VisibleUnits.BINARY, 1, true, 2, false, 3, DIVERGENCE, PREDICTION),
            new RnnRbm(3, 4, VisibleUnits.BINARY, 1, 1, 0, DIVERGENCE, PREDICTION));

    private EveryModel() {}
}
