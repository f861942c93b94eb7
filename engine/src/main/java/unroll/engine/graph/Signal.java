package unroll.engine.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * A quantity in time: a row of numbers for each step of each sequence, {@code [T][B][width]}, with its directional value R
 * and its adjoint {@code dL/d}, all of one shape (thesis sec. 2.3).
 *
 * <p>Steps are those of the whole computation: a signal that exists in a part of it begins at {@link #begin}. Memory for
 * the directional value and the adjoint is allocated when a sweep first needs it.
 *
 * <p>The adjoint is a sum over all readers of the signal, which a backward sweep makes in place, over what an earlier sweep left.
 * Each step of a signal goes through these states:
 * <pre>
 *                    claim: 0, the reader overwrites
 *        +---------+ or settle: nobody reads it, so it is 0  +--------+
 *        |  STALE  | --------------------------------------> | SUMMED | claim: 1, the reader adds
 *        +---------+ <-------------------------------------- +--------+ settle: no change
 *                        release: another sweep begins
 * </pre>
 * A reader calls {@link #claim} and then adds its contribution, what is there scaled by the number that was returned. The operation
 * that computes the signal calls {@link #settle} before it passes the adjoint on; by then every reader has contributed. The
 * caller that seeds a sweep writes adjoints before it, and {@link Graph#pull} claims them.
 */
public final class Signal {
    /** What the numbers of a row are. */
    private enum RowKind {
        /** Computed, so derivatives flow. */
        COMPUTED,
        /** Given, and no derivative is wanted. */
        GIVEN,
        /** Given: one number a row, the code of a symbol that stands for a row with a single 1. */
        SYMBOLS
    }

    private final Backend backend;
    private final RowKind kind;
    private final int begin;
    private final int steps;
    private final int sequences;
    private final int width;
    private final StepSlices value;
    private final boolean[] claimed;
    private @Nullable StepSlices tangent;
    private @Nullable StepSlices adjoint;
    private @Nullable Intervention intervention;

    private Signal(Backend backend, RowKind kind, int begin, int steps, int sequences, int width) {
        this.backend = backend;
        this.kind = kind;
        this.begin = begin;
        this.steps = steps;
        this.sequences = sequences;
        this.width = width;
        value = part();
        claimed = new boolean[steps];
    }

    /** A signal that operations compute, at steps {@code begin} to {@code begin + steps - 1}. */
    static Signal computed(Backend backend, int begin, int steps, int sequences, int width) {
        return new Signal(backend, RowKind.COMPUTED, begin, steps, sequences, width);
    }

    /** Numbers that are given; {@code differentiable} if the derivative of the loss with respect to them is wanted. */
    static Signal given(Backend backend, int begin, int steps, int sequences, int width, boolean differentiable) {
        return new Signal(backend, differentiable ? RowKind.COMPUTED : RowKind.GIVEN, begin, steps, sequences, width);
    }

    /** Symbols that are given by their codes 0 to {@code width - 1}, one number a row. */
    static Signal symbols(Backend backend, int steps, int sequences, int width) {
        return new Signal(backend, RowKind.SYMBOLS, 0, steps, sequences, width);
    }

    private StepSlices part() {
        int columns = kind == RowKind.SYMBOLS ? 1 : width;
        return new StepSlices(backend.allocate(steps * sequences, columns), begin, steps, sequences);
    }

    Backend backend() {
        return backend;
    }

    /** Its first time step, counted from 0. */
    public int begin() {
        return begin;
    }

    /** One past its last time step. */
    public int end() {
        return begin + steps;
    }

    public int steps() {
        return steps;
    }

    public int sequences() {
        return sequences;
    }

    /** Numbers that a row stands for. */
    public int width() {
        return width;
    }

    /** Whether each row is the code of a symbol. */
    public boolean symbolic() {
        return kind == RowKind.SYMBOLS;
    }

    /** Whether derivatives flow through it. */
    public boolean differentiable() {
        return kind == RowKind.COMPUTED;
    }

    public Buffer value() {
        return value.whole();
    }

    /** The directional derivative of the value, after {@link Graph#push}. */
    public Buffer tangent() {
        return tangents().whole();
    }

    /** The derivative of the loss with respect to the value, after {@link Graph#pull}. */
    public Buffer adjoint() {
        return adjoints().whole();
    }

    /** The values at time steps {@code from} to {@code to - 1}. */
    public Buffer value(int from, int to) {
        return value.rows(from, to);
    }

    /** The directional values at those steps. */
    public Buffer tangent(int from, int to) {
        return tangents().rows(from, to);
    }

    /** The adjoints at those steps. */
    public Buffer adjoint(int from, int to) {
        return adjoints().rows(from, to);
    }

    private StepSlices tangents() {
        StepSlices made = tangent;
        if (made == null) {
            made = part();
            tangent = made;
        }
        return made;
    }

    private StepSlices adjoints() {
        StepSlices made = adjoint;
        if (made == null) {
            made = part();
            adjoint = made;
        }
        return made;
    }

    /** See {@link Graph#intervene}; null removes the intervention. */
    void intervene(@Nullable Intervention change) {
        intervention = change;
    }

    /** To be called when the values at time steps {@code from} to {@code to - 1} have been written: an intervention changes them now. */
    public void written(int from, int to) {
        Intervention change = intervention;
        for (int t = from; change != null && t < to; t++) {
            change.change(t, value(t, t + 1));
        }
    }

    /** The same for {@code rows}, which count as its value before its first step. */
    void started(Buffer rows) {
        Intervention change = intervention;
        if (change != null) {
            change.change(begin - 1, rows);
        }
    }

    /** Makes every step stale. */
    void release() {
        Arrays.fill(claimed, false);
    }

    /**
     * Announces a contribution to the adjoint at some steps: 0 if it is the first at all of them and overwrites what is there, 1 if
     * it is added; then those of the steps that were stale are 0.
     */
    double claim(int from, int to) {
        boolean any = false;
        for (int t = from; t < to; t++) {
            any |= claimed[t - begin];
        }
        if (any) {
            settle(from, to);
        }
        for (int t = from; t < to; t++) {
            claimed[t - begin] = true;
        }
        return any ? 1 : 0;
    }

    /** Makes the adjoint 0 at those of the steps that are stale: that nothing has contributed to. */
    public void settle(int from, int to) {
        for (int t = from; t < to; t++) {
            if (!claimed[t - begin]) {
                backend.fill(0, adjoint(t, t + 1));
                claimed[t - begin] = true;
            }
        }
    }

    /** Contributes the adjoint of a signal that copies it at step {@code t}. */
    void add(Buffer contribution, int t) {
        if (claim(t, t + 1) == 0) {
            backend.copy(contribution, adjoint(t, t + 1));
        } else {
            backend.addScaled(1, contribution, adjoint(t, t + 1));
        }
    }
}
