package unroll.app.view.movements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.app.sequence.ControlledPortrayal;
import unroll.app.sequence.Movements;
import unroll.engine.control.Movement;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

/** Asks for the movements of test sequences; it makes the plan of each once. */
public final class MovementsProbe implements Probe<MovementsLook> {
    /** The reaches of thesis fig. 6.1; more would hide each other. */
    private static final int MOST = 64;

    private final Optional<ControlledPortrayal> portrayal;
    private final int sequences;
    private final Map<Integer, Movement> plans = new HashMap<>();

    /**
     * Asks of a task that looks like this; where nothing is controlled there is nothing to see.
     *
     * @param sequences how many there are
     */
    public MovementsProbe(Appearance appearance, int sequences) {
        portrayal = appearance instanceof Appearance.Controlled controlled
                ? Optional.of(new ControlledPortrayal(controlled))
                : Optional.empty();
        this.sequences = Math.min(sequences, MOST);
    }

    @Override
    public MovementsLook answer(Replica replica) {
        return portrayal
                .map(drawn -> new MovementsLook(replica.update(), movements(replica, drawn)))
                .orElse(MovementsLook.NONE);
    }

    private Movements movements(Replica replica, ControlledPortrayal drawn) {
        List<Movements.Track> tracks = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            SequenceAnswer answer = replica.run(i, Integer.MAX_VALUE);
            tracks.addAll(drawn.tracks(answer, plans.computeIfAbsent(i, number -> drawn.plan(answer))));
        }
        return new Movements(tracks, new double[0], Movements.NONE.numbers());
    }
}
