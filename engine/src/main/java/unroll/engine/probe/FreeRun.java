package unroll.engine.probe;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.Sampler;
import unroll.engine.task.Task;

/** Has a network go on from its own predictions, after it was swept over the true inputs. */
final class FreeRun {
    private final Backend backend;
    private final Task task;
    private final Rollout rollout;
    private final Buffer units;
    private final long seed;
    private final Sampler sampler;
    private final double[] probabilities;

    /**
     * Of a network.
     *
     * @param units room for the values of its output units, {@code [T][O]}
     * @param seed of what is drawn
     */
    FreeRun(Backend backend, Task task, Rollout rollout, Buffer units, long seed) {
        this.backend = backend;
        this.task = task;
        this.rollout = rollout;
        this.units = units;
        this.seed = seed;
        sampler = new Sampler(1, seed);
        probabilities = new double[task.outputs()];
    }

    /**
     * Runs free from a step on, if the task allows it.
     *
     * @param held the sequence that the network was swept over
     * @param stream number of the stream of random numbers
     * @param wanted the first step, from 1, whose input comes from the prediction of the step before
     * @return what followed each step, where that is drawn; else nothing
     */
    float[][] run(HeldSequence held, int stream, int wanted) {
        int from = Math.clamp(wanted, 1, task.steps());
        if (task.generative() && task.draws()) {
            return onDraws(held, stream, from);
        }
        if (task.generative()) {
            onPredictions(held, from);
        }
        return new float[0][];
    }

    private void onPredictions(HeldSequence held, int from) {
        for (int t = from; t < task.steps(); t++) {
            if (held.predicts(t - 1)) { // else nothing was predicted: the input of step t is part of the question
                rollout.prediction(t - 1, rollout.input().value(t, t + 1));
                rollout.input().written(t, t + 1);
            }
            rollout.graph().forward(t, t + 1);
        }
    }

    /** Returns the input after each step: the true one before step {@code from}, then a drawn one. */
    private float[][] onDraws(HeldSequence held, int stream, int from) {
        float[][] followed = new float[task.steps()][];
        int first = Math.max(from, rollout.begin() + 1);
        for (int t = 1; t < first; t++) {
            followed[t - 1] = held.input()[t];
        }
        sampler.restart(stream);
        rollout.draw(seed, stream, Long.MAX_VALUE);
        double[] next = new double[held.input()[0].length];
        for (int t = first; t <= task.steps(); t++) {
            drawAfter(t - 1, next);
            followed[t - 1] = Rows.of(next, next.length)[0];
            if (t < task.steps()) {
                backend.write(next, 0, rollout.input().value(t, t + 1));
                rollout.input().written(t, t + 1);
                rollout.graph().forward(t, t + 1);
            }
        }
        return followed;
    }

    /** Draws what follows step {@code t}: a symbol, each as probable as predicted, or units. */
    private void drawAfter(int t, double[] next) {
        Buffer unit = units.rows(t, 1);
        if (task.symbols()) {
            rollout.prediction(t, unit);
            backend.read(unit, probabilities, 0);
            next[0] = sampler.draw(probabilities);
        } else {
            rollout.sample(t, unit);
            backend.read(unit, next, 0);
        }
    }

    /** Has each step from one on receive what was dreamed at the step before; the input holds what came of it. */
    void dream(int from, int stream) {
        rollout.graph().forward(0, task.steps());
        rollout.draw(seed, stream, Long.MAX_VALUE);
        for (int t = from; t < task.steps(); t++) {
            rollout.dream(t - 1, rollout.input().value(t, t + 1));
            rollout.input().written(t, t + 1);
            rollout.graph().forward(t, t + 1);
        }
        rollout.draw(0, 0, Long.MAX_VALUE); // what is predicted by drawing is the same whoever dreamed before
    }
}
