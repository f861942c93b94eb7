package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.boltzmann.Gibbs;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Aside;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Operation;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.random.Purpose;
import unroll.engine.random.RowStreams;

/**
 * A restricted Boltzmann machine at every step, whose biases a network computes of what came before: it is trained by contrastive
 * divergence on the targets, and predicts its own mean.
 */
final class ConditionalMachine implements Criterion {
    private static final CriterionMeasure MEASURE = new CriterionMeasure(
            "free-energy gap",
            false,
            "The free energy of the data less that of what Gibbs chains make of it, a frame: the model could tell them"
                    + " apart where it is far from 0. It is no loss and need not fall.",
            List.of(new CriterionMeasure.Beside(
                    "reconstruction error",
                    "The squared error, a frame, of what the chains make of the data. It falls early, also while"
                            + " predictions are bad.")));

    /** Sweeps after which a chain has forgotten where it began. */
    private static final int SAMPLED = 100;

    /** Sweeps from one frame of a dream to the next, as in training at the end: with one alone a film freezes. */
    private static final int DREAMED = 25;

    private final Backend backend;
    private final Settings settings;
    private final Site site;
    private final Gibbs gibbs;
    private final Graph graph;
    private final List<FreeEnergyGap> gaps = new ArrayList<>();
    private final List<Signal> seeded;
    private final RowStreams streams = new RowStreams();
    private final Aside scaling;
    private final Signal target;
    private final Signal v;
    private final Signal h;
    private final Signal mean;
    private int sweeps;
    private boolean still;

    /**
     * How it is trained and predicts.
     *
     * @param units of the targets
     * @param noise the standard deviation of Gaussian units around their means, the unit in which machines see frames; 1 for others
     * @param still updates for which what came before does not count
     */
    record Settings(
            VisibleUnits units,
            double noise,
            ContrastiveDivergence divergence,
            PredictionSettings prediction,
            long still) {
        static Settings of(BoltzmannSettings model) {
            double noise = model.visible() == VisibleUnits.GAUSSIAN ? model.noise() : 1;
            return new Settings(model.visible(), noise, model.divergence(), model.prediction(), model.still());
        }

        /** Those of a machine of the hidden units. */
        Settings upper() {
            return new Settings(VisibleUnits.BINARY, 1, divergence, prediction, 0);
        }

        /** A signal in units of the noise: itself where these are 1. */
        Signal scaled(Graph graph, Consumer<Operation> added, Signal v) {
            if (noise == 1) {
                return v;
            }
            Signal x = graph.signal(v.width(), v.begin(), v.end());
            added.accept(new Combine(x, Combine.term(1 / noise, v)));
            return x;
        }
    }

    /**
     * Where the machines stand in a network: frames and visible biases are in units of the noise (Hinton 2010, sec. 13.2), so that they are
     * machines of unit variance.
     *
     * @param weights W
     * @param hiddenBias {@code [T][B][H]}
     * @param visibleBias {@code [T][B][V]}
     * @param seen what chains begin at where they predict: the frame before; null where there is none
     * @param memory 1 where what came before counts and 0 where it does not, {@code [T][B][M]}; null where nothing came before
     * @param opening the biases at the first frame, which is the first input, where that is to be learned, too
     */
    record Site(
            Parameter weights,
            Signal hiddenBias,
            Signal visibleBias,
            @Nullable Signal seen,
            @Nullable Signal memory,
            Optional<Opening> opening) {
        /** What judges it. */
        Maker judged(Graph graph, Settings settings) {
            return (backend, output, target, weight) -> new ConditionalMachine(graph, settings, this, target, weight);
        }

        /** What judges it and, after so many updates, the machine of its hidden units that stands at {@code upper}. */
        Maker judged(Graph graph, Settings settings, Site upper, long alone) {
            return (backend, output, target, weight) -> new TwoLayers(
                    graph,
                    new ConditionalMachine(graph, settings, this, target, weight),
                    means -> new ConditionalMachine(graph, settings.upper(), upper, means, weight),
                    alone);
        }
    }

