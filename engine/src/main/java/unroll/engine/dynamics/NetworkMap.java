package unroll.engine.dynamics;

import java.util.Arrays;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.graph.Graph;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Predictor;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.SettingsException;

/**
 * A network as a map of its states: all that it carries from a step to the next, and where its predictions are fed back, the input that
 * comes next behind it.
 *
 * <p>What it carries is, signal after signal, the value of the step before, the one before that, and so on as far as delays reach: h and c of
 * an LSTM, the last L states of connections that reach back L steps, earlier inputs where it has taps on them. Numbers are double whatever the
 * network was trained in.
 */
public final class NetworkMap implements StateMap {
    private final Backend backend;
    private final Predictor predictor;
    private final double[] theta;
    private final InputMode input;
    private final int memory;
    private final int carried;

    /**
     * The network with these parameters, computed on the processor.
     *
     * @param theta its flat parameter vector
     * @throws SettingsException where its steps differ, nothing is carried from one to the next, or its predictions cannot be its inputs
     * @throws IllegalArgumentException where there are not as many parameters or inputs as it has
     */
    public NetworkMap(Predictor predictor, double[] theta, InputMode input) {
        this(CpuBackend.of(Precision.DOUBLE), predictor, theta, input);
    }

    /** The same on a backend of double precision. */
    NetworkMap(Backend backend, Predictor predictor, double[] theta, InputMode input) {
        this.backend = backend;
        this.predictor = predictor;
        this.theta = theta.clone();
        this.input = input;
        if (theta.length != predictor.layout().size()) {
            throw new IllegalArgumentException("a network of "
                    + predictor.layout().size() + " parameters has none of a vector of " + theta.length);
        }
        Rollout whole = rollout(predictor.shape(1));
        requireInputs(whole);
        Graph graph = whole.graph();
        if (!graph.stationary()) {
            throw new SettingsException(
                    "model",
                    "this network reads a sequence to its end before it writes, so that no map leads from each of its"
                            + " states to the next");
        }
        memory = graph.state().steps();
        carried = graph.state().size();
        if (size() == 0) {
            throw new SettingsException(
                    "model", "this network carries nothing from one step to the next, so that it has no dynamics");
        }
    }

    /** The same network with other parameters. */
    public NetworkMap with(double[] newTheta) {
        return new NetworkMap(backend, predictor, newTheta, input);
    }

    /** The same network while it receives something else. */
    public NetworkMap receiving(InputMode newInput) {
        return new NetworkMap(backend, predictor, theta, newInput);
    }

    /** The network. */
    public Predictor predictor() {
        return predictor;
    }

    /** Its flat parameter vector. */
    public double[] theta() {
        return theta.clone();
    }

    /** What it receives. */
    public InputMode input() {
        return input;
    }

    private void requireInputs(Rollout whole) {
        int columns =
                predictor.signature().symbols() ? 1 : predictor.signature().inputs();
        double[][] rows = switch (input) {
            case InputMode.Held(double[] row) -> new double[][] {row};
            case InputMode.Driven(double[][] sequence) -> sequence;
            case InputMode.FedBack(double[] row) -> new double[][] {row};
        };
        for (double[] row : rows) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "the network receives " + columns + " numbers at a step, not " + row.length);
            }
        }
        boolean predictsInputs =
                predictor.signature().inputs() == predictor.signature().outputs()
                        && !predictor.signature().symbols()
                        && predictor.signature().loop().isEmpty()
                        && predictor.signature().alignment().isEmpty()
                        && !whole.judgesItself();
        if (input instanceof InputMode.FedBack && !predictsInputs) {
            throw new SettingsException(
                    "task",
                    "what this network predicts cannot be fed back as a map: its outputs must be the numbers that it"
                            + " receives, and follow from its state without being drawn; hold its input instead");
        }
    }

    /** The network over some sequences, with these parameters. */
    private Rollout rollout(Rollout.Shape shape) {
        Parameters parameters = Parameters.of(predictor.layout(), backend);
        backend.write(theta, 0, parameters.value());
        return new Predictor(predictor.signature(), predictor.model().withAllDerivatives())
                .rollout(backend, parameters, shape);
    }

    @Override
    public int size() {
        return carried + (fedBack() ? predictor.signature().inputs() : 0);
    }

    private boolean fedBack() {
        return input instanceof InputMode.FedBack;
    }

    /**
     * The state before the first step: what the network begins with, with zeros for inputs before the first, or the first symbol where
     * they are symbols.
     */
    public double[] first() {
        double[] starts = rollout(predictor.shape(1).over(memory + 1)).graph().starts();
        if (!(input instanceof InputMode.FedBack(double[] row))) {
            return starts;
        }
        double[] state = Arrays.copyOf(starts, size());
        System.arraycopy(row, 0, state, carried, row.length);
        return state;
    }

    @Override
    public Steps steps(int count) {
        return new NetworkSteps(
                rollout(predictor.shape(count).over(memory + 1).withInputGradients()),
                input,
                predictor.signature().loss());
    }
}
