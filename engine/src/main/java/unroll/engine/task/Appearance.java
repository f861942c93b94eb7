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
     * Named numbers, to be drawn as curves.
     *
     * @param inputs names of what is heard; one name, of the code, where that is a symbol
     * @param outputs names of what is said
     */
    record Series(List<String> inputs, List<String> outputs) implements Appearance {}

    /**
     * A character that one of the outputs stands for; the input is the code of one.
     *
     * @param alphabet the characters (code points) by their codes
     */
    record Text(List<Integer> alphabet) implements Appearance {
        public Text {
            alphabet = List.copyOf(alphabet);
        }
    }
}
