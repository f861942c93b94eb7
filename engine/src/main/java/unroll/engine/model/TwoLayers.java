package unroll.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Aside;
import unroll.engine.graph.Detached;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;

/**
 * A machine at every step and an upper one, which models the means of its hidden units (thesis sec. 3.4). They learn one after the other: what
 * the lower one learned stays while the upper one learns. Predictions come down from the upper one.
 */
final class TwoLayers implements Criterion {
    private final Backend backend;
    private final ConditionalMachine lower;
    private final ConditionalMachine upper;

    /** The means of the lower one's hidden units given the targets, which are the targets of the upper one. */
    private final Aside means;

    private final Signal hidden;
    private final List<Signal> seeded;
    private final long alone;
    private boolean above;

    /** @param alone updates in which the lower one learns */
    TwoLayers(Graph graph, ConditionalMachine lower, Upper maker, long alone) {
        backend = graph.backend();
        this.lower = lower;
        this.alone = alone;
        means = graph.aside();
        Signal mean = lower.hiddenMean(means);
        Signal given = graph.given(mean.width(), false);
        means.add(new Detached(given, mean));
        upper = maker.over(given);
        hidden = graph.given(mean.width(), false);
        seeded = Stream.concat(lower.seeded().stream(), upper.seeded().stream()).toList();
        draw(0, 0, Long.MAX_VALUE);
    }

    /** Makes the upper machine over its targets. */
    @FunctionalInterface
    interface Upper {
        ConditionalMachine over(Signal target);
    }

    private ConditionalMachine learning() {
        return above ? upper : lower;
    }

    @Override
    public List<Signal> seeded() {
        return seeded;
    }

    @Override
    public int begin() {
        return 0;
    }

    @Override
    public double value(double scale, int from, int to) {
        if (above) {
            means.forward(from, to);
        }
        rest((above ? lower : upper).seeded(), from, to);
        return learning().value(scale, from, to);
    }

    /** No derivatives come from the layer that does not learn. */
    private void rest(List<Signal> signals, int from, int to) {
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            int first = Math.max(from, signal.begin());
            int last = Math.min(to, signal.end());
            if (first < last) {
                backend.fill(0, signal.adjoint(first, last));
            }
        }
    }

    @Override
    public CriterionMeasure measure() {
        return lower.measure();
    }

    @Override
    public double beside(int index) {
        return learning().beside(index);
    }

    @Override
    public void draw(long seed, long first, long update) {
        above = update >= alone;
        lower.draw(seed, first, update);
        upper.draw(seed, first, update);
    }

    @Override
    public Map<String, Buffer> state() {
        Map<String, Buffer> state = new LinkedHashMap<>(lower.state());
        upper.state().forEach((name, buffer) -> state.put("upper " + name, buffer));
        return state;
    }

    @Override
    public void predictions(int from, int to, Buffer units) {
        Buffer h = hidden.value(from, to);
        upper.predictions(from, to, h);
        lower.visibleMean(from, to, h, units);
    }

    @Override
    public void sample(int t, Buffer units) {
        Buffer h = hidden.value(t, t + 1);
        upper.sample(t, h);
        lower.sample(t, h, units);
    }
}
