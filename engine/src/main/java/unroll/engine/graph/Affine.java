package unroll.engine.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Buffer;

/**
 * A sum of products with weights and a bias at every time step: {@code u_t = sum_i W_i x_i,t-k_i + b}, batched over the time
 * steps of a sweep; with no terms it is the bias in every row.
 */
public final class Affine extends SingleOutput {
    private final boolean adding;
    private final AffineTerm[] terms; // a loop over an array allocates no iterator
    private final @Nullable BiasTerm bias;

    private Affine(Signal u, boolean adding, List<Term> terms, @Nullable Parameter bias) {
        super(u);
        this.adding = adding;
        if (!adding && bias == null && !terms.isEmpty() && terms.getFirst().lag() > 0) {
            throw new IllegalArgumentException(
                    "the first of several terms has no delay, so that every step has a value");
        }
        this.terms = terms.stream().map(term -> AffineTerm.of(u, term)).toArray(AffineTerm[]::new);
        this.bias = bias == null ? null : new BiasTerm(u, bias);
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

    /**
     * {@code u_t = sum_j<k W_j x_t-j + b}: a {@link #tap} for each of the last k steps of {@code x}.
     *
     * @param weights k matrices on top of each other
     */
    public static Affine taps(Signal u, Parameter bias, Signal x, Parameter weights, int k) {
        Term[] terms = new Term[k];
        for (int j = 0; j < k; j++) {
            terms[j] = tap(x, j, weights.block(j, k));
        }
        return of(u, bias, terms);
    }

    /** {@code u = sum W x}. */
    public static Affine of(Signal u, Term... terms) {
        return new Affine(u, false, List.of(terms), null);
    }

    /** {@code u = u + sum W x}, where an operation before this one computes the first part of {@code u}. */
    public static Affine adding(Signal u, Term... terms) {
        return new Affine(u, true, List.of(terms), null);
    }

    /**
     * {@code y = [x_1 x_2 ...]}: signals beside each other, a symbol as a row with a single 1. The weights are rows of the identity,
     * so it is exact in every precision where all numbers are finite.
     *
     * @throws IllegalArgumentException where the widths do not add up to that of {@code y}
     */
    public static Affine join(Signal y, Signal... parts) {
        int width = Arrays.stream(parts).mapToInt(Signal::width).sum();
        if (width != y.width()) {
            throw new IllegalArgumentException(
                    "signals of " + width + " numbers together do not make one of " + y.width());
        }
        Term[] terms = new Term[parts.length];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            terms[i] = term(parts[i], place(y, at, parts[i].width()));
            at += parts[i].width();
        }
        return of(y, terms);
    }

    /** The weights by which {@code width} numbers become those of {@code y} from {@code at} on. */
    private static Parameter place(Signal y, int at, int width) {
        double[] numbers = new double[y.width() * width];
        for (int i = 0; i < width; i++) {
            numbers[(at + i) * width + i] = 1;
        }
        Buffer weight = y.backend().allocate(y.width(), width);
        y.backend().write(numbers, 0, weight);
        return Parameter.constant(weight);
    }

    /** The products that are summed. */
    public List<Term> terms() {
        return Arrays.stream(terms).map(AffineTerm::term).toList();
    }

    /** What is added to them. */
    public Optional<Parameter> bias() {
        return Optional.ofNullable(bias).map(BiasTerm::bias);
    }

    /** Whether the sum is all there is of the signal. */
    boolean whole() {
        return !adding;
    }

    @Override
    Stream<DelayedRead> delayedReads() {
        return terms().stream()
                .filter(term -> term.lag() > 0)
                .map(term -> new DelayedRead(term.input(), term.lag(), false));
    }

    @Override
    void prepare() {
        for (AffineTerm term : terms) {
            term.prepare();
        }
    }

    @Override
    void prepareTangents() {
        for (AffineTerm term : terms) {
            term.prepareTangents();
        }
    }

    @Override
    void values(int from, int to) {
        if (bias != null) {
            bias.forward(from, to);
        }
        double beta = adding || bias != null ? 1 : 0;
        for (AffineTerm term : terms) {
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
        for (AffineTerm term : terms) {
            term.push(from, to, beta);
            beta = 1;
        }
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        for (AffineTerm term : terms) {
            term.pull(from, to);
        }
    }

    @Override
    void gradients(int from, int to) {
        if (bias != null) {
            bias.collect(from, to);
        }
        for (AffineTerm term : terms) {
            term.collect(from, to);
        }
    }
}
