package unroll.engine.model;

import java.util.Locale;
import unroll.engine.backend.Activation;
import unroll.engine.model.Layout.Role;

/** What a layer of a {@link Plan} is made of: units of one non-linearity, or cells with gates. */
public enum Cell {
    TANH,
    LOGISTIC,
    LINEAR,
    RELU,
    /** As {@link StandardLstm}, gates i, f, g, o. */
    LSTM,
    /** As {@link Gru}, gates r, z, n; its reset gate weighs what it hears of its own step before. */
    GRU;

    /** The cell of units with a non-linearity. */
    static Cell of(Activation activation) {
        return valueOf(activation.name());
    }

    /** Sums that a unit of it makes of what it hears, each with weights and a bias of its own. */
    public int gates() {
        return biases().length;
    }

    /** Whether it has gates, and with them a memory of its own. */
    public boolean gated() {
        return gates() > 1;
    }

    /** What the bias of each gate does. */
    Role[] biases() {
        Role bias = Role.HIDDEN_BIAS;
        return switch (this) {
            case TANH, LOGISTIC, LINEAR, RELU -> new Role[] {bias};
            case LSTM -> new Role[] {bias, Role.FORGET_BIAS, bias, bias};
            case GRU -> new Role[] {bias, bias, bias};
        };
    }

    /** Of units without gates. */
    Activation activation() {
        return Activation.valueOf(name());
    }

    /** As it is written in plans: {@code lstm}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
