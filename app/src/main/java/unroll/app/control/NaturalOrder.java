package unroll.app.control;

import java.util.Comparator;
import java.util.Optional;

/** Words in the order of the alphabet, after the numbers among them in theirs. */
public final class NaturalOrder implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
        Optional<Double> x = number(a);
        Optional<Double> y = number(b);
        return x.isPresent() && y.isPresent()
                ? Double.compare(x.get(), y.get())
                : x.isPresent() ? -1 : y.isPresent() ? 1 : a.compareTo(b);
    }

    /** The number that words are; empty where they are none. */
    public static Optional<Double> number(String words) {
        try {
            return Optional.of(Double.valueOf(words));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
