package unroll.engine.exchange;

/** A network that another program has no form for; its message is one sentence that says why and what to do. */
public final class ExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExchangeException(String complaint) {
        super(complaint);
    }
}
