package unroll.app.control;

import java.util.List;

/** How fast the updates of a training may follow one another. */
public enum Tempo {
    FULL(Double.POSITIVE_INFINITY, "full speed"),
    TWENTY(20, "20 a second"),
    FIVE(5, "5 a second"),
    TWO(2, "2 a second"),
    ONE(1, "1 a second");

    private static final List<Tempo> FASTEST_FIRST = List.of(values());

    private final double updatesPerSecond;
    private final String words;

    Tempo(double updatesPerSecond, String words) {
        this.updatesPerSecond = updatesPerSecond;
        this.words = words;
    }

    /** The slowest at which so many updates take so many seconds at most; the fastest that can be followed where none does. */
    public static Tempo within(long updates, double seconds) {
        return FASTEST_FIRST.reversed().stream()
                .filter(tempo -> updates <= seconds * tempo.updatesPerSecond)
                .findFirst()
                .filter(tempo -> tempo != FULL)
                .orElse(TWENTY);
    }

    /** So many at most. */
    public double updatesPerSecond() {
        return updatesPerSecond;
    }

    /** The next faster, or slower with a negative {@code by}, as far as there is one. */
    public Tempo faster(int by) {
        return FASTEST_FIRST.get(Math.clamp(FASTEST_FIRST.indexOf(this) - by, 0, FASTEST_FIRST.size() - 1));
    }

    /** What people read. */
    public String words() {
        return words;
    }
}
