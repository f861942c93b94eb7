package unroll.engine.perturb;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/**
 * Adds independent normal numbers to the state. They are a function of the seed, the step and the place alone: the same
 * steps have the same noise whatever others have.
 *
 * @param deviation standard deviation, above 0
 */
@Kind(
        name = "noise",
        label = "Noise on the state",
        help = "Adds normal numbers to all that the network carries from step to step; the seed says which.")
public record StateNoise(
        @FirstStep int step,

        @Duration(initial = "1") int duration,

        @Setting(
                label = "Deviation",
                help = "How much: the standard deviation. The arrow keys make it larger and smaller.",
                initial = "0.001",
                min = 1e-12,
                max = LARGE)
        double deviation,

        @Setting(label = "Seed", help = "Another seed is other noise.", initial = "1", min = 0, max = MANY)
        long seed)
        implements Perturbation {
    /** More rows of numbers than any network's state has. */
    private static final long PARTS = 1 << 16;

    public StateNoise {
        Schema.of(StateNoise.class).check(step, duration, deviation, seed);
    }

    @Override
    public Place place() {
        return Place.STATE;
    }

    @Override
    public Steps steps() {
        return Steps.from(step - 1, duration);
    }

    @Override
    public boolean holds() {
        return false;
    }

    @Override
    public void change(int at, int part, double[] row) {
        Philox random = new Philox(seed, Purpose.PERTURBATION).restart(seed, Purpose.PERTURBATION, at * PARTS + part);
        for (int i = 0; i < row.length; i++) {
            row[i] += deviation * random.gaussian();
        }
    }

    @Override
    public List<Limit> limits(Subject subject) {
        return List.of(subject.steps("step"));
    }

    @Override
    public Optional<String> refusal(Subject subject) {
        return subject.units() == 0 ? Optional.of(Subject.NO_UNITS) : Perturbation.super.refusal(subject);
    }

    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        return steps().words() + ": noise " + number.apply(deviation);
    }
}
