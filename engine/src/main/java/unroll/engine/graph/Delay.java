package unroll.engine.graph;

import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * What a signal was some steps ago: {@code out_t = x_t-k}; before the first step of {@code x} it is the start, and that is a
 * parameter, the same for all sequences, or the signal of which {@code x} is the continuation, or 0.
 */
public final class Delay extends Unit {
    private final Backend backend;
    private final Signal x;
    private final int lag;
    private final @Nullable Parameter start;
    private final @Nullable Signal earlier;
    private final Buffer first;
    private final Buffer firstTangent;
    private final Buffer ones;

    private Delay(Signal out, Signal x, int lag, @Nullable Parameter start, @Nullable Signal earlier) {
        super(out);
        backend = out.backend();
        this.x = x;
        this.lag = lag;
        this.start = start;
        this.earlier = earlier;
        first = backend.allocate(out.sequences(), out.width());
        firstTangent = backend.allocate(out.sequences(), out.width());
        ones = backend.allocate(out.sequences(), 1);
        backend.fill(1, ones);
    }

    /** With a learned start, 1 x width: {@code h_0}. */
    public static Delay learned(Signal out, Signal x, int lag, Parameter start) {
        return new Delay(out, x, lag, start, null);
    }

    /** With zeros before the first step. */
    public static Delay zero(Signal out, Signal x, int lag) {
        return new Delay(out, x, lag, null, null);
    }

    /** With the last steps of {@code earlier}, which ends where {@code x} begins. */
    public static Delay after(Signal out, Signal x, int lag, Signal earlier) {
        if (earlier.end() != x.begin() || earlier.steps() < lag) {
            throw new IllegalArgumentException("a signal that ends at step " + earlier.end() + " after "
                    + earlier.steps() + " steps is no start, " + lag + " back, of one that begins at " + x.begin());
        }
        return new Delay(out, x, lag, null, earlier);
    }

    /** What it delays. */
    Signal delayed() {
        return x;
    }

    int lag() {
        return lag;
    }

    @Override
    void prepare() {
        if (start != null) {
            backend.product(ones, false, start.value(), false, 0, first);
        }
    }

    @Override
    void prepareTangents() {
        if (start != null && !start.given()) {
            backend.product(ones, false, start.tangent(), false, 0, firstTangent);
        } else {
            backend.fill(0, firstTangent);
        }
    }

    @Override
    void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            backend.copy(value(t - lag), out().value(t, t + 1));
        }
    }

    private Buffer value(int t) {
        if (t >= x.begin()) {
            return x.value(t, t + 1);
        }
        return earlier == null ? first : earlier.value(t, t + 1);
    }

    @Override
    void push(int from, int to) {
        for (int t = from; t < to; t++) {
            backend.copy(tangent(t - lag), out().tangent(t, t + 1));
        }
    }

    private Buffer tangent(int t) {
        Signal source = source(t);
        return source == null || !source.differentiable() ? firstTangent : source.tangent(t, t + 1);
    }

    @Override
    void pull(int from, int to, double structural) {
        out().settle(from, to);
        for (int t = to - 1; t >= from; t--) {
            Signal source = source(t - lag);
            if (source != null && source.differentiable()) {
                Buffer adjoint = out().adjoint(t, t + 1);
                if (source.claim(t - lag, t - lag + 1) == 0) {
                    backend.copy(adjoint, source.adjoint(t - lag, t - lag + 1));
                } else {
                    backend.addScaled(1, adjoint, source.adjoint(t - lag, t - lag + 1));
                }
            }
        }
    }

    /** The signal that has step {@code t}, null where the start has it. */
    private @Nullable Signal source(int t) {
        if (t >= x.begin()) {
            return x;
        }
        return earlier;
    }

    @Override
    void collect(int from, int to) {
        for (int t = from; t < Math.min(to, x.begin() + lag) && start != null && !start.given(); t++) {
            backend.product(ones, true, out().adjoint(t, t + 1), false, 1, start.adjoint());
        }
    }
}
