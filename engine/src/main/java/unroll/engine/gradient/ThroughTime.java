package unroll.engine.gradient;

import java.util.function.IntFunction;
import unroll.engine.model.Unrolled;
import unroll.engine.setting.Kind;

/** Backpropagation through time over whole sequences: the gradient itself (thesis sec. 2.5). */
@Kind(
        name = "bptt",
        label = "Through time",
        help = "Backpropagation through time over the whole sequence: the exact gradient, at the price of remembering"
                + " every hidden state.")
public record ThroughTime() implements GradientSettings {
    @Override
    public GradientMethod over(Unrolled unrolled, IntFunction<Unrolled> others) {
        return new Whole(unrolled);
    }

    private record Whole(Unrolled unrolled) implements GradientMethod {
        @Override
        public double gradient(double scale, int piece) {
            return unrolled.gradient(scale);
        }

        @Override
        public double value(double scale, int piece) {
            return unrolled.value(scale);
        }
    }
}
