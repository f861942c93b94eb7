package unroll.engine.perturb;

import java.util.List;
import java.util.Optional;
import unroll.engine.setting.Field;

/**
 * What a network leaves to choose of one setting of a perturbation: a number from 1 on, or one of its names.
 *
 * @param setting its name
 * @param label what it is called in this network; empty for its own label
 * @param thing what is counted
 * @param whose what has these things
 * @param most how many there are
 * @param names what they are called; none where they have numbers alone
 * @param none why there are none, as a sentence; empty where their number says enough
 */
record Limit(String setting, String label, String thing, String whose, int most, List<String> names, String none) {
    Limit {
        names = List.copyOf(names);
    }

    /** So many things, which have no names. */
    static Limit of(String setting, String thing, String whose, int most) {
        return new Limit(setting, "", thing, whose, most, List.of(), "");
    }

    /** The setting with no more to choose than there is. */
    Field narrow(Field field) {
        return field.within(label, 1, Math.max(1, most), names);
    }

    /** The value nearest to this one that can be chosen; the same where there is none. */
    Object nearest(Object value) {
        return value instanceof Integer number ? (Object) Math.clamp(number, 1, Math.max(1, most)) : value;
    }

    /** Why a value cannot be chosen, as a sentence; empty if it can. */
    Optional<String> refusal(Object value) {
        boolean there = value instanceof Integer number ? number <= most : names.contains(value);
        if (there) {
            return Optional.empty();
        }
        return Optional.of(
                most == 0 && !none.isEmpty()
                        ? none
                        : "There is no " + thing + " " + value + "; " + whose + " has "
                                + (value instanceof Integer ? Integer.toString(most) : String.join(", ", names)) + ".");
    }
}
