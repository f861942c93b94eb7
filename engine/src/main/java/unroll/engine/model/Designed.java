package unroll.engine.model;

import java.util.List;
import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * A network that a person draws: any layers, and any connections between them with any delay, so that every layer receives
 * {@code sum W x_t-lag + b} over its incoming connections. Before the first step a layer with delayed connections has a learned
 * first state, and the input is 0.
 *
 * @param layers as {@link PlanText} reads them
 * @param connections as {@link PlanText} reads them
 * @param shown the layer whose states the views show; empty for the last
 */
@Kind(
        name = "designed",
        label = "Designed",
        help = "A network drawn by hand: layers of units or gated cells, and connections between them with any delay.")
public record Designed(
        @Setting(
                label = "Layers",
                help = "Name, cell and size of each layer: h: tanh 100, g: lstm 50. Cells are lstm and gru, or units of"
                        + " any non-linearity, such as tanh.",
                initial = "h: tanh 100")
        String layers,

        @Setting(
                label = "Connections",
                help = "What leads to what: v > h leads from the input v to h, h > h @1 from h to itself one step"
                        + " later, h > o from h to the output.",
                initial = "v > h, h > h @1, h > o")
        String connections,

        @Setting(
                label = "Shown",
                help = "The layer whose states the views show; the last where this is empty.",
                empty = "the last layer")
        String shown)
        implements ModelSettings {

    public Designed {
        Plan plan = PlanText.read(layers, connections);
        if (!shown.isEmpty() && plan.layer(shown).isEmpty()) {
            throw new SettingsException("shown", "no layer is called " + shown);
        }
    }

    /** A plan as settings, of which the last layer is shown. */
    public static Designed of(Plan plan) {
        return new Designed(PlanText.layers(plan), PlanText.links(plan), "");
    }

    /** A plan as settings: those of a ready architecture where it is one. */
    public static ModelSettings settings(Plan plan) {
        if (plan.layers().size() == 1) {
            Plan.Layer only = plan.layers().getFirst();
            if (plan.equals(Plan.of(only.cell(), only.units()))) {
                return switch (only.cell()) {
                    case Cell.Gated.LSTM -> new StandardLstm(only.units());
                    case Cell.Gated.GRU -> new Gru(only.units());
                    case Cell.Ungated units -> new StandardRnn(only.units(), units.activation());
                };
            }
        }
        return of(plan);
    }

    /** What the weights of a connection are called: {@code W_h_v}, {@code W_h_h@1}. */
    public static String weight(Plan.Link link) {
        return "W_" + link.to() + "_" + link.from() + (link.lag() == 0 ? "" : "@" + link.lag());
    }

    @Override
    public Optional<Plan> plan() {
        return Optional.of(PlanText.read(layers, connections));
    }

    @Override
    public List<Plan.Fault> faults() {
        return plan().orElseThrow().faults();
    }

    /** @throws SettingsException with the first reason why the plan is impossible */
    @Override
    public Model model(int inputs, int outputs) {
        Plan plan = plan().orElseThrow();
        List<Plan.Fault> faults = plan.faults();
        if (!faults.isEmpty()) {
            throw new SettingsException("model", faults.getFirst().reason());
        }
        return DesignedNetwork.of(plan, shown, inputs, outputs);
    }
}
