package unroll.engine.objective;

import java.util.function.Function;
import unroll.engine.setting.SettingsException;

/**
 * What not every objective can be asked for: there, or absent for a reason.
 *
 * @param <C> what can be asked where it is there
 */
public sealed interface Capability<C> {
    /**
     * It is there.
     *
     * @param it answers
     */
    record Present<C>(C it) implements Capability<C> {}

    /**
     * It is not there.
     *
     * @param reason for people: a clause that follows "for"
     * @param remedy what could be chosen otherwise, besides the optimiser: "gradient"
     */
    record Absent<C>(String reason, String remedy) implements Capability<C> {}

    /** The same with what answers changed. */
    default <D> Capability<D> map(Function<? super C, ? extends D> change) {
        return switch (this) {
            case Present<C>(C it) -> new Present<>(change.apply(it));
            case Absent<C>(String reason, String remedy) -> new Absent<>(reason, remedy);
        };
    }

    /**
     * What answers, for an optimiser that cannot do without.
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
