package unroll.app.edit;

/**
 * A named step from one value to another.
 *
 * @param <S> an immutable value
 * @param name what was done, "Learning rate 0.01 → 0.02"
 * @param before the value until then
 * @param after the value from then on
 */
public record Edit<S>(String name, S before, S after) {}
