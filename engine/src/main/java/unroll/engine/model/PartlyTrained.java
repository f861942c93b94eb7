package unroll.engine.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.setting.EditDistance;
import unroll.engine.setting.SettingsException;

/**
 * A model of which only some parameters are trained; the others stay as they began, like the fixed weights of an echo state network.
 *
 * @param model the model
 * @param layout its parameters, those that stay fixed
 */
record PartlyTrained(Model model, Layout layout) implements Model {
    private static final String PLACE = "training.train";
    private static final String ALL = "all";
    private static final String NONE = "none";

    /**
     * A model of which those parameters are trained that a text names.
     *
     * @param names "all", "none", or names of parameters or of a gate's part of one, with commas between them
     * @throws SettingsException where the model has no such parameter, or never trains it
     */
    static Model of(Model model, String names) {
        if (names.strip().equals(ALL)) {
            return model;
        }
        Set<String> trained = names.strip().equals(NONE)
                ? Set.of()
                : new LinkedHashSet<>(List.of(names.strip().split("\\s*,\\s*|\\s+", -1)));
        Layout layout = model.layout();
        trained.forEach(name -> check(name, layout));
        return new PartlyTrained(model, layout.training(trained));
    }

    private static void check(String name, Layout layout) {
        List<Layout.Slot> all =
                Stream.concat(layout.slots().stream(), layout.parts().stream()).toList();
        List<String> known = all.stream().map(Layout.Slot::name).distinct().toList();
        if (!known.contains(name)) {
            throw new SettingsException(
                    PLACE,
                    "the network has no parameter " + (name.isEmpty() ? "without a name" : name) + "; "
                            + EditDistance.meant(name, known)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElseGet(() -> "name some of " + String.join(", ", known) + ", all or none"));
        }
        if (all.stream().anyMatch(slot -> slot.name().equals(name) && slot.fixed())) {
            throw new SettingsException(PLACE, name + " is never trained in this network; leave it out");
        }
    }

    @Override
    public Model trainingAll() {
        return model;
    }

    @Override
    public Optional<VisibleUnits> machines() {
        return model.machines();
    }

    @Override
    public boolean dropsInputs() {
        return model.dropsInputs();
    }

    @Override
    public Wiring wire(Graph graph, Parameters parameters, Signal v) {
        return model.wire(graph, parameters, v);
    }
}
