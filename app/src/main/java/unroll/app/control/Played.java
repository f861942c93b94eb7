package unroll.app.control;

/** A view of music, which can be had as a file for other programs that play it. */
public interface Played {
    /** Whether there is any music in it. */
    boolean plays();

    /** Whether there is what the network played by itself. */
    boolean goesOn();

    /**
     * A Standard MIDI File of it.
     *
     * @param alone whether of the free run, which begins with the piece; else of the piece
     * @param beats quarter notes a minute
     */
    byte[] midi(boolean alone, double beats);
}
