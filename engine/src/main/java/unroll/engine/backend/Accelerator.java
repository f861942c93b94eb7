package unroll.engine.backend;

import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Cards that another module can compute on; the engine finds it by {@link ServiceLoader}. */
public interface Accelerator {
    /** What the card of that number would be used as, or why it cannot be; the numbers begin at 0. */
    Offer offer(int card, Precision precision, Products products);

    /** A backend, or the reason why there is none. */
    sealed interface Offer {}

    /**
     * A card that can be used.
     *
     * @param name of the card, for people
     */
    record Available(String name, Supplier<Backend> open) implements Offer {}

    /** @param reason a sentence without its full stop */
    record Unavailable(String reason) implements Offer {}

    /** What the module that is there offers. */
    static Offer found(int card, Precision precision, Products products) {
        return ServiceLoader.load(Accelerator.class)
                .findFirst()
                .map(accelerator -> accelerator.offer(card, precision, products))
                .orElseGet(() -> new Unavailable("this program was built without its module for graphics cards"));
    }
}
