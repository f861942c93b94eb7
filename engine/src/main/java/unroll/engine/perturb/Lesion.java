package unroll.engine.perturb;

import java.util.List;
import java.util.function.DoubleFunction;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;

/** Removes a hidden unit: its state is 0 at all steps, and before the first. */
@Kind(name = "lesion", label = "Remove a unit", help = "The state of one hidden unit is 0 at all steps.")
public record Lesion(@HiddenUnit int unit) implements Perturbation {
    public Lesion {
        Schema.of(Lesion.class).check(unit);
    }

    @Override
    public Place place() {
        return Place.UNITS;
    }

    @Override
    public Steps steps() {
        return Steps.ALL;
    }

    @Override
    public void change(int at, int part, double[] row) {
        row[unit - 1] = 0;
    }

    @Override
    public List<Limit> limits(Subject subject) {
        return List.of(subject.units("unit"));
    }

    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        return "without unit " + unit;
    }
}
