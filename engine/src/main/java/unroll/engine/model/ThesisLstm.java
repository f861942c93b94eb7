package unroll.engine.model;

import static unroll.engine.graph.Affine.term;
import static unroll.engine.graph.Combine.product;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Operation;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Part;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * Long short-term memory as the thesis defines it (eq. 2.37-2.44): a standard hidden state {@code h_t} beside the memory
 * {@code m_t}; input gate, input, output gate and forget gate receive {@code h_t} of the same step, {@code v_t}
 * and {@code mt_t-1}; {@code m_t = m_t-1 f_t + i_t ig_t}, {@code mt_t = m_t o_t} and {@code z_t = W_yh h_t + W_ym mt_t}.
 *
 * @param hidden conventional hidden units, H
 * @param memory memory units, N
 */
@Kind(
        name = "thesis-lstm",
        label = "LSTM of the thesis",
        help = "Long short-term memory as thesis sec. 2.8.3 defines it: a standard hidden state drives gated memory"
                + " units.",
        formula = """
            m_t = m_t-1 f_t + i_t ig_t
            mt_t = m_t o_t
            z_t = W_yh h_t + W_ym mt_t\
            """,
        source = "thesis eq. 2.37-2.44")
public record ThesisLstm(
        @HiddenUnits int hidden,

        @Setting(
                label = "Memory units",
                help = "How many gated cells keep something for as long as their gates allow.",
                initial = "100",
                unit = "units",
                min = 1,
                max = 4096,
                from = 2,
                to = 1000)
        int memory)
        implements ModelSettings {

    /** A gate by the thesis' letters and by its name. */
    private record Gate(String letters, String name) {}

    private static final List<Gate> GATES = List.of(
            new Gate("ig", "input gate"),
            new Gate("i", "cell"),
            new Gate("o", "output gate"),
            new Gate("f", "forget gate"));

    @Override
    public boolean forgets() {
        return true;
    }

    @Override
    public Model model(int inputs, int outputs) {
        var layout = Layout.builder()
                .add("W_hh", Role.RECURRENT_WEIGHT, hidden, hidden)
                .add("W_hv", Role.INPUT_WEIGHT, hidden, inputs)
                .add("W_hm", Role.RECURRENT_WEIGHT, hidden, memory);
        for (Gate gate : GATES) {
            String weights = "W_" + gate.letters();
            Part recurrent = new Part(gate.name(), Role.RECURRENT_WEIGHT);
            layout.add(weights + "h", recurrent, memory, hidden)
                    .add(weights + "v", new Part(gate.name(), Role.INPUT_WEIGHT), memory, inputs)
                    .add(weights + "m", recurrent, memory, memory);
        }
        layout.add("b_f", Role.FORGET_BIAS, 1, memory)
                .add("W_yh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("W_ym", Role.OUTPUT_WEIGHT, outputs, memory)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .add("m_0", Role.FIRST_STATE, 1, memory)
                .add("mt_0", Role.FIRST_STATE, 1, memory);
        return new Network(layout.build(), hidden, memory, outputs);
    }

    private record Network(Layout layout, int units, int memory, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal h = graph.signal(units);
            Signal m = graph.signal(memory);
            Signal shown = graph.signal(memory);
            Signal hBefore = graph.signal(units);
            Signal mBefore = graph.signal(memory);
            Signal shownBefore = graph.signal(memory);
            List<Operation> body = new ArrayList<>();
            body.add(Delay.learned(hBefore, h, 1, p.get("h_0")));
            body.add(Delay.learned(mBefore, m, 1, p.get("m_0")));
            body.add(Delay.learned(shownBefore, shown, 1, p.get("mt_0")));
            Signal u = graph.signal(units);
            graph.add(Affine.of(u, term(v, p.get("W_hv"))));
            body.add(Affine.adding(u, term(hBefore, p.get("W_hh")), term(shownBefore, p.get("W_hm"))));
            body.add(new Activate(h, Activation.TANH, u));
            Signal[] gates = new Signal[GATES.size()];
            for (int i = 0; i < gates.length; i++) {
                String letters = GATES.get(i).letters();
                String weights = "W_" + letters;
                Signal drive = graph.signal(memory);
                gates[i] = graph.signal(memory);
                var fromInput = term(v, p.get(weights + "v"));
                graph.add(
                        letters.equals("f") ? Affine.of(drive, p.get("b_f"), fromInput) : Affine.of(drive, fromInput));
                body.add(Affine.adding(drive, term(h, p.get(weights + "h")), term(shownBefore, p.get(weights + "m"))));
                body.add(new Activate(gates[i], letters.equals("i") ? Activation.TANH : Activation.LOGISTIC, drive));
            }
            body.add(new Combine(m, product(mBefore, gates[3]), product(gates[1], gates[0])));
            body.add(new Combine(shown, product(m, gates[2])));
            graph.add(new Loop(body));
            Signal z = graph.signal(outputs);
            graph.add(Affine.of(z, term(graph.dropped(h), p.get("W_yh")), term(graph.dropped(shown), p.get("W_ym"))));
            return new Wiring(h, z);
        }
    }
}
