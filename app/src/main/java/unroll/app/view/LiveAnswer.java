package unroll.app.view;

/** What a live view shows of a network, or of its run. Immutable. */
public interface LiveAnswer {
    /** After how many updates it was so. */
    long update();
}
