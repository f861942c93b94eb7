package unroll.engine.rollout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout;
import unroll.engine.model.Parameters;

/**
 * The output units as a linear function of signals of the network, {@code o_t = sum_i W_i x_i,t + b}, none of which depends on
 * the outputs.
 *
 * @param terms the signals x_i with their weights W_i
 * @param bias the parameter that is added, if there is one
 */
public record ReadOut(List<WeightedSignal> terms, Optional<Layout.Slot> bias) {
    /**
     * A signal and its weights.
     *
     * @param input n numbers or symbols
     * @param weight O x n
     */
    public record WeightedSignal(Signal input, Layout.Slot weight) {}

    /** The read-out of a network; empty where the outputs are computed otherwise, or with a part of a parameter only. */
    static Optional<ReadOut> of(Graph graph, Signal output, Parameters parameters) {
        return graph.affine(output).flatMap(affine -> of(affine, parameters));
    }

    private static Optional<ReadOut> of(Affine affine, Parameters parameters) {
        List<WeightedSignal> terms = affine.terms().stream()
                .flatMap(term ->
                        trained(term.weight(), parameters).stream().map(slot -> new WeightedSignal(term.input(), slot)))
                .toList();
        Optional<Layout.Slot> bias = affine.bias().flatMap(parameter -> trained(parameter, parameters));
        boolean whole = terms.size() == affine.terms().size()
                && bias.isPresent() == affine.bias().isPresent();
        return whole ? Optional.of(new ReadOut(terms, bias)) : Optional.empty();
    }

    private static Optional<Layout.Slot> trained(Parameter parameter, Parameters parameters) {
        return parameters.slot(parameter).filter(slot -> !slot.fixed());
    }

    /** Whether all parameters that are trained are those of a read-out, whatever becomes of its inputs. */
    static boolean isAllTrained(Graph graph, Signal output, Parameters parameters) {
        List<Layout.Slot> own = graph.affine(output).stream()
                .flatMap(affine ->
                        Stream.concat(affine.terms().stream().map(Affine.Term::weight), affine.bias().stream()))
                .flatMap(parameter -> parameters.slot(parameter).stream())
                .toList();
        return parameters.layout().slots().stream().allMatch(slot -> slot.fixed() || own.contains(slot));
    }

    /** Numbers that the output units receive at a step, the constant of the bias not counted. */
    public int width() {
        return terms.stream().mapToInt(term -> term.input().width()).sum();
    }
}
