package unroll.engine.perturb;

import java.util.List;
import java.util.function.DoubleFunction;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/**
 * Holds what lies within a layer of gated cells, or a unit of any layer, at a value.
 *
 * @param gate as formulas call it: the forget gate is f
 * @param value that it has, rounded to the precision of the network
 */
@Kind(
        name = "held-gate",
        label = "Hold a gate or cell",
        help = "Holds a gate or the memory of a cell, or a unit of any layer, at a number for some steps.")
public record HeldGate(
        @Setting(
                label = "Gate",
                help = "i, f, g, o and c of an LSTM are its input, forget, candidate and output gates and its memory;"
                        + " r, z and n of a GRU its reset and update gates and its candidate; h1 is the first of"
                        + " several layers.",
                initial = "f")
        String gate,

        @Setting(label = "Cell", help = "Which cell of the layer.", initial = "1", min = 1, max = MANY)
        int cell,

        @FirstStep int step,

        @Duration int duration,

        @HeldValue(initial = "1") double value)
        implements Perturbation {
    public HeldGate {
        Schema.of(HeldGate.class).check(gate, cell, step, duration, value);
    }

    @Override
    public Place place() {
        return Place.GATES;
    }

    @Override
    public Steps steps() {
        return Steps.from(step - 1, duration);
    }

    @Override
    public void change(int at, int part, double[] row) {
        row[cell - 1] = value;
    }

    @Override
    public List<Limit> limits(Subject subject) {
        Limit gates = subject.gates("gate");
        return subject.gate(gate)
                .map(found -> List.of(gates, Limit.of("cell", "cell", gate, found.width()), subject.steps("step")))
                .orElse(List.of(gates));
    }

    /** Of the first gate where there is no such. */
    @Override
    public Perturbation in(Subject subject) {
        return subject.gate(gate).isPresent() || subject.gates().isEmpty()
                ? Perturbation.super.in(subject)
                : new HeldGate(subject.gates().getFirst().name(), cell, step, duration, value).in(subject);
    }

    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        return steps().words() + ": " + gate + " of cell " + cell + " = " + number.apply(value);
    }
}
