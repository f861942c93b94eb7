package unroll.engine.graph;

import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * What a signal was some steps ago: {@code out_t = x_t-k}; before the first step of {@code x} it is the start, and that is a
 * parameter, the same for all sequences, or 0.
 */
public final class Delay extends Unit {
    private final Backend backend;
    private final Signal x;
    private final int lag;
    private final @Nullable Parameter start;
    private final Buffer first;
    private final Buffer firstTangent;
    private final Buffer ones;

    private Delay(Signal out, Signal x, int lag, @Nullable Parameter start) {
        super(out);
        backend = out.backend();
        this.x = x;
        this.lag = lag;
        this.start = start;
        first = backend.allocate(out.sequences(), out.width());
        firstTangent = backend.allocate(out.sequences(), out.width());
        ones = backend.allocate(out.sequences(), 1);
        backend.fill(1, ones);
    }

    /** With a learned start, 1 x width: {@code h_0}. */
    public static Delay learned(Signal out, Signal x, int lag, Parameter start) {
        return new Delay(out, x, lag, start);
    }

    /** With zeros before the first step. */
    public static Delay zero(Signal out, Signal x, int lag) {
        return new Delay(out, x, lag, null);
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
        } else {
            backend.fill(0, first);
        }
        x.started(first);
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
    void values(int from, int to) {
        for (int t = from; t < to; t++) {
            backend.copy(value(t - lag), out().value(t, t + 1));
        }
    }

    private Buffer value(int t) {
        return t < x.begin() ? first : x.value(t, t + 1);
    }

    @Override
    void tangents(int from, int to) {
        for (int t = from; t < to; t++) {
            backend.copy(tangent(t - lag), out().tangent(t, t + 1));
        }
    }

    private Buffer tangent(int t) {
        return t < x.begin() || !x.differentiable() ? firstTangent : x.tangent(t, t + 1);
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        for (int t = to - 1; t >= Math.max(from, x.begin() + lag) && x.differentiable(); t--) {
            Buffer adjoint = out().adjoint(t, t + 1);
            if (x.claim(t - lag, t - lag + 1) == 0) {
                backend.copy(adjoint, x.adjoint(t - lag, t - lag + 1));
            } else {
                backend.addScaled(1, adjoint, x.adjoint(t - lag, t - lag + 1));
            }
        }
    }

    @Override
    void gradients(int from, int to) {
        for (int t = from; t < Math.min(to, x.begin() + lag) && start != null && !start.given(); t++) {
            backend.product(ones, true, out().adjoint(t, t + 1), false, 1, start.adjoint());
        }
    }
}
