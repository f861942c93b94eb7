package unroll.app.view.dreams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import unroll.app.sequence.Film;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.task.Appearance;
import unroll.engine.task.ThrownBalls;

/**
 * Asks what a network dreams.
 *
 * @param picture how a frame looks; none where the task has no pictures, and nothing is dreamed
 * @param sequence number of the test sequence that goes before, from 1
 * @param thrown the film that goes before in its place
 * @param from the first step, from 1, that receives what the network dreamed
 * @param take which dreams, from 0: others are drawn by other random numbers
 */
record DreamsQuestion(
        Optional<Appearance.Picture> picture, int sequence, Optional<ThrownBalls> thrown, int from, int take)
        implements Probe<DreamsLook> {
    /** Side by side, where what may come is more than one thing. */
    private static final int DREAMS = 3;

    @Override
    public DreamsLook answer(Replica replica) {
        return picture.map(shown -> new DreamsLook(replica.update(), film(replica, shown), replica.balls(sequence - 1)))
                .orElse(DreamsLook.NONE);
    }

    private Film film(Replica replica, Appearance.Picture shown) {
        float[][] test = replica.run(sequence - 1, from).input();
        float[][] truth = thrown.map(balls -> balls.film(test.length)).orElse(test);
        float[][] beginning = Arrays.copyOf(truth, Math.clamp(from, 1, truth.length));
        int dreams = replica.machineWeights().isPresent() ? DREAMS : 1;
        List<Film.Strip> strips = new ArrayList<>();
        strips.add(new Film.Strip(thrown.isPresent() ? "thrown" : "truth", truth));
        for (int i = 0; i < dreams; i++) {
            int stream = DREAMS * take + i;
            strips.add(new Film.Strip("dream " + (stream + 1), replica.dream(beginning, stream)));
        }
        return new Film(shown.width(), shown.height(), strips);
    }
}
