package unroll.engine.graph;

import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** Nodes of one time step each, put one after the other: the glue of a step-by-step composition. */
final class Join extends Sequence {
    private final Backend backend;
    private final List<? extends Sequence> parts;

    Join(Backend backend, List<? extends Sequence> parts) {
        super(
                backend,
                parts.size(),
                parts.getFirst().sequences(),
                parts.getFirst().width());
        this.backend = backend;
        this.parts = List.copyOf(parts);
    }

    private Buffer step(Buffer all, int t) {
        return all.rows(t * sequences(), sequences());
    }

    @Override
    void forward(int from, int to) {
        for (int t = 0; t < steps(); t++) {
            backend.copy(parts.get(t).value(), step(value(), t));
        }
    }

    @Override
    void push() {
        for (int t = 0; t < steps(); t++) {
            backend.copy(parts.get(t).tangent(), step(tangent(), t));
        }
    }

    @Override
    void pull(double structural) {
        for (int t = 0; t < steps(); t++) {
            backend.scale(parts.get(t).claim(), parts.get(t).adjoint());
            backend.addScaled(1, step(adjoint(), t), parts.get(t).adjoint());
        }
    }
}
