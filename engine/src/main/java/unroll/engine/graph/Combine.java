package unroll.engine.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** A sum of signals and of products of two signals, element by element: {@code out = sum_i alpha_i a_i (b_i)}. */
public final class Combine extends SingleOutput {
    /**
     * {@code alpha a} or, with a second signal, {@code alpha a b}; both of the width of the sum.
     */
    public record Summand(double alpha, Signal a, @Nullable Signal b) {}

    private final Backend backend;
    private final Summand[] terms; // a loop over an array allocates no iterator

    /** The sum of at least one term. */
    public Combine(Signal out, List<Summand> terms) {
        super(out);
        backend = out.backend();
        this.terms = terms.toArray(Summand[]::new);
    }

    /** The sum of at least one term. */
    public Combine(Signal out, Summand... terms) {
        this(out, List.of(terms));
    }

    /** {@code alpha a}. */
    public static Summand term(double alpha, Signal a) {
        return new Summand(alpha, a, null);
    }

    /** {@code a b}. */
    public static Summand product(Signal a, Signal b) {
        return new Summand(1, a, b);
    }

    /** {@code alpha a b}. */
    public static Summand product(double alpha, Signal a, Signal b) {
        return new Summand(alpha, a, b);
    }

    /** What is summed. */
    public List<Summand> terms() {
        return List.of(terms);
    }

    @Override
    void values(int from, int to) {
        double beta = 0;
        for (Summand term : terms) {
            add(term.alpha, term.a.value(from, to), other(term.b, from, to), beta, out().value(from, to));
            beta = 1;
        }
    }

    @Override
    void tangents(int from, int to) {
        double beta = 0;
        for (Summand term : terms) {
            Signal b = term.b;
            if (term.a.differentiable()) {
                add(term.alpha, term.a.tangent(from, to), other(b, from, to), beta, out().tangent(from, to));
                beta = 1;
            }
            if (b != null && b.differentiable()) {
                add(term.alpha, b.tangent(from, to), term.a.value(from, to), beta, out().tangent(from, to));
                beta = 1;
            }
        }
        if (beta == 0) {
            backend.fill(0, out().tangent(from, to));
        }
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        Buffer adjoint = out().adjoint(from, to);
        for (int i = terms.length - 1; i >= 0; i--) {
            Summand term = terms[i];
            Signal b = term.b;
            if (term.a.differentiable()) {
                double beta = term.a.claim(from, to);
                add(term.alpha, adjoint, other(b, from, to), beta, term.a.adjoint(from, to));
            }
            if (b != null && b.differentiable()) {
                double beta = b.claim(from, to);
                add(term.alpha, adjoint, term.a.value(from, to), beta, b.adjoint(from, to));
            }
        }
    }

    private static @Nullable Buffer other(@Nullable Signal b, int from, int to) {
        return b == null ? null : b.value(from, to);
    }

    /** {@code sum = alpha x (y) + beta sum}. */
    private void add(double alpha, Buffer x, @Nullable Buffer y, double beta, Buffer sum) {
        if (y != null) {
            backend.times(alpha, x, y, beta, sum);
        } else if (beta != 0) {
            backend.addScaled(alpha, x, sum);
        } else {
            backend.copy(x, sum);
            if (alpha != 1) {
                backend.scale(alpha, sum);
            }
        }
    }
}
