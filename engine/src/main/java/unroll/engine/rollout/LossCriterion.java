package unroll.engine.rollout;

import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.model.Criterion;
import unroll.engine.model.CriterionMeasure;
import unroll.engine.random.Purpose;
import unroll.engine.random.RowStreams;

/** What judges the output units by their targets, each step by itself or each sequence as a whole. */
abstract sealed class LossCriterion implements Criterion permits StepCriterion, StringCriterion {
    final Backend backend;
    final Loss loss;
    final Signal o;
    final Signal target;
    final Signal weight;
    private final List<Signal> seeded;
    private final RowStreams streams = new RowStreams();

    /**
     * @param loss of the output units
     * @param o their pre-activations {@code [T][B][O]}, perhaps from some step on only
     * @param target {@code [T][B][O]}
     * @param weight {@code [T][B]}
     */
    LossCriterion(Backend backend, Loss loss, Signal o, Signal target, Signal weight) {
        this.backend = backend;
        this.loss = loss;
        this.o = o;
        this.target = target;
        this.weight = weight;
        seeded = List.of(o);
    }

    @Override
    public final List<Signal> seeded() {
        return seeded;
    }

    @Override
    public final int begin() {
        return o.begin();
    }

    @Override
    public final CriterionMeasure measure() {
        return CriterionMeasure.LOSS;
    }

    /** Units that are on or off are drawn each by itself. */
    @Override
    public final void sample(int t, Buffer units) {
        predictions(t, t + 1, units);
        if (loss == Loss.LOGISTIC) {
            backend.bernoulli(units, streams.at(t, o.sequences(), 0), units);
        }
    }

    @Override
    public final void draw(long seed, long first, long update) {
        streams.restart(seed, Purpose.SAMPLING, first);
    }

    @Override
    public final void predictions(int from, int to, Buffer units) {
        backend.outputs(loss, o.value(from, to), units);
    }
}