    /**
     * The biases at a frame that is an input, one step.
     *
     * @param biases computes them
     */
    record Opening(Signal frame, Signal hiddenBias, Signal visibleBias, Aside biases) {}

    ConditionalMachine(Graph graph, Settings settings, Site site, Signal target, Signal weight) {
        this.graph = graph;
        this.target = target;
        this.settings = settings;
        this.site = site;
        backend = graph.backend();
        gibbs = new Gibbs(backend, settings.units, site.weights.value());
        scaling = graph.aside();
        Signal frame = settings.scaled(graph, scaling::add, target);
        gaps.add(gap(frame, weight, site.hiddenBias, site.visibleBias));
        site.opening.ifPresent(
                opening -> gaps.add(gap(opening.frame, weight, opening.hiddenBias, opening.visibleBias)));
        seeded = gaps.stream().flatMap(gap -> gap.seeded().stream()).toList();
        v = graph.given(site.visibleBias.width(), false);
        h = graph.given(site.hiddenBias.width(), false);
        mean = graph.given(site.visibleBias.width(), false);
        draw(0, 0, Long.MAX_VALUE);
    }

    private FreeEnergyGap gap(Signal frame, Signal weight, Signal hiddenBias, Signal visibleBias) {
        return new FreeEnergyGap(graph, settings.units, gibbs, site.weights, frame, weight, hiddenBias, visibleBias);
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
    public void draw(long seed, long first, long update) {
        streams.restart(seed, Purpose.GIBBS, first);
        sweeps = (int) settings.divergence.sweeps().at(update);
        still = site.memory == null || update < settings.still;
        if (site.memory != null) {
            backend.fill(still ? 0 : 1, site.memory.value());
        }
    }

    @Override
    public Map<String, Buffer> state() {
        return settings.divergence.persistent()
                ? Map.of("chains", gaps.getFirst().chains())
                : Map.of();
    }

    @Override
    public double value(double scale, int from, int to) {
        gibbs.prepare();
        scaling.forward(from, to);
        site.opening.ifPresent(opening -> opening.biases.forward(from, to));
        boolean onward = still && settings.divergence.persistent();
        for (int i = 0; i < gaps.size(); i++) {
            gaps.get(i).run(from, to, sweeps, onward, streams);
        }
        double sum = 0;
        for (int i = 0; i < gaps.size(); i++) {
            sum += gaps.get(i).value(scale, from, to);
        }
        return sum;
    }

    @Override
    public Optional<Machines> machines() {
        return Optional.of(
                new Machines(settings.units, settings.noise, site.weights, site.hiddenBias, site.visibleBias));
    }

    /** The reconstruction error. */
    @Override
    public double beside(int index) {
        double sum = 0;
        for (int i = 0; i < gaps.size(); i++) {
            sum += gaps.get(i).squaredError();
        }
        return settings.noise * settings.noise * sum;
    }

    @Override
    public CriterionMeasure measure() {
        return MEASURE;
    }

    @Override
    public void predictions(int from, int to, Buffer units) {
        gibbs.prepare();
        switch (settings.prediction) {
            case PredictionSettings.MeanField(int count) -> meanField(from, to, count, units);
            case PredictionSettings.GibbsAverage(int count, int chains) -> average(from, to, count, chains, units);
        }
        restore(units);
    }

    /** Gives values in units of the noise their own ones back. */
    private void restore(Buffer units) {
        if (settings.noise != 1) {
            backend.scale(settings.noise, units);
        }
    }

    /** The means of the hidden units given the targets at some steps, as an aside has them that is added to here. */
    Signal hiddenMean(Aside means) {
        int units = site.hiddenBias.width();
        Signal drive = graph.signal(units);
        Signal hidden = graph.signal(units);
        means.add(new Combine(drive, Combine.term(1, site.hiddenBias)));
        means.add(Affine.adding(drive, term(settings.scaled(graph, means::add, target), site.weights)));
        means.add(new Activate(hidden, Activation.LOGISTIC, drive));
        return hidden;
    }

    private void meanField(int from, int to, int count, Buffer units) {
        begin(from, to, units);
        for (int k = 0; k < count; k++) {
            gibbs.hiddenMean(units, site.hiddenBias.value(from, to), h.value(from, to));
            gibbs.visibleMean(h.value(from, to), site.visibleBias.value(from, to), units);
        }
    }

    private void average(int from, int to, int count, int chains, Buffer units) {
        Buffer state = v.value(from, to);
        Buffer hidden = h.value(from, to);
        Buffer next = mean.value(from, to);
        backend.fill(0, units);
        int sequences = graph.sequences();
        int burned = count / 2;
        for (int chain = 0; chain < chains; chain++) {
            begin(from, to, state);
            for (int k = 0; k < count; k++) {
                int draw = 2 * (chain * count + k);
                gibbs.hiddenMean(state, site.hiddenBias.value(from, to), hidden);
                gibbs.drawHidden(hidden, streams.at(from, sequences, draw));
                gibbs.visibleMean(hidden, site.visibleBias.value(from, to), next);
                if (k >= burned) {
                    backend.addScaled(1.0 / (chains * (count - burned)), next, units);
                }
                gibbs.drawVisible(next, streams.at(from, sequences, draw + 1), state);
            }
        }
    }

    /** The mean that the hidden units at the end of one chain stand for: training has never seen units that are on or off alone. */
    @Override
    public void dream(int t, Buffer units) {
        gibbs.prepare();
        Buffer state = v.value(t, t + 1);
        Buffer hidden = h.value(t, t + 1);
        begin(t, t + 1, state);
        for (int k = 0; k < DREAMED; k++) {
            gibbs.hiddenMean(state, site.hiddenBias.value(t, t + 1), hidden);
            gibbs.drawHidden(hidden, streams.at(t, graph.sequences(), 2 * k));
            gibbs.visibleMean(hidden, site.visibleBias.value(t, t + 1), units);
            gibbs.drawVisible(units, streams.at(t, graph.sequences(), 2 * k + 1), state);
        }
        restore(units);
    }

    /** The end of a long chain that begins at the biases: a good machine hardly leaves the frame before, from which it would begin else. */
    @Override
    public void sample(int t, Buffer units) {
        gibbs.prepare();
        Buffer bias = site.visibleBias.value(t, t + 1);
        backend.activate(settings.units.mean(), bias, units);
        gibbs.sweep(
                units,
                site.hiddenBias.value(t, t + 1),
                bias,
                SAMPLED,
                h.value(t, t + 1),
                streams,
                t,
                graph.sequences());
        restore(units);
    }

    /** The means of the visible units at those steps where the hidden units are given. */
    void visibleMean(int from, int to, Buffer hidden, Buffer units) {
        scaledMean(from, to, hidden, units);
        restore(units);
    }

    private void scaledMean(int from, int to, Buffer hidden, Buffer units) {
        gibbs.prepare();
        gibbs.visibleMean(hidden, site.visibleBias.value(from, to), units);
    }

    /** Draws the visible units at a step where the hidden units are given. */
    void sample(int t, Buffer hidden, Buffer units) {
        scaledMean(t, t + 1, hidden, units);
        gibbs.drawVisible(units, streams.at(t, graph.sequences(), 2 * SAMPLED), units);
        restore(units);
    }

    /** The visible units at which chains begin. */
    private void begin(int from, int to, Buffer state) {
        if (site.seen != null) {
            backend.copy(site.seen.value(from, to), state);
        } else {
            backend.activate(settings.units.mean(), site.visibleBias.value(from, to), state);
        }
    }
}
