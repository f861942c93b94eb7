package unroll.engine.perturb;

import java.util.Optional;
import java.util.stream.Collectors;
import unroll.engine.model.Layout.Slot;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * Something that is done to a network while it hears a sequence. Channels, units and time steps count from 0; sentences count
 * from 1, as people do.
 */
public sealed interface Perturbation {
    /** What the numbers are that it changes. */
    enum Place {
        /** Input channels, or the code of the symbol that is heard. */
        INPUT,
        /** The hidden units that are shown. */
        UNITS,
        /** All that the network carries from step to step, the hidden units where that is nothing. */
        STATE,
        /** What one unit makes of those that it hears: a row of a matrix, or a bias. */
        WEIGHTS
    }

    Place place();

    /** When it acts. */
    Steps steps();

    /** Whether it says what numbers are, whatever else is done to them, and not what is added to them. */
    default boolean holds() {
        return true;
    }

    /**
     * Changes the numbers of a step at which it acts.
     *
     * @param part which of several rows of numbers the state has, from 0
     * @param row is changed
     */
    void change(int step, int part, double[] row);

    /** Why it cannot be done to a network, as a sentence; empty if it can. */
    default Optional<String> refusal(Subject subject) {
        return missing(subject).or(() -> {
            int first = steps().from();
            return first < subject.steps()
                    ? Optional.empty()
                    : Optional.of("It acts from step " + (first + 1) + " on, but the sequence ends with step "
                            + subject.steps() + "; choose an earlier step.");
        });
    }

    /** Why there is nothing to change in a network, as a sentence; empty if there is. */
    Optional<String> missing(Subject subject);

    /**
     * Adds {@code size} to an input channel at one step.
     *
     * @param size in the unit of the channel
     */
    record Pulse(int channel, int step, double size) implements Perturbation {
        public Pulse {
            checkIndex(channel, "input");
            checkFinite(size, "size");
            checkStep(step);
        }

        @Override
        public Place place() {
            return Place.INPUT;
        }

        @Override
        public Steps steps() {
            return Steps.at(step);
        }

        @Override
        public boolean holds() {
            return false;
        }

        @Override
        public void change(int at, int part, double[] row) {
            row[channel] += size;
        }

        @Override
        public Optional<String> missing(Subject subject) {
            return noInput(channel, subject);
        }
    }

    /**
     * Holds an input channel at a value.
     *
     * @param value in the unit of the channel
     */
    record HeldInput(int channel, Steps steps, double value) implements Perturbation {
        public HeldInput {
            checkIndex(channel, "input");
            checkFinite(value, "value");
            checkStep(steps.from());
        }

        @Override
        public Place place() {
            return Place.INPUT;
        }

        @Override
        public void change(int at, int part, double[] row) {
            row[channel] = value;
        }

        @Override
        public Optional<String> missing(Subject subject) {
            return noInput(channel, subject);
        }
    }

    /**
     * Has the network hear another symbol: all inputs of a network that hears symbols held at once.
     *
     * @param symbol its code, from 0
     */
    record HeldSymbol(int symbol, Steps steps) implements Perturbation {
        public HeldSymbol {
            checkIndex(symbol, "symbol");
            checkStep(steps.from());
        }

        @Override
        public Place place() {
            return Place.INPUT;
        }

        @Override
        public void change(int at, int part, double[] row) {
            row[0] = symbol;
        }

        @Override
        public Optional<String> missing(Subject subject) {
            if (!subject.symbols()) {
                return Optional.of("This network hears numbers; hold one of its inputs instead.");
            }
            return noIndex(symbol, "symbol", "this network", subject.inputs());
        }
    }

    /**
     * Holds a hidden unit at a value.
     *
     * @param value the state it has, rounded to the precision of the network
     */
    record HeldUnit(int unit, Steps steps, double value) implements Perturbation {
        public HeldUnit {
            checkIndex(unit, "unit");
            checkFinite(value, "value");
            checkStep(steps.from());
        }

