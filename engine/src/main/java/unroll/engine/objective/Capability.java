package unroll.engine.objective;

import java.util.function.Function;
import unroll.engine.setting.SettingsException;

/**
 * What only some objectives can compute: present, or absent for a reason.
 *
 * @param <C> computes it
 */
public sealed interface Capability<C> {
    /**
     * It can be computed.
     *
     * @param it computes it
     */
    record Present<C>(C it) implements Capability<C> {}

    /**
     * It cannot be computed.
     *
     * @param reason for people: a clause that follows "for"
     * @param remedy what could be chosen otherwise, besides the optimiser: "gradient"
     */
    record Absent<C>(String reason, String remedy) implements Capability<C> {}

    /** The same with another {@code it}, if it is present. */
    default <D> Capability<D> map(Function<? super C, ? extends D> change) {
        return switch (this) {
            case Present<C>(C it) -> new Present<>(change.apply(it));
            case Absent<C>(String reason, String remedy) -> new Absent<>(reason, remedy);
        };
    }

    /**
     * What computes it, for an optimiser that cannot do without.
     *
     * @param optimiser its name, as in a sentence
     * @throws SettingsException where it is absent: that the optimiser cannot train this, why, and what to do
     */
    default C require(String optimiser) {
        return switch (this) {
            case Present<C>(C it) -> it;
            case Absent<C>(String reason, String remedy) ->
                throw new SettingsException(
                        "optimiser",
                        optimiser + " cannot train this, for " + reason + "; choose another optimiser or " + remedy);
        };
    }
}
