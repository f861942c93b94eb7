package unroll.engine.model;

import static unroll.engine.graph.Affine.tap;

import java.util.Collections;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;

/** Delay taps: the inputs of the last k steps, each with weights of its own; before the first step there is nothing. */
final class Taps {
    private Taps() {}

    /** The roles of {@code count} matrices on top of each other: an earlier input has the role of the latest. */
    static Role[] roles(int count) {
        return Collections.nCopies(count, Role.INPUT_WEIGHT).toArray(Role[]::new);
    }

    /** {@code u_t = sum_j<k W_j v_t-j + b}, where {@code weights} holds k matrices on top of each other. */
    static Affine of(Signal u, Parameter bias, Signal v, Parameter weights, int count) {
        Affine.Term[] terms = new Affine.Term[count];
        for (int j = 0; j < count; j++) {
            terms[j] = tap(v, j, weights.block(j, count));
        }
        return Affine.of(u, bias, terms);
    }
}