        @Override
        public Place place() {
            return Place.UNITS;
        }

        @Override
        public void change(int at, int part, double[] row) {
            row[unit] = value;
        }

        @Override
        public Optional<String> missing(Subject subject) {
            return noUnit(unit, subject);
        }
    }

    /** Takes a hidden unit away: its state is 0 at all steps, and before the first. */
    record Lesion(int unit) implements Perturbation {
        public Lesion {
            checkIndex(unit, "unit");
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
            row[unit] = 0;
        }

        @Override
        public Optional<String> missing(Subject subject) {
            return noUnit(unit, subject);
        }
    }

    /**
     * Adds independent normal numbers to the state. They are a function of the seed, the step and the place alone: the same
     * steps have the same noise whatever others have.
     *
     * @param deviation standard deviation, above 0
     */
    record Noise(double deviation, long seed, Steps steps) implements Perturbation {
        /** More rows of numbers than any network's state has. */
        private static final long PARTS = 1 << 16;

        public Noise {
            if (!(deviation > 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException("noise has a deviation above 0, not " + deviation);
            }
            checkStep(steps.from());
        }

        @Override
        public Place place() {
            return Place.STATE;
        }

        @Override
        public boolean holds() {
            return false;
        }

        @Override
        public void change(int at, int part, double[] row) {
            Philox random =
                    new Philox(seed, Purpose.PERTURBATION).restart(seed, Purpose.PERTURBATION, at * PARTS + part);
            for (int i = 0; i < row.length; i++) {
                row[i] += deviation * random.gaussian();
            }
        }

        @Override
        public Optional<String> missing(Subject subject) {
            return subject.units() == 0 ? Optional.of(NO_UNITS) : Optional.empty();
        }
    }

    /**
     * Holds a weight, or a number of a bias, at a value.
     *
     * @param part what its matrix is called: {@code W_hh}
     * @param row the unit that receives; 0 of a bias
     * @param column the unit that sends; of a bias the unit it belongs to
     * @param value rounded to the precision of the network
     */
    record HeldWeight(String part, int row, int column, double value) implements Perturbation {
        public HeldWeight {
            checkIndex(row, "row");
            checkIndex(column, "column");
            checkFinite(value, "value");
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
            numbers[column] = value;
        }

        @Override
        public Optional<String> missing(Subject subject) {
            Optional<Slot> slot = subject.part(part);
            if (slot.isEmpty()) {
                return Optional.of("This network has no " + part + "; it has "
                        + subject.parts().stream().map(Slot::name).collect(Collectors.joining(", ")) + ".");
            }
            return noIndex(row, "row", part, slot.get().rows())
                    .or(() -> noIndex(column, "column", part, slot.get().columns()));
        }
    }

    /** Why a network whose outputs are shown in place of units keeps them. */
    String NO_UNITS = "This network has no hidden units; perturb its inputs.";

    private static Optional<String> noInput(int channel, Subject subject) {
        return subject.symbols()
                ? Optional.of("This network hears symbols, to which nothing can be added; have it hear another one.")
                : noIndex(channel, "input", "this network", subject.inputs());
    }

    private static Optional<String> noUnit(int unit, Subject subject) {
        return subject.units() == 0 ? Optional.of(NO_UNITS) : noIndex(unit, "unit", "this network", subject.units());
    }

    private static Optional<String> noIndex(int index, String what, String whose, int count) {
        return index < count
                ? Optional.empty()
                : Optional.of("There is no " + what + " " + (index + 1) + "; " + whose + " has " + count + ".");
    }

    private static void checkIndex(int index, String what) {
        if (index < 0) {
            throw new IllegalArgumentException("there is no " + what + " " + (index + 1) + "; the first is 1");
        }
    }

    private static void checkStep(int step) {
        if (step < 0) {
            throw new IllegalArgumentException("there is no step " + (step + 1) + "; the first is 1");
        }
    }

    private static void checkFinite(double number, String what) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("the " + what + " of a perturbation is a finite number, not " + number);
        }
    }
}
