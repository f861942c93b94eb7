package unroll.engine.task;

import java.util.List;

/** How a time step of a task can be looked at. */
public sealed interface Appearance {
    /**
     * A picture, row by row, each number a brightness in 0..1.
     *
     * @param width pixels across
     * @param height pixels down
     */
    record Picture(int width, int height) implements Appearance {}

    /**
     * Numbers, to be drawn as curves.
     *
     * @param inputs names of the inputs
     * @param outputs names of the outputs
     */
    record NamedNumbers(List<String> inputs, List<String> outputs) implements Appearance {}

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
}
