package unroll.engine.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Operations beside a network, which only a criterion reads and computes when it needs them: they are no part of what the network does
 * from step to step. Backward sweeps of the {@link Graph} that it was made by begin with them.
 */
public final class Aside {
    private final List<Operation> operations = new ArrayList<>();

    Aside() {}

    /** Adds an operation that reads what the network or operations before it compute. */
    public void add(Operation operation) {
        operations.add(operation);
    }

    /** The values at steps {@code from} to {@code to - 1}, where those of the network are known. */
    public void forward(int from, int to) {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            operation.prepare();
            operation.forward(from, to);
        }
    }

    /** The backward sweep through those steps. */
    void pull(int from, int to, double structural) {
        Graph.pullThrough(operations, from, to, structural);
    }
}
