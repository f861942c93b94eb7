package unroll.app.view.perturb;

import java.util.List;
import unroll.app.control.Numbers;
import unroll.app.sequence.Portrayal;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Steps;
import unroll.engine.perturb.Subject;

/**
 * What people call the inputs and outputs of a task, and what is done to them.
 *
 * @param inputs names of the input channels or symbols; none where they have numbers alone
 * @param outputs names of the output channels
 */
public record Naming(List<String> inputs, List<String> outputs) {
    /** Of no task. */
    public static final Naming NONE = new Naming(List.of(), List.of());

    public Naming {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Of a task that is shown so. */
    public static Naming of(Portrayal portrayal) {
        return new Naming(portrayal.inputNames(), portrayal.outputNames());
    }

    String input(int channel) {
        return channel < inputs.size() ? inputs.get(channel) : "input " + (channel + 1);
    }

    String output(int channel) {
        return channel < outputs.size() ? outputs.get(channel) : "output " + (channel + 1);
    }

    /** A perturbation of a network in a few words: "t 12: input 3 + 0.1". */
    String words(Perturbation perturbation, Subject subject) {
        return switch (perturbation) {
            case Perturbation.Pulse it ->
                at(it.steps())
                        + input(it.channel())
                        + (it.size() < 0 ? " \u2212 " : " + ")
                        + Numbers.tick(Math.abs(it.size()));
            case Perturbation.HeldInput it -> at(it.steps()) + input(it.channel()) + " = " + Numbers.tick(it.value());
            case Perturbation.HeldSymbol it -> at(it.steps()) + "hears " + input(it.symbol());
            case Perturbation.HeldUnit it ->
                at(it.steps()) + "unit " + (it.unit() + 1) + " = " + Numbers.tick(it.value());
            case Perturbation.HeldWeight it -> weight(it, subject) + " = " + Numbers.tick(it.value());
            case Perturbation.Lesion it -> "without unit " + (it.unit() + 1);
            case Perturbation.Noise it -> at(it.steps()) + "noise " + Numbers.tick(it.deviation());
        };
    }

    /** A weight by where it leads to and where it comes from; a number of a bias by its unit: "b_h 3". */
    private static String weight(Perturbation.HeldWeight weight, Subject subject) {
        boolean single = subject.part(weight.part())
                .filter(slot -> !slot.role().weight())
                .isPresent();
        String to = single ? "" : (weight.row() + 1) + "\u2190";
        return weight.part() + " " + to + (weight.column() + 1);
    }

    private static String at(Steps steps) {
        return steps.count() == 1
                ? "t " + (steps.from() + 1) + ": "
                : "t " + (steps.from() + 1) + "\u2013" + steps.to() + ": ";
    }
}
