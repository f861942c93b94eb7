package unroll.engine.series;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the numbers of a time step are.
 *
 * @param columns their names
 * @param inputs places of those that are given to the network
 * @param targets places of those that are predicted
 * @param measured whether a number is one of the file's, not one of a class or of what is missing
 * @param time how times are called; empty where the data have none
 * @param step the usual one between rows, in the unit of the times; 0 where there is none
 */
public record SeriesShape(
        List<String> columns,
        List<Integer> inputs,
        List<Integer> targets,
        List<Boolean> measured,
        Optional<TimeAxis> time,
        double step) {
    public SeriesShape {
        columns = List.copyOf(columns);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        measured = List.copyOf(measured);
    }

    /** Numbers that are all given and all predicted. */
    public static SeriesShape of(List<String> columns) {
        List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
        return new SeriesShape(columns, all, all, all.stream().map(any -> true).toList(), Optional.empty(), 0);
    }

    /** Whether everything that is given is predicted too, so that a network can go on by itself from its own predictions. */
    public boolean closed() {
        return inputs.equals(targets);
    }

    /** Names of the inputs. */
    public List<String> inputNames() {
        return inputs.stream().map(columns::get).toList();
    }

    /** Names of the targets. */
    public List<String> targetNames() {
        return targets.stream().map(columns::get).toList();
    }

    /** How many steps make a season of such data; 0 where it is not known. */
    public int season() {
        return time.map(axis -> axis.season(step)).orElse(0);
    }
}
