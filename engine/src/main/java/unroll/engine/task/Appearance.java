package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.Quantity;
import unroll.engine.motion.MotionCode;
import unroll.engine.music.Keyboard;
import unroll.engine.music.TimeStep;
import unroll.engine.series.ColumnUnit;

/** How a time step of a task can be looked at. */
public sealed interface Appearance {
    /**
     * A picture, row by row, each number a brightness in 0..1.
     *
     * @param width pixels across
     * @param height pixels down
     * @param unlike whether what is received is another picture than what was predicted for it, and has to be seen as well
     * @param ball the radius of the balls in a box that it shows, as {@link ThrownBalls} has it; none where it shows something else
     */
    record Picture(int width, int height, boolean unlike, OptionalDouble ball) implements Appearance {
        /** Pictures that are predicted as they will be received. */
        public Picture(int width, int height) {
            this(width, height, false, OptionalDouble.empty());
        }
    }

    /**
     * Numbers, to be drawn as curves.
     *
     * @param inputs names of the inputs
     * @param outputs names of the outputs
     * @param given units of the inputs, one for each: what the network's numbers stand for
     * @param units of the outputs, one for each: how people want to read them
     */
    record NamedNumbers(List<String> inputs, List<String> outputs, List<ColumnUnit> given, List<ColumnUnit> units)
            implements Appearance {
        /** Numbers that people read as they are. */
        public NamedNumbers(List<String> inputs, List<String> outputs) {
            this(inputs, outputs, ColumnUnit.own(inputs.size()), ColumnUnit.own(outputs.size()));
        }

        /** What the network's {@code x} of an input stands for, in the decimals that it can tell apart. */
        public float received(int input, float x) {
            return given.get(input).resolved(x);
        }

        /** The same of an output. */
        public float shown(int output, float x) {
            return units.get(output).resolved(x);
        }
    }

    /**
     * A body that moves.
     *
     * @param code what the network's numbers say of it, in the units of {@code numbers}
     * @param numbers the same numbers by their names
     * @param frameTime seconds from a time step to the next
     */
    record StickFigure(MotionCode code, NamedNumbers numbers, double frameTime) implements Appearance {
        /** What a time step of the network's outputs says of the body. */
        public double[] row(float[] outputs) {
            return IntStream.range(0, outputs.length)
                    .mapToDouble(o -> numbers.shown(o, outputs[o]))
                    .toArray();
        }
    }

    /**
     * Something that a network controls.
     *
     * @param loop that the network is in
     * @param numbers what is given to the loop and computed by it, by their names
     */
    record Controlled(ControlLoop loop, NamedNumbers numbers) implements Appearance {
        /** Of a loop. */
        public static Controlled by(ControlLoop loop) {
            List<String> states =
                    loop.plant().states().stream().map(Quantity::name).toList();
            List<String> commands =
                    loop.plant().commands().stream().map(Quantity::name).toList();
            List<String> given = new ArrayList<>();
            states.forEach(state -> given.add("first " + state));
            states.forEach(state -> given.add("goal " + state));
            commands.forEach(command -> given.add("disturbance of " + command));
            commands.forEach(command -> given.add("noise of " + command));
            states.forEach(state -> given.add("noise of " + state));
            given.add("delay");
            return new Controlled(loop, new NamedNumbers(given, loop.plant().names()));
        }

        /** What the network itself receives and predicts. */
        public NamedNumbers network() {
            double[] home = loop.plant().home();
            List<String> inputs = new ArrayList<>();
            List<ColumnUnit> received = new ArrayList<>();
            for (boolean goal : new boolean[] {false, true}) {
                for (int i = 0; i < home.length; i++) {
                    Quantity state = loop.plant().states().get(i);
                    boolean difference = goal && loop.relative();
                    inputs.add(
                            difference ? "way to go of " + state.name() : goal ? "goal " + state.name() : state.name());
                    received.add(new ColumnUnit(difference ? 0 : home[i], state.typical()));
                }
            }
            List<Quantity> commands = loop.plant().commands();
            return new NamedNumbers(
                    inputs,
                    commands.stream().map(Quantity::name).toList(),
                    received,
                    commands.stream()
                            .map(command -> new ColumnUnit(0, command.typical()))
                            .toList());
        }
    }

    /**
     * One of several classes, each with its probability; of what goes in, one of several symbols or several numbers.
     *
     * @param inputs names of the symbols or of the numbers
     * @param outputs names of the classes
     */
    record Classes(List<String> inputs, List<String> outputs) implements Appearance {
        public Classes {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * A character that one of the outputs stands for; the input is the code of one.
     *
     * @param alphabet the characters (code points) by their codes
     */
    record Characters(List<Integer> alphabet) implements Appearance {
        public Characters {
            alphabet = List.copyOf(alphabet);
        }
    }

    /**
     * Which keys of a keyboard sound, or how probably.
     *
     * @param keyboard whose keys the numbers are, from the lowest up
     * @param step how long a time step is
     */
    record Notes(Keyboard keyboard, TimeStep step) implements Appearance {}
}
