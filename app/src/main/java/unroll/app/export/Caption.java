package unroll.app.export;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands below a picture, so that it can be made again.
 *
 * @param name the experiment
 * @param moment when in it: "update 1,200"
 * @param facts what else is needed: seeds, date
 */
public record Caption(String name, String moment, List<String> facts) {
    /** Nothing is said. */
    public static final Caption NONE = new Caption("", "", List.of());

    public Caption {
        facts = List.copyOf(facts);
    }

    /** The same with one more fact. */
    public Caption and(String fact) {
        List<String> more = new ArrayList<>(facts);
        more.add(fact);
        return new Caption(name, moment, more);
    }

    /** The same at a time step, from 1. */
    Caption at(long step, int steps) {
        String time = "t = " + step + " / " + steps;
        return new Caption(name, moment.isEmpty() ? time : moment + " \u00b7 " + time, facts);
    }

    /** The same at another moment. */
    Caption when(String other) {
        return new Caption(name, other, facts);
    }

    boolean isEmpty() {
        return name.isEmpty() && moment.isEmpty() && facts.isEmpty();
    }
}
