package unroll.engine.anatomy;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What n units follow from: {@code f(sum_k W_k x_k + b + sum_i alpha_i a_i b_i)}.
 *
 * @param function f, as it is written; empty for the sum itself
 * @param connections what is weighed
 * @param biases what is added; several where each has its own steps
 * @param products what is multiplied
 * @param whole whether that is all; if not, something else is added that is no such sum
 */
public record Formula(
        String function, List<Connection> connections, List<Bias> biases, List<Product> products, boolean whole) {
    /** Of what is given. */
    static final Formula GIVEN = new Formula("", List.of(), List.of(), List.of(), true);

    public Formula {
        connections = List.copyOf(connections);
        biases = List.copyOf(biases);
        products = List.copyOf(products);
    }

    /** Whether nothing in the network computes the numbers. */
    public boolean given() {
        return whole && connections.isEmpty() && biases.isEmpty() && products.isEmpty();
    }

    /** What the function makes of a sum; empty where it takes the sums of other units too. */
    public OptionalDouble result(double sum) {
        return switch (function) {
            case "" -> OptionalDouble.of(sum);
            case "tanh" -> OptionalDouble.of(Math.tanh(sum));
            case "\u03c3" -> OptionalDouble.of(1 / (1 + Math.exp(-sum)));
            case "relu" -> OptionalDouble.of(Math.max(0, sum));
            case "step" -> OptionalDouble.of(sum > 0 ? 1 : 0);
            default -> OptionalDouble.empty();
        };
    }

    /** What unit {@code j} sums at a step. */
    public double sum(int j, int step) {
        double sum = 0;
        for (Connection each : connections) {
            sum += each.sum(j, step);
        }
        for (Bias each : biases) {
            sum += each.acts(step) ? each.values()[j] : 0;
        }
        for (Product each : products) {
            sum += each.value(j, step);
        }
        return sum;
    }
}
