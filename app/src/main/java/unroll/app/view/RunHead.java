package unroll.app.view;

import java.util.List;
import unroll.engine.model.Layout.Slot;
import unroll.engine.table.Doubt;
import unroll.engine.task.Appearance;

/**
 * What holds for the whole of a run that is open.
 *
 * @param name of the experiment
 * @param about what happens in it and what to look for
 * @param doubts what of its data could be read otherwise
 * @param measure what its loss is, with the unit
 * @param appearance how its task looks
 * @param parts the matrices, biases and first states of its network
 * @param generative whether the network can run on from its own predictions
 * @param onCard whether a graphics card computes it
 * @param steps time steps of a test sequence, at least 1
 * @param sequences how many test sequences there are, at least 1
 * @param freeRunFrom the step, from 1, at which a free run begins unless a person wants it elsewhere
 */
public record RunHead(
        String name,
        String about,
        List<Doubt> doubts,
        String measure,
        Appearance appearance,
        List<Slot> parts,
        boolean generative,
        boolean onCard,
        int steps,
        int sequences,
        int freeRunFrom) {
    /** No run is open. */
    public static final RunHead NONE = new RunHead(
            "", "", List.of(), "", new Appearance.NamedNumbers(List.of(), List.of()), List.of(), true, false, 1, 1, 1);

    public RunHead {
        doubts = List.copyOf(doubts);
        parts = List.copyOf(parts);
    }
}
