package unroll.engine.gradient;

import java.util.function.IntFunction;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.Kind;

/**
 * Real-time recurrent learning: the derivative of the state by every parameter is carried forwards, so that the gradient is
 * known at each step with no backward sweep and no memory of the past (Williams and Zipser 1989; thesis sec. 2.8.1).
 */
@Kind(
        name = "rtrl",
        label = "Real-time",
        help = "Real-time recurrent learning: carries the derivative of every state by every parameter forwards. The"
                + " same gradient as through time, with no looking back, at a price that only tiny networks can"
                + " pay.",
        source = "Williams and Zipser 1989; thesis sec. 2.8.1")
public record RealTime() implements GradientSettings {
    @Override
    public GradientMethod over(Rollout rollout, IntFunction<Rollout> others) {
        return new RealTimeLearning(rollout, others.apply(1));
    }
}
