package unroll.engine.gradient;

import java.util.List;
import java.util.function.IntFunction;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Truncated backpropagation through time: the state is carried through the whole sequence, and every k1 steps the losses since
 * the last time are propagated back through k2 steps (Williams and Peng 1990; thesis sec. 2.8.6).
 *
 * @param every k1
 * @param back k2, at least k1, so that no loss is left out; with {@code every = back = T} it is the exact gradient
 * @param online whether each backward sweep makes an update of its own, so that later steps are computed with changed parameters
 */
@Kind(
        name = "tbptt",
        label = "Truncated",
        help = "Truncated backpropagation through time: hidden states are carried through the whole sequence, but"
                + " errors only travel back so many steps, so what lies further apart is learned by luck alone.",
        source = "Williams and Peng 1990; thesis sec. 2.8.6")
public record Truncated(
        @Setting(
                label = "Every",
                help = "How many time steps pass from one backward sweep to the next: k1.",
                initial = "10",
                unit = "steps",
                min = 1,
                max = 100000)
        int every,

        @Setting(
                label = "Back",
                help = "How many time steps an error travels back: k2, at least k1.",
                initial = "20",
                unit = "steps",
                min = 1,
                max = 100000)
        int back,

        @Setting(
                label = "Update at every sweep",
                help = "Change the parameters after each backward sweep instead of after the whole sequence; the"
                        + " hidden state is carried from one update to the next.",
                initial = "false")
        boolean online)
        implements GradientSettings {

    /** Refuses a sweep that would not reach the losses since the last one. */
    public Truncated {
        if (back < every) {
            throw new SettingsException(
                    "",
                    "errors must travel back at least as far as from one sweep to the next: back is " + back
                            + ", every is " + every);
        }
    }

    @Override
    public int pieces(int steps) {
        return online ? Math.ceilDiv(steps, every) : 1;
    }

    @Override
    public GradientMethod over(Rollout rollout, IntFunction<Rollout> others) {
        return new TruncatedSweeps(rollout);
    }

    private final class TruncatedSweeps implements GradientMethod {
        private final Rollout rollout;
        private final Backend backend;
        private final Graph graph;
        private final List<Signal> seeded;
        private final List<Signal> derivatives;

        TruncatedSweeps(Rollout rollout) {
            this.rollout = rollout;
            backend = rollout.backend();
            graph = rollout.graph();
            seeded = rollout.seeded();
            derivatives = seeded.stream()
                    .map(signal -> graph.given(signal.width(), false))
                    .toList();
        }

        @Override
        public double gradient(double scale, int piece) {
            int steps = graph.steps();
            int from = from(piece);
            int to = to(piece);
            double value = value(scale, piece);
            backend.fill(0, rollout.parameters().gradient());
            for (int i = 0; i < seeded.size(); i++) {
                Signal signal = seeded.get(i);
                for (int t = first(signal, from); t < Math.min(to, signal.end()); t++) {
                    backend.copy(signal.adjoint(t, t + 1), derivatives.get(i).value(t, t + 1));
                }
            }
            for (int since = from; since < to; since += every) {
                pull(since, Math.min(since + every, steps));
            }
            return value;
        }

        @Override
        public double value(double scale, int piece) {
            graph.prepare();
            return rollout.value(scale, from(piece), to(piece));
        }

        private int from(int piece) {
            return online ? piece * every : 0;
        }

        private int to(int piece) {
            return online ? Math.min((piece + 1) * every, graph.steps()) : graph.steps();
        }

        /** The first step from {@code from} on at which the criterion writes the signal's adjoint. */
        private int first(Signal signal, int from) {
            return Math.max(from, Math.max(signal.begin(), rollout.begin()));
        }

        /** Propagates the losses at steps {@code since} to {@code to - 1}. */
        private void pull(int since, int to) {
            int from = Math.max(0, to - back);
            for (int i = 0; i < seeded.size(); i++) {
                Signal signal = seeded.get(i);
                for (int t = first(signal, from); t < Math.min(to, signal.end()); t++) {
                    Buffer adjoint = signal.adjoint(t, t + 1);
                    if (t < since) {
                        backend.fill(0, adjoint);
                    } else {
                        backend.copy(derivatives.get(i).value(t, t + 1), adjoint);
                    }
                }
            }
            if (to > rollout.begin()) {
                graph.pull(seeded, from, to, 0);
            }
        }
    }
}
