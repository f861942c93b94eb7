package unroll.app.gallery;

/** Where cards stand together in the gallery, from the top. */
public enum Shelf {
    /** What is there to be learned: the gallery itself. */
    EXAMPLES("", ""),
    /** Networks to be taken apart. */
    SMALL_NETWORKS(
            "Small networks",
            "A few units whose weights a person set, so that what each of them does can be said. Nothing is learned"
                    + " until a learning rate is set.");

    private final String title;
    private final String line;

    Shelf(String title, String line) {
        this.title = title;
        this.line = line;
    }

    /** Its heading; empty for the gallery itself. */
    public String title() {
        return title;
    }

    /** What stands there, in a sentence. */
    public String line() {
        return line;
    }
}
