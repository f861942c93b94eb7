package unroll.engine.anatomy;

import java.util.List;

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
