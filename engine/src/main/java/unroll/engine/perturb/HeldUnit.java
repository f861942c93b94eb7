package unroll.engine.perturb;

import java.util.List;
import java.util.function.DoubleFunction;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;

/**
 * Holds a hidden unit at a value.
 *
 * @param value the state it has, rounded to the precision of the network
 */
@Kind(
        name = "held-unit",
        label = "Hold a unit",
        help = "Holds the state of one hidden unit at a number for some steps.")
public record HeldUnit(
        @HiddenUnit int unit,
        @FirstStep int step,
        @Duration int duration,
        @HeldValue(initial = "1") double value) implements Perturbation {
    public HeldUnit {
        Schema.of(HeldUnit.class).check(unit, step, duration, value);
    }

    @Override
    public Place place() {
        return Place.UNITS;
    }

    @Override
    public Steps steps() {
        return Steps.from(step - 1, duration);
    }

    @Override
    public void change(int at, int part, double[] row) {
        row[unit - 1] = value;
    }

    @Override
    public List<Limit> limits(Subject subject) {
        return List.of(subject.units("unit"), subject.steps("step"));
    }

    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        return steps().words() + ": unit " + unit + " = " + number.apply(value);
    }
}
