package unroll.engine.graph;

import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * A sum of products and a bias at every time step: {@code u_t = sum_i W_i x_i,t + b}, batched over time; with no terms it
 * is the bias in every row.
 */
public final class Affine extends Sequence {
    /**
     * @param input n numbers a row
     * @param weight width x n
     */
    public record Term(Sequence input, Parameter weight) {}

    private final Backend backend;
    private final Term[] terms; // a loop over an array allocates no iterator
    private final Parameter bias;
    private final Buffer ones;

    /** The node over {@code terms}, whose inputs all have these steps and sequences; {@code bias} is 1 x width. */
    public Affine(Backend backend, int steps, int sequences, List<Term> terms, Parameter bias) {
        super(backend, steps, sequences, bias.value().columns());
        this.backend = backend;
        this.terms = terms.toArray(Term[]::new);
        this.bias = bias;
        ones = backend.allocate(steps * sequences, 1);
        backend.fill(1, ones);
    }

    @Override
    void forward(int from, int to) {
        Buffer out = part(value(), from, to);
        backend.product(part(ones, from, to), false, bias.value(), false, 0, out);
        for (Term term : terms) {
            backend.product(
                    part(term.input().value(), from, to), false, term.weight().value(), true, 1, out);
        }
    }

    @Override
    void push() {
        backend.product(ones, false, bias.tangent(), false, 0, tangent());
        for (Term term : terms) {
            backend.product(term.input().value(), false, term.weight().tangent(), true, 1, tangent());
            if (term.input().differentiable()) {
                backend.product(term.input().tangent(), false, term.weight().value(), true, 1, tangent());
            }
        }
    }

    @Override
    void pull(double structural) {
        backend.product(ones, true, adjoint(), false, bias.claim(), bias.adjoint());
        for (Term term : terms) {
            Sequence x = term.input();
            Parameter w = term.weight();
            backend.product(adjoint(), true, x.value(), false, w.claim(), w.adjoint());
            if (x.differentiable()) {
                backend.product(adjoint(), false, w.value(), false, x.claim(), x.adjoint());
            }
        }
    }
}
