package unroll.engine.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sum of products with weights and a bias at every time step: {@code u_t = sum_i W_i x_i,t-k_i + b}, batched over the time
 * steps of a sweep; with no terms it is the bias in every row.
 */
public final class Affine extends Unit {
    private final boolean adding;
    private final Weighted[] terms; // a loop over an array allocates no iterator
    private final @Nullable Ones bias;

    private Affine(Signal u, boolean adding, List<Term> terms, @Nullable Parameter bias) {
        super(u);
        this.adding = adding;
        if (!adding && bias == null && !terms.isEmpty() && terms.getFirst().lag() > 0) {
            throw new IllegalArgumentException(
                    "the first of several terms has no delay, so that every step has a value");
        }
        this.terms = terms.stream().map(term -> Weighted.of(u, term)).toArray(Weighted[]::new);
        this.bias = bias == null ? null : new Ones(u, bias);
    }

    /**
     * A signal and its weights.
     *
     * @param input n numbers a row
     * @param lag steps ago, k; 0 but for a delay tap
     * @param weight width x n
     */
    public record Term(Signal input, int lag, Parameter weight) {
        public Term {
            if (lag < 0) {
                throw new IllegalArgumentException("what comes " + -lag + " steps later is not known yet");
            }
        }
    }

    /** {@code W x}. */
    public static Term term(Signal x, Parameter weight) {
        return new Term(x, 0, weight);
    }

    /**
     * A delay tap: {@code W x_t-k}, nothing before the first step of {@code x}. The taps of what is given are no state; what a
     * network computed is remembered by a {@link Delay}.
     */
    public static Term tap(Signal x, int lag, Parameter weight) {
        return new Term(x, lag, weight);
    }

    /** {@code u = sum W x + b}; {@code bias} is 1 x width. */
    public static Affine of(Signal u, Parameter bias, Term... terms) {
        return new Affine(u, false, List.of(terms), bias);
    }

    /** {@code u = sum W x}. */
    public static Affine of(Signal u, Term... terms) {
        return new Affine(u, false, List.of(terms), null);
    }

    /** {@code u = u + sum W x}, where an operation before this one computes the first part of {@code u}. */
    public static Affine adding(Signal u, Term... terms) {
        return new Affine(u, true, List.of(terms), null);
    }

    /** The products that are summed. */
    public List<Term> terms() {
        return Arrays.stream(terms).map(Weighted::term).toList();
    }

    /** What is added to them. */
    public Optional<Parameter> bias() {
        return Optional.ofNullable(bias).map(Ones::bias);
    }

    /** Whether the sum is all there is of the signal. */
    boolean whole() {
        return !adding;
    }

    @Override
    void prepare() {
        for (Weighted term : terms) {
            term.prepare();
        }
    }

    @Override
    void prepareTangents() {
        for (Weighted term : terms) {
            term.prepareTangents();
        }
    }

    @Override
    void values(int from, int to) {
        if (bias != null) {
            bias.forward(from, to);
        }
        double beta = adding || bias != null ? 1 : 0;
        for (Weighted term : terms) {
            term.forward(from, to, beta);
            beta = 1;
        }
    }

    @Override
    void tangents(int from, int to) {
        if (bias != null) {
            bias.push(from, to);
        }
        double beta = adding || bias != null ? 1 : 0;
        for (Weighted term : terms) {
            term.push(from, to, beta);
            beta = 1;
        }
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        for (Weighted term : terms) {
            term.pull(from, to);
        }
    }

    @Override
    void gradients(int from, int to) {
        if (bias != null) {
            bias.collect(from, to);
        }
        for (Weighted term : terms) {
            term.collect(from, to);
        }
    }
}
