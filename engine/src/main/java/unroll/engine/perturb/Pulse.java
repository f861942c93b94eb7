package unroll.engine.perturb;

import java.util.List;
import java.util.function.DoubleFunction;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/**
 * Adds {@code size} to an input channel at one step.
 *
 * @param size in the unit of the channel
 */
@Kind(name = "pulse", label = "Pulse an input", help = "Adds a number to one input channel at one step.")
public record Pulse(
        @InputChannel int input,

        @FirstStep int step,

        @Setting(
                label = "Plus",
                help = "How much. The arrow keys make it larger and smaller.",
                initial = "0.1",
                min = -LARGE,
                max = LARGE)
        double size)
        implements Perturbation {
    public Pulse {
        Schema.of(Pulse.class).check(input, step, size);
    }

    @Override
    public Place place() {
        return Place.INPUT;
    }

    @Override
    public Steps steps() {
        return Steps.at(step - 1);
    }

    @Override
    public boolean holds() {
        return false;
    }

    @Override
    public void change(int at, int part, double[] row) {
        row[input - 1] += size;
    }

    @Override
    public List<Limit> limits(Subject subject) {
        return List.of(subject.channels("input"), subject.steps("step"));
    }

    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        return steps().words() + ": " + subject.input(input) + (size < 0 ? " \u2212 " : " + ")
                + number.apply(Math.abs(size));
    }
}
