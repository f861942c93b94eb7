package unroll.engine.gradient;

import java.util.function.IntFunction;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.Kind;

/** Backpropagation through time over whole sequences: the gradient itself (thesis sec. 2.5). */
@Kind(
        name = "bptt",
        label = "Through time",
        help = "Backpropagation through time over the whole sequence: the exact gradient, at the price of remembering"
                + " every hidden state.",
        source = "thesis sec. 2.5")
public record ThroughTime() implements GradientSettings {
    @Override
    public boolean reachesBack() {
        return true;
    }

    @Override
    public GradientMethod over(Rollout rollout, IntFunction<Rollout> others) {
        return new WholeSequences(rollout);
    }

    private record WholeSequences(Rollout rollout) implements GradientMethod {
        @Override
        public double gradient(double scale, int piece) {
            return rollout.gradient(scale);
        }

        @Override
        public double value(double scale, int piece) {
            return rollout.value(scale);
        }
    }
}
