package unroll.app.view.perturb;

import java.util.Arrays;
import java.util.List;
import unroll.engine.perturb.Subject;

/** What can be done to a network, as a person chooses it. */
public enum Kind {
    PULSE("pulse an input", Aim.INPUT, false, "plus", 0.1, 1, "Adds a number to one input channel at one step."),
    HOLD_INPUT("hold an input", Aim.INPUT, true, "at", 0, 5, "Holds one input channel at a number for some steps."),
    OTHER_SYMBOL(
            "another symbol",
            Aim.SYMBOL,
            true,
            "",
            0,
            1,
            "Has the network hear this symbol in place of the given one."),
    HOLD_UNIT(
            "hold a unit",
            Aim.UNIT,
            true,
            "at",
            1,
            5,
            "Holds the state of one hidden unit at a number for some steps."),
    WEIGHT(
            "hold a weight",
            Aim.WEIGHT,
            false,
            "at",
            0,
            1,
            "Holds one weight of a matrix, or one number of a bias. A click in Weights takes it from there."),
    LESION("take a unit away", Aim.UNIT, false, "", 0, 1, "The state of one hidden unit is 0 at all steps."),
    NOISE(
            "noise on the state",
            Aim.STATE,
            true,
            "deviation",
            0.001,
            1,
            "Adds normal numbers to all that the network carries from step to step; the seed says which.");

    /** What is aimed at. */
    enum Aim {
        INPUT,
        SYMBOL,
        UNIT,
        /** A number of a matrix or bias. */
        WEIGHT,
        /** All of it: nothing is to be chosen. */
        STATE
    }

    private final String label;
    private final Aim aim;
    private final boolean lasting;
    private final String amount;
    private final double usualAmount;
    private final int usualCount;
    private final String help;

    Kind(String label, Aim aim, boolean lasting, String amount, double usualAmount, int usualCount, String help) {
        this.label = label;
        this.aim = aim;
        this.lasting = lasting;
        this.amount = amount;
        this.usualAmount = usualAmount;
        this.usualCount = usualCount;
        this.help = help;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    Aim aim() {
        return aim;
    }

    /** Whether a person says for how many steps. */
    boolean lasting() {
        return lasting;
    }

    /** Whether it happens at some step, and not at all. */
    boolean timed() {
        return this != LESION && this != WEIGHT;
    }

    /** The word before its number; empty if it has none. */
    String amount() {
        return amount;
    }

    double usualAmount() {
        return usualAmount;
    }

    int usualCount() {
        return usualCount;
    }

    String help() {
        return help;
    }

    static Kind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + label));
    }

    /** How many there are to choose from. */
    int targets(Subject subject) {
        return switch (aim) {
            case INPUT -> subject.symbols() ? 0 : subject.inputs();
            case SYMBOL -> subject.symbols() ? subject.inputs() : 0;
            case UNIT -> subject.units();
            case WEIGHT -> subject.parts().size();
            case STATE -> Math.min(1, subject.units());
        };
    }

    /** Whether there is anything in a network that it could be done to. */
    public boolean possible(Subject subject) {
        return targets(subject) > 0;
    }

    /** What can be done to a network. */
    static List<Kind> of(Subject subject) {
        return Arrays.stream(values()).filter(kind -> kind.possible(subject)).toList();
    }
}
