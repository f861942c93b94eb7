package unroll.engine.experiment;

import java.util.function.IntToDoubleFunction;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Problem;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.Task;

/** A small network as it comes with the program, run in double over sequences of a test's own. */
final class SmallNetwork {
    private final Experiment experiment;

    private SmallNetwork(Experiment experiment) {
        this.experiment = experiment;
    }

    /**
     * What a network made of some sequences.
     *
     * @param hidden states {@code [T][B][H]}
     * @param output before the output units' non-linearity, {@code [T][B][O]}
     */
    record Answers(double[][][] hidden, double[][][] output) {
        /** Output {@code o} of sequence {@code b} at each step. */
        double[] output(int b, int o) {
            double[] along = new double[output.length];
            for (int t = 0; t < along.length; t++) {
                along[t] = output[t][b][o];
            }
            return along;
        }

        /** The same as the probability of a logistic unit. */
        double[] probability(int b, int o) {
            double[] along = output(b, o);
            for (int t = 0; t < along.length; t++) {
                along[t] = 1 / (1 + Math.exp(-along[t]));
            }
            return along;
        }
    }

    /** The one of that name. */
    static SmallNetwork of(String name) {
        return new SmallNetwork(Examples.smallNetworks().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    Experiment experiment() {
        return experiment;
    }

    /** The same with another value of a parameter. */
    SmallNetwork with(String parameter, String rows) {
        return new SmallNetwork(SettingsJson.with(experiment, "initialisation.values." + parameter, rows));
    }

    /** The same with every weight and bias so many times as large. */
    SmallNetwork times(double factor) {
        SmallNetwork scaled = this;
        Layout layout = problem().layout();
        double[] theta = theta();
        for (Layout.Slot slot : layout.slots()) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < slot.size(); i++) {
                rows.append(i > 0 && i % slot.columns() == 0 ? ";" : " ").append(factor * theta[slot.offset() + i]);
            }
            scaled = scaled.with(slot.name(), rows.toString());
        }
        return scaled;
    }

    /** Runs it over one sequence of a single input. */
    Answers answers(int steps, IntToDoubleFunction input) {
        double[][][] inputs = new double[steps][1][1];
        for (int t = 0; t < steps; t++) {
            inputs[t][0][0] = input.applyAsDouble(t);
        }
        return answers(inputs);
    }

    /** Runs it over one sequence {@code [T][I]}. */
    Answers answers(double[][] inputs) {
        double[][][] one = new double[inputs.length][][];
        for (int t = 0; t < inputs.length; t++) {
            one[t] = new double[][] {inputs[t]};
        }
        return answers(one);
    }

    /** Runs it over sequences {@code [T][B][I]}. */
    Answers answers(double[][][] inputs) {
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        Problem problem = problem();
        Parameters parameters = Parameters.of(problem.layout(), backend);
        backend.write(theta(), 0, parameters.value());
        Graph graph = new Graph(backend, inputs.length, inputs[0].length);
        Signal v = graph.given(inputs[0][0].length, false);
        Model.Wiring wiring = problem.model().wire(graph, parameters, v);
        double[] flat = new double[v.value().size()];
        int at = 0;
        for (double[][] step : inputs) {
            for (double[] one : step) {
                System.arraycopy(one, 0, flat, at, one.length);
                at += one.length;
            }
        }
        backend.write(flat, 0, v.value());
        graph.forward();
        return new Answers(
                shaped(backend.read(wiring.hidden().value()), inputs.length, inputs[0].length),
                shaped(backend.read(wiring.output().value()), inputs.length, inputs[0].length));
    }

    private Problem problem() {
        return Problem.of(experiment.task().open(), experiment.model());
    }

    private double[] theta() {
        Task task = experiment.task().open();
        return FirstParameters.draw(experiment, task, problem().layout());
    }

    private static double[][][] shaped(double[] flat, int steps, int sequences) {
        int width = flat.length / steps / sequences;
        double[][][] shaped = new double[steps][sequences][width];
        for (int i = 0; i < flat.length; i++) {
            shaped[i / width / sequences][i / width % sequences][i % width] = flat[i];
        }
        return shaped;
    }
}
