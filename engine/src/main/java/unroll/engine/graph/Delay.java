package unroll.engine.graph;

import java.util.stream.Stream;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** What a signal was some steps ago: {@code out_t = x_t-k}; before the first step of {@code x} it is the start. */
public final class Delay extends SingleOutput {
    private final Backend backend;
    private final Signal x;
    private final int lag;
    private final Start start;

    private Delay(Signal out, Signal x, int lag, Start start) {
        super(out);
        backend = out.backend();
        this.x = x;
        this.lag = lag;
        this.start = start;
    }

    /** With a learned start, 1 x width, the same for all sequences: {@code h_0}. */
    public static Delay learned(Signal out, Signal x, int lag, Parameter start) {
        return new Delay(out, x, lag, Start.learned(out, start));
    }

    /** With zeros before the first step. */
    public static Delay zero(Signal out, Signal x, int lag) {
        return new Delay(out, x, lag, Start.zero(out));
    }

    /**
     * With a start of its own for each sequence, which {@link Graph#start} gives or an operation before this one computes. Its
     * directional value and adjoint are those of any signal.
     *
     * @param start of one step and the width of {@code x}
     */
    public static Delay given(Signal out, Signal x, int lag, Signal start) {
        return new Delay(out, x, lag, Start.given(out, start));
    }

    /** The signal of which it gives earlier values. */
    public Signal delayed() {
        return x;
    }

    /** How many steps ago those were. */
    public int lag() {
        return lag;
    }

    @Override
    Stream<DelayedRead> delayedReads() {
        return Stream.of(new DelayedRead(x, lag, x.differentiable()));
    }

    @Override
    void prepare() {
        start.prepare();
    }

    @Override
    void prepareTangents() {
        start.prepareTangents();
    }

    @Override
    void values(int from, int to) {
        if (from == begin()) {
            start.begin();
            x.started(start.value());
        }
        for (int t = from; t < to; t++) {
            backend.copy(started(t) ? x.value(t - lag, t - lag + 1) : start.value(), out().value(t, t + 1));
        }
    }

    /** Whether {@code x} has a value at the step that is read at step {@code t}. */
    private boolean started(int t) {
        return t - lag >= x.begin();
    }

    @Override
    void tangents(int from, int to) {
        for (int t = from; t < to; t++) {
            Buffer tangent = out().tangent(t, t + 1);
            if (!started(t)) {
                backend.copy(start.tangent(), tangent);
            } else if (x.differentiable()) {
                backend.copy(x.tangent(t - lag, t - lag + 1), tangent);
            } else {
                backend.fill(0, tangent);
            }
        }
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        for (int t = to - 1; t >= from; t--) {
            Buffer adjoint = out().adjoint(t, t + 1);
            if (!started(t)) {
                start.pull(adjoint);
            } else if (x.differentiable()) {
                x.add(adjoint, t - lag);
            }
        }
        start.settle();
    }

    @Override
    void gradients(int from, int to) {
        for (int t = from; t < Math.min(to, x.begin() + lag); t++) {
            start.collect(out().adjoint(t, t + 1));
        }
    }
}
