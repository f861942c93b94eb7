package unroll.engine.perturb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/**
 * Something that is done to a network while it runs over a sequence, one record for each kind. Its settings count channels, symbols,
 * units, rows, columns and time steps from 1, as people do.
 */
public sealed interface Perturbation
        permits Pulse, HeldInput, HeldSymbol, HeldUnit, HeldGate, HeldWeight, Lesion, StateNoise {
    /** Steps, units and channels have at most so many. */
    double MANY = 1_000_000;

    /** Larger numbers leave single precision soon. */
    double LARGE = 1e9;

    /** What the numbers are that it changes. */
    enum Place {
        /** Input channels, or the code of the symbol that is received. */
        INPUT,
        /** The hidden units that are shown. */
        UNITS,
        /** All that the network carries from step to step, the hidden units where that is nothing. */
        STATE,
        /** What lies within a layer, or the units of any layer: those that it names itself. */
        GATES,
        /** What one unit makes of its inputs: a row of a matrix, or a bias. */
        WEIGHTS
    }

    Place place();

    /** When it acts. */
    Steps steps();

    /** Whether it sets numbers, whatever else is done to them, and does not add to them. */
    default boolean holds() {
        return true;
    }

    /**
     * Changes the numbers of a step at which it acts.
     *
     * @param at the step, from 0
     * @param part which of several rows of numbers the state has, from 0
     * @param row is changed
     */
    void change(int at, int part, double[] row);

    /** A few words: "t 12: input 3 + 0.1". */
    String words(Subject subject, DoubleFunction<String> number);

    /** What a network leaves to choose of the settings, each where those before it are as they are. */
    List<Limit> limits(Subject subject);

    // What follows

    /** One of each kind as it is at first. */
    static List<Perturbation> kinds() {
        return Schema.choices(Perturbation.class).stream()
                .map(kind -> (Perturbation) Schema.of(kind).initial())
                .toList();
    }

    /** Why it cannot be done to a network, as a sentence; empty if it can. */
    default Optional<String> refusal(Subject subject) {
        return limits(subject).stream()
                .flatMap(limit -> limit.refusal(value(limit.setting())).stream())
                .findFirst();
    }

    /** The same with settings that there are in a network, as near as can be. */
    default Perturbation in(Subject subject) {
        Perturbation near = this;
        for (Limit limit : limits(subject)) {
            near = near.with(limit.setting(), limit.nearest(near.value(limit.setting())));
        }
        return near;
    }

    /** Whether there is anything in a network that it could be done to. */
    default boolean possible(Subject subject) {
        return in(subject).refusal(subject).isEmpty();
    }

    /** Those of several that can be done to a network as they are. */
    static List<Perturbation> allowed(List<Perturbation> all, Subject subject) {
        return all.stream()
                .filter(perturbation -> perturbation.refusal(subject).isEmpty())
                .toList();
    }

    /** Its settings with what a network leaves to choose of each. */
    default List<Field> fields(Subject subject) {
        List<Field> fields = new ArrayList<>(Schema.of(this).fields());
        for (Limit limit : limits(subject)) {
            fields.replaceAll(field -> field.name().equals(limit.setting()) ? limit.narrow(field) : field);
        }
        return fields;
    }

    /** The same from another step on, counted from 1; itself where it acts at all steps. */
    default Perturbation from(int step) {
        return has("step") ? with("step", step) : this;
    }

    /** Whether it is done to one hidden unit. */
    default boolean aimsAtUnit() {
        return has("unit");
    }

    /** The same done to another hidden unit, counted from 1; itself where it is done to none. */
    default Perturbation to(int unit) {
        return aimsAtUnit() ? with("unit", unit) : this;
    }

    private boolean has(String setting) {
        return Schema.of(this).fields().stream().anyMatch(field -> field.name().equals(setting));
    }

    private Object value(String setting) {
        return Schema.of(this).field(setting).of(this);
    }

    private Perturbation with(String setting, Object value) {
        return Schema.of(this).with(this, setting, value);
    }

    // Settings that several have

    /** One input channel, of those that the network receives numbers on. */
    @Setting(label = "Input", help = "Which input channel.", initial = "1", min = 1, max = MANY)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface InputChannel {}

    /** One of the hidden units that are shown. */
    @Setting(
            label = "Unit",
            help = "Which hidden unit; a click in Hidden states takes the unit from there.",
            initial = "1",
            min = 1,
            max = MANY)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface HiddenUnit {}

    /** The first step at which something acts. */
    @Setting(
            label = "t",
            help = "The time step at which it begins. What is to be added is added where the time cursor stands: ,"
                    + " and . move it, and so does a click into any view.",
            initial = "1",
            min = 1,
            max = MANY)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface FirstStep {}

    /** How long it acts. */
    @Setting(label = "For", help = "For how many steps.", initial = "5", min = 1, max = MANY)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Duration {
        String initial() default "";
    }

    /** What something is held at. */
    @Setting(
            label = "At",
            help = "At which number. The arrow keys make it larger and smaller.",
            initial = "0",
            min = -LARGE,
            max = LARGE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface HeldValue {
        String initial() default "";
    }
}
