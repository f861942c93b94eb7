package unroll.engine.perturb;

import java.util.List;
import java.util.function.DoubleFunction;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;

/**
 * Holds an input channel at a value.
 *
 * @param value in the unit of the channel
 */
@Kind(name = "held-input", label = "Hold an input", help = "Holds one input channel at a number for some steps.")
public record HeldInput(
        @InputChannel int input,
        @FirstStep int step,
        @Duration int duration,
        @HeldValue double value) implements Perturbation {
    public HeldInput {
        Schema.of(HeldInput.class).check(input, step, duration, value);
    }

    @Override
    public Place place() {
        return Place.INPUT;
    }

    @Override
    public Steps steps() {
        return Steps.from(step - 1, duration);
    }

    @Override
    public void change(int at, int part, double[] row) {
        row[input - 1] = value;
    }

    @Override
    public List<Limit> limits(Subject subject) {
        return List.of(subject.channels("input"), subject.steps("step"));
    }

    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        return steps().words() + ": " + subject.input(input) + " = " + number.apply(value);
    }
}
