package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Activation;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Affine.Term;
import unroll.engine.graph.Aside;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Detached;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Operation;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.SettingsException;

/**
 * A restricted Boltzmann machine for each frame, whose biases follow from the frames before and the means of their hidden units, of which
 * those of the frame that was seen last are {@code h_t = sigmoid(W v_t + b_h + sum_n W_hh^n h_t-n + sum_n W_hv^n v_t-n)}. The next frame's
 * biases are {@code b_h + sum_n W_hh^n h_t+1-n + sum_n W_hv^n v_t+1-n} and {@code b_v + W_vh h_t + sum_n W_vv^n v_t+1-n} (thesis
 * eq. 3.2 and 3.17).
 *
 * @param whole whether derivatives flow everywhere, also where training counts hidden units as given
 */
record TemporalMachine(
        Layout layout, Connections connections, Second second, ConditionalMachine.Settings settings, boolean whole)
        implements Model {
    /** What the names of the second layer's parameters end with. */
    private static final String UPPER = " above";

    /**
     * A temporal machine of the hidden units, with the same connections.
     *
     * @param hidden its hidden units; 0 where there is none
     * @param alone updates in which the first one learns alone
     */
    record Second(int hidden, long alone) {
        static final Second NONE = new Second(0, 0);
    }

    /**
     * What leads to the biases.
     *
     * @param hidden earlier frames whose hidden units lead to the hidden biases
     * @param visible earlier frames that lead to the visible biases
     * @param crossed earlier frames that lead to the hidden biases
     * @param direct whether the hidden units of the last frame lead to the visible biases
     * @param throughTime whether derivatives flow through the hidden units
     * @param opening whether the first input is a frame to be learned
     */
    record Connections(int hidden, int visible, int crossed, boolean direct, boolean throughTime, boolean opening) {
        /** A machine of each frame by itself. */
        static final Connections NONE = new Connections(0, 0, 0, false, true, false);

        /** Whether anything before a frame counts. */
        boolean none() {
            return hidden == 0 && visible == 0 && crossed == 0 && !direct;
        }

        /** Frames before the first input that count: no data are there, so that they are learned, as the hidden units at them are. */
        int before() {
            return Math.max(crossed, opening ? visible : visible - 1);
        }
    }

    /** The machine of a size. */
    static TemporalMachine of(
            String name,
            int hidden,
            int inputs,
            int outputs,
            Connections connections,
            Second second,
            ConditionalMachine.Settings settings) {
        requireFrames(name, inputs, outputs);
        var layout = Layout.builder();
        add(layout, "", hidden, outputs, connections);
        if (second.hidden > 0) {
            add(layout, UPPER, second.hidden, hidden, connections);
        }
        return new TemporalMachine(layout.build(), connections, second, settings, false);
    }

    private static void add(Layout.Builder layout, String layer, int hidden, int visible, Connections connections) {
        layout.add("W" + layer, Role.INPUT_WEIGHT, hidden, visible);
        stack(layout, "W_hh" + layer, hidden, hidden, Role.RECURRENT_WEIGHT, connections.hidden);
        stack(layout, "W_hv" + layer, hidden, visible, Role.INPUT_WEIGHT, connections.crossed);
        stack(layout, "W_vv" + layer, visible, visible, Role.OUTPUT_WEIGHT, connections.visible);
        if (layer.isEmpty() && connections.visible > 0) {
            layout.asTaps();
        }
        stack(layout, "W_vh" + layer, visible, hidden, Role.OUTPUT_WEIGHT, connections.direct ? 1 : 0);
        Role bias = layer.isEmpty() ? Role.OUTPUT_BIAS : Role.HIDDEN_BIAS; // no task knows the means of hidden units
        layout.add("b_v" + layer, bias, 1, visible).add("b_h" + layer, Role.HIDDEN_BIAS, 1, hidden);
        first(layout, "h_0" + layer, hidden, connections.hidden);
        first(layout, "v_0" + layer, visible, connections.before());
    }

    /** What {@code count} steps before the first have, the last of them first. */
    private static void first(Layout.Builder layout, String name, int columns, int count) {
        if (count == 1) {
            layout.add(name, Role.FIRST_STATE, 1, columns);
        } else if (count > 1) {
            layout.stackColumns(name, columns, Role.FIRST_STATE.times(count));
        }
    }

    private static void stack(Layout.Builder layout, String name, int rows, int columns, Role role, int count) {
        if (count == 1) {
            layout.add(name, role, rows, columns);
        } else if (count > 1) {
            layout.stackRows(name, rows, columns, role.times(count));
        }
    }

    /** Refuses a task whose inputs are no frames like its targets. */
    static void requireFrames(String name, int inputs, int outputs) {
        if (inputs != outputs) {
            throw new SettingsException(
                    "",
                    name + " models frames of which each is an input and then a target, but here " + inputs
                            + " numbers come in and " + outputs + " go out; choose an RNN-RBM or another task");
        }
    }

    /** Two layers are no machine with biases of its own, so that no likelihood can be found by one. */
    @Override
    public Optional<VisibleUnits> machines() {
        return second.hidden > 0 ? Optional.empty() : Optional.of(settings.units());
    }

    @Override
    public Model withAllDerivatives() {
        return new TemporalMachine(layout, connections, second, settings, true);
    }

    @Override
    public Wiring wire(Graph graph, Parameters p, Signal v) {
        Wires lower = new Wires(graph, p, v, "", settings);
        ConditionalMachine.Site site = lower.site();
        Criterion.Maker maker;
        if (second.hidden > 0) {
            Signal means = whole ? graph.signal(lower.units) : graph.given(lower.units, false);
            graph.add(whole ? new Combine(means, Combine.term(1, lower.h)) : new Detached(means, lower.h));
            maker = site.judged(
                    graph, settings, new Wires(graph, p, means, UPPER, settings.upper()).site(), second.alone);
        } else {
            maker = site.judged(graph, settings);
        }
        return new Wiring(lower.h, lower.visibleBias, Optional.empty(), Optional.of(maker));
    }

    /** The signals of one layer. */
    private final class Wires {
        private final Graph graph;
        private final Parameters p;
        private final Signal v;
        private final String layer;
        private final ConditionalMachine.Settings settings;

        /** The frame in units of the noise. */
        private final Signal x;

        private final int units;
        private final Signal h;
        private final Signal carried;
        private final Signal visibleBias;

        /** The hidden units one step before, two before, and so on, and the frame itself, the one before, and so on. */
        private final List<Signal> before = new ArrayList<>();

        private final List<Signal> frames = new ArrayList<>();
        private final List<Operation> loop = new ArrayList<>();

        Wires(Graph graph, Parameters p, Signal v, String layer, ConditionalMachine.Settings settings) {
            this.graph = graph;
            this.p = p;
            this.v = v;
            this.layer = layer;
            this.settings = settings;
            x = settings.scaled(graph, graph::add, v);
            visibleBias = graph.signal(v.width());
            units = parameter("W").value().rows();
            h = graph.signal(units);
            carried = connections.throughTime || whole ? h : graph.given(units, false);
            frames.add(v);
            for (int n = 1; n <= connections.before(); n++) {
                Signal earlier = graph.signal(v.width());
                graph.add(Delay.learned(
                        earlier, frames.getLast(), 1, parameter("v_0").part(n - 1, connections.before())));
                frames.add(earlier);
            }
        }

        private Parameter parameter(String name) {
            return p.get(name + layer);
        }

        ConditionalMachine.Site site() {
            addHidden();
            Signal memory = graph.given(units, false);
            List<Signal> remembered = new ArrayList<>();
            for (int n = 1; n <= Math.max(connections.hidden, connections.direct ? 1 : 0); n++) {
                Signal told = graph.signal(units);
                graph.add(new Combine(told, Combine.product(n == 1 ? carried : before.get(n - 2), memory)));
                remembered.add(told);
            }
            Signal hiddenBias = graph.signal(units);
            graph.add(Affine.of(hiddenBias, parameter("b_h"), hiddenTerms(remembered)));
            graph.add(Affine.of(visibleBias, parameter("b_v"), visibleTerms(remembered)));
            return new ConditionalMachine.Site(
                    parameter("W"),
                    hiddenBias,
                    settings.scaled(graph, graph::add, visibleBias),
                    x,
                    connections.none() ? null : memory,
                    Optional.ofNullable(opening()));
        }

        /** The hidden units of the frame that was seen last. */
        private void addHidden() {
            Signal u = graph.signal(units);
            List<Term> given = new ArrayList<>(List.of(term(x, parameter("W"))));
            for (int n = 1; n <= connections.crossed; n++) {
                given.add(crossed(n, n));
            }
            graph.add(Affine.of(u, parameter("b_h"), given.toArray(Term[]::new)));
            List<Term> recurrent = new ArrayList<>();
            for (int n = 1; n <= connections.hidden; n++) {
                Signal earlier = graph.signal(units);
                Signal last = n == 1 ? carried : before.getLast();
                loop.add(Delay.learned(earlier, last, 1, parameter("h_0").part(n - 1, connections.hidden)));
                recurrent.add(term(earlier, parameter("W_hh").block(n - 1, connections.hidden)));
                before.add(earlier);
            }
            if (!recurrent.isEmpty()) {
                loop.add(Affine.adding(u, recurrent.toArray(Term[]::new)));
            }
            loop.add(new Activate(h, Activation.LOGISTIC, u));
            if (carried != h) {
                loop.add(new Detached(carried, h));
            }
            graph.add(new Loop(loop));
        }

        private Term[] hiddenTerms(List<Signal> remembered) {
            List<Term> terms = new ArrayList<>(List.of(hiddenTermsOf(remembered)));
            for (int n = 1; n <= connections.crossed; n++) {
                terms.add(crossed(n, n - 1));
            }
            return terms.toArray(Term[]::new);
        }

        private Term[] visibleTerms(List<Signal> remembered) {
            List<Term> terms = new ArrayList<>();
            if (connections.direct) {
                terms.add(term(remembered.getFirst(), parameter("W_vh")));
            }
            for (int n = 1; n <= connections.visible; n++) {
                terms.add(visible(n, n - 1));
            }
            return terms.toArray(Term[]::new);
        }

        /** {@code W_hv^n} and the frame {@code ago} steps before. */
        private Term crossed(int n, int ago) {
            return term(frames.get(ago), parameter("W_hv").block(n - 1, connections.crossed));
        }

        private Term visible(int n, int ago) {
            return term(frames.get(ago), parameter("W_vv").block(n - 1, connections.visible));
        }

        /** The biases at the first input, of what is learned of the time before. */
        private ConditionalMachine.@Nullable Opening opening() {
            if (!connections.opening) {
                return null;
            }
            Aside biases = graph.aside();
            Signal hiddenBias = graph.signal(units, 0, 1);
            Signal firstBias = graph.signal(v.width(), 0, 1);
            List<Term> toHidden = new ArrayList<>(List.of(hiddenTermsOf(before)));
            for (int n = 1; n <= connections.crossed; n++) {
                toHidden.add(crossed(n, n));
            }
            List<Term> toVisible = new ArrayList<>();
            if (connections.direct && !before.isEmpty()) {
                toVisible.add(term(before.getFirst(), parameter("W_vh")));
            }
            for (int n = 1; n <= connections.visible; n++) {
                toVisible.add(visible(n, n));
            }
            biases.add(Affine.of(hiddenBias, parameter("b_h"), toHidden.toArray(Term[]::new)));
            biases.add(Affine.of(firstBias, parameter("b_v"), toVisible.toArray(Term[]::new)));
            return new ConditionalMachine.Opening(
                    x, hiddenBias, settings.scaled(graph, biases::add, firstBias), biases);
        }

        private Term[] hiddenTermsOf(List<Signal> states) {
            List<Term> terms = new ArrayList<>();
            for (int n = 1; n <= connections.hidden; n++) {
                terms.add(term(states.get(n - 1), parameter("W_hh").block(n - 1, connections.hidden)));
            }
            return terms.toArray(Term[]::new);
        }
    }
}
