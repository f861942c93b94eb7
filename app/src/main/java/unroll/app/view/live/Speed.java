package unroll.app.view.live;

/** How fast something moves beside what it would do in the world. */
enum Speed {
    REAL(1, "real time"),
    HALF(0.5, "half as fast"),
    FOURTH(0.25, "4 times slower"),
    TENTH(0.1, "10 times slower");

    private final double factor;
    private final String words;

    Speed(double factor, String words) {
        this.factor = factor;
        this.words = words;
    }

    /** Seconds of its time in one of ours. */
    double factor() {
        return factor;
    }

    /** What people read. */
    String words() {
        return words;
    }
}
