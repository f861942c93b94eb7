package unroll.engine.perturb;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/**
 * Holds a weight, or a number of a bias, at a value.
 *
 * @param part what its matrix is called: {@code W_hh}
 * @param row the unit that receives; 1 of a bias
 * @param column the unit that sends; of a bias the unit it belongs to
 * @param value rounded to the precision of the network
 */
@Kind(
        name = "held-weight",
        label = "Hold a weight",
        help = "Holds one weight of a matrix, or one number of a bias. A click in Weights takes it from there.")
public record HeldWeight(
        @Setting(label = "Matrix or bias", help = "Which matrix or bias.", initial = "W_hh")
        String part,

        @Setting(label = "To", help = "The unit that receives.", initial = "1", min = 1, max = MANY)
        int row,

        @Setting(label = "From", help = "The unit that sends.", initial = "1", min = 1, max = MANY)
        int column,

        @HeldValue double value)
        implements Perturbation {
    public HeldWeight {
        Schema.of(HeldWeight.class).check(part, row, column, value);
    }

    /** Whether another holds the same weight. */
    public boolean sameWeight(HeldWeight other) {
        return part.equals(other.part) && row == other.row && column == other.column;
    }

    @Override
    public Place place() {
        return Place.WEIGHTS;
    }

    @Override
    public Steps steps() {
        return Steps.ALL;
    }

    @Override
    public void change(int at, int which, double[] numbers) {
        numbers[column - 1] = value;
    }

    @Override
    public List<Limit> limits(Subject subject) {
        Limit parts = subject.parts("part");
        return subject.part(part)
                .map(slot -> List.of(
                        parts,
                        Limit.of("row", "row", part, slot.rows()),
                        slot.role().weight()
                                ? Limit.of("column", "column", part, slot.columns())
                                : new Limit("column", "Unit", "unit", part, slot.columns(), List.of(), "")))
                .orElse(List.of(parts));
    }

    /** Of the first recurrent matrix where there is no such part. */
    @Override
    public Perturbation in(Subject subject) {
        String there = subject.part(part)
                .or(() -> subject.parts().stream()
                        .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                        .findFirst())
                .or(() -> subject.parts().stream().findFirst())
                .map(Slot::name)
                .orElse(part);
        return there.equals(part)
                ? Perturbation.super.in(subject)
                : new HeldWeight(there, row, column, value).in(subject);
    }

    /** By where it leads to and where it comes from; a number of a bias by its unit: "b_h 3". */
    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        Optional<Slot> slot = subject.part(part);
        boolean single = slot.filter(found -> !found.role().weight()).isPresent();
        return slot.map(Slot::title).orElse(part) + " " + (single ? "" : row + "\u2190") + column + " = "
                + number.apply(value);
    }
}
