package unroll.app.view.phase;

import java.util.Arrays;
import java.util.Optional;
import unroll.engine.dynamics.InputMode;
import unroll.engine.dynamics.NetworkMap;

/**
 * A network whose states can be looked at.
 *
 * @param update whose network it is
 * @param map of its states, while it receives what was asked for; none where it is none
 * @param trouble why there is none
 * @param inputs of a test sequence, {@code [T][I]}
 * @param symbols whether inputs are symbols, one of which it always receives
 */
public record PhaseLook(long update, Optional<NetworkMap> map, String trouble, double[][] inputs, boolean symbols) {
    /** Whether both networks receive the same at each step. */
    boolean receivesAs(PhaseLook other) {
        return Arrays.equals(received(), other.received());
    }

    private double[] received() {
        return map.map(NetworkMap::input).orElse(null) instanceof InputMode.Held(double[] row) ? row : new double[0];
    }

    /** Of no network. */
    static final PhaseLook NONE = new PhaseLook(0, Optional.empty(), "", new double[0][], false);
}
