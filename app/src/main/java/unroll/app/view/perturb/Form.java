package unroll.app.view.perturb;

import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Steps;
import unroll.engine.perturb.Subject;

/**
 * A perturbation as it stands in the row of controls; what its kind does not need is kept for another.
 *
 * @param kind what is done
 * @param target to which input, symbol or unit, from 0
 * @param step from which time step on, from 0
 * @param count for how many steps, at least 1
 * @param amount how large, or at which value
 * @param seed of random numbers
 * @param cell which weight
 */
public record Form(Kind kind, int target, int step, int count, double amount, long seed, Cell cell) {
    /** What stands there at first. */
    static final Form FIRST =
            new Form(Kind.PULSE, 0, 0, Kind.PULSE.usualCount(), Kind.PULSE.usualAmount(), 1, new Cell("W_hh", 0, 0));

    /**
     * A number of a matrix or bias.
     *
     * @param part what it is called
     * @param row from 0
     * @param column from 0
     */
    record Cell(String part, int row, int column) {
        /** The nearest that there is in a network; of its first recurrent matrix where it has none of that name. */
        Cell in(Subject subject) {
            Slot slot = subject.part(part)
                    .or(() -> subject.parts().stream()
                            .filter(other -> other.role() == Layout.Role.RECURRENT_WEIGHT)
                            .findFirst())
                    .orElseGet(() -> subject.parts().getFirst());
            return new Cell(
                    slot.name(), Math.clamp(row, 0, slot.rows() - 1), Math.clamp(column, 0, slot.columns() - 1));
        }
    }

    /** What is done already, with the rest of this form. */
    Form of(Perturbation perturbation) {
        return switch (perturbation) {
            case Perturbation.Pulse it -> new Form(Kind.PULSE, it.channel(), it.step(), 1, it.size(), seed, cell);
            case Perturbation.HeldInput it ->
                new Form(
                        Kind.HOLD_INPUT,
                        it.channel(),
                        it.steps().from(),
                        it.steps().count(),
                        it.value(),
                        seed,
                        cell);
            case Perturbation.HeldSymbol it ->
                new Form(
                        Kind.OTHER_SYMBOL,
                        it.symbol(),
                        it.steps().from(),
                        it.steps().count(),
                        amount,
                        seed,
                        cell);
            case Perturbation.HeldUnit it ->
                new Form(
                        Kind.HOLD_UNIT, it.unit(), it.steps().from(), it.steps().count(), it.value(), seed, cell);
            case Perturbation.HeldWeight it ->
                new Form(
                        Kind.WEIGHT, target, step, count, it.value(), seed, new Cell(it.part(), it.row(), it.column()));
            case Perturbation.Lesion it -> new Form(Kind.LESION, it.unit(), step, count, amount, seed, cell);
            case Perturbation.Noise it ->
                new Form(Kind.NOISE, target, it.steps().from(), it.steps().count(), it.deviation(), it.seed(), cell);
        };
    }

    /** What it says. */
    Perturbation perturbation() {
        Steps steps = Steps.from(step, count);
        return switch (kind) {
            case PULSE -> new Perturbation.Pulse(target, step, amount);
            case HOLD_INPUT -> new Perturbation.HeldInput(target, steps, amount);
            case OTHER_SYMBOL -> new Perturbation.HeldSymbol(target, steps);
            case HOLD_UNIT -> new Perturbation.HeldUnit(target, steps, amount);
            case LESION -> new Perturbation.Lesion(target);
            case WEIGHT -> new Perturbation.HeldWeight(cell.part(), cell.row(), cell.column(), amount);
            case NOISE -> new Perturbation.Noise(amount, seed, steps);
        };
    }

    /** Another kind, as large and as long as is usual for it. */
    Form with(Kind other) {
        return other == kind
                ? this
                : new Form(
                        other,
                        other.aim() == kind.aim() ? target : 0,
                        step,
                        other.usualCount(),
                        other.usualAmount(),
                        seed,
                        cell);
    }

    Form withTarget(int other) {
        return new Form(kind, other, step, count, amount, seed, cell);
    }

    Form withStep(int other) {
        return new Form(kind, target, other, count, amount, seed, cell);
    }

    Form withCount(int other) {
        return new Form(kind, target, step, other, amount, seed, cell);
    }

    Form withAmount(double other) {
        return new Form(kind, target, step, count, other, seed, cell);
    }

    Form withSeed(long other) {
        return new Form(kind, target, step, count, amount, other, cell);
    }

    Form withCell(Cell other) {
        return new Form(kind, target, step, count, amount, seed, other);
    }
}
