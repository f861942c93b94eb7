package unroll.app.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.app.control.NaturalOrder;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/**
 * An upright axis of parallel coordinates. Where all values are numbers it is even, or logarithmic if they span a factor of ten and
 * more; else each word has its own place, at equal distances.
 */
public final class ParallelAxis {
    /** What stands where lines have no value. */
    static final String NONE = "none";

    /** From this factor between the least and the most on an axis of numbers is logarithmic. */
    private static final double LOGARITHMIC = 10;

    /** So few different numbers are named themselves, in place of round ones. */
    private static final int FEW = 6;

    /** A number of more letters is rounded for people. */
    private static final int LETTERS = 7;

    private final String key;
    private final String name;
    private final List<String> values;
    private final List<String> places;
    private final Optional<Scale> scale;

    /** A named place on the axis, at a share of its length from below. */
    record Mark(String words, double share) {}

    /**
     * The axis of these values.
     *
     * @param key by which it is known
     * @param name for people
     * @param values one for each line, in their order; empty for none
     */
    public ParallelAxis(String key, String name, List<String> values) {
        this.key = key;
        this.name = name;
        this.values = List.copyOf(values);
        places = values.stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted(new NaturalOrder())
                .toList();
        scale = scale(places);
    }

    private static Optional<Scale> scale(List<String> places) {
        double[] numbers = places.stream()
                .mapToDouble(place -> NaturalOrder.number(place).orElse(Double.NaN))
                .toArray();
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return Optional.empty();
            }
        }
        if (numbers.length < 2 || !(numbers[0] < numbers[numbers.length - 1])) {
            return Optional.empty();
        }
        double least = numbers[0];
        double most = numbers[numbers.length - 1];
        return Optional.of(new Scale(least, most, least > 0 && most / least >= LOGARITHMIC));
    }

    /** By which it is known. */
    public String key() {
        return key;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The value of a line; empty for none. */
    public String value(int line) {
        return values.get(line);
    }

    /** How many lines have a value. */
    long filled() {
        return values.stream().filter(value -> !value.isEmpty()).count();
    }

    /** Whether it goes by equal factors. */
    boolean logarithmic() {
        return scale.isPresent() && scale.get().logarithmic();
    }

    /** Where a value lies: 0 below, 1 above; NaN where it is none of the axis. */
    double share(String value) {
        int place = places.indexOf(value);
        if (place < 0) {
            return Double.NaN;
        }
        double even = places.size() == 1 ? 0.5 : place / (places.size() - 1.0);
        return scale.map(axis -> axis.share(NaturalOrder.number(value).orElse(Double.NaN)))
                .orElse(even);
    }

    /** What is named on it from below, about {@code most} numbers where they are many; its ends where fewer than two of these are round. */
    List<Mark> marks(int most) {
        List<Mark> marks = new ArrayList<>();
        if (scale.isPresent() && places.size() > FEW) {
            Scale axis = scale.get();
            axis.ticks(Math.max(2, most)).forEach(tick -> marks.add(new Mark(Numbers.tick(tick), axis.share(tick))));
        }
        if (marks.size() < 2) {
            List<String> named =
                    scale.isPresent() && places.size() > FEW ? List.of(places.getFirst(), places.getLast()) : places;
            marks.clear();
            named.forEach(place -> marks.add(new Mark(words(place), share(place))));
        }
        return marks;
    }

    /**
     * The stretch with all values between two shares; empty where there is none.
     *
     * @param none whether lines without a value are in it, too
     */
    Optional<AxisSpan> between(double low, double high, boolean none) {
        List<String> within = new ArrayList<>(none && filled() < values.size() ? List.of("") : List.of());
        places.stream()
                .filter(place -> share(place) >= low && share(place) <= high)
                .forEach(within::add);
        return within.isEmpty() ? Optional.empty() : Optional.of(new AxisSpan(within.getFirst(), within.getLast()));
    }

    /** The values within a span, from below; empty stands for none. */
    List<String> within(AxisSpan span) {
        return all().stream().filter(span::contains).toList();
    }

    /** The value next to one in a direction, itself at the end. */
    String beside(String value, int step) {
        List<String> all = all();
        return all.get(Math.clamp((long) all.indexOf(value) + step, 0, all.size() - 1));
    }

    /** All values from below, first of them that of lines that have none, if there are such. */
    private List<String> all() {
        List<String> all = new ArrayList<>(filled() < values.size() ? List.of("") : List.of());
        all.addAll(places);
        return all;
    }

    /** A value for people. */
    static String words(String value) {
        boolean rounded = value.length() > LETTERS && NaturalOrder.number(value).isPresent();
        return rounded ? Numbers.measured(NaturalOrder.number(value).orElse(Double.NaN)) : value;
    }
}
