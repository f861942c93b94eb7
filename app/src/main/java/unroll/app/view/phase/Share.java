package unroll.app.view.phase;

/** How much of a core a view may take while it follows a network that changes. */
enum Share {
    TENTH(0.1, "10 % of a core"),
    FOURTH(0.25, "25 % of a core"),
    HALF(0.5, "50 % of a core"),
    ALL(1, "a whole core");

    private final double part;
    private final String words;

    Share(double part, String words) {
        this.part = part;
        this.words = words;
    }

    /** After work that took a second, so many seconds go by without. */
    double others() {
        return 1 / part - 1;
    }

    /** What people read. */
    String words() {
        return words;
    }
}
