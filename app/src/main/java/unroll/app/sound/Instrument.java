package unroll.app.sound;

/** What keys of MIDI are struck on; it holds a sound device until it is closed. One thread at a time. */
public interface Instrument extends AutoCloseable {
    /** Has a key sound from now on, anew where it does. */
    void strike(int key);

    /** Has it fade away. */
    void release(int key);

    /** Has all keys fade away. */
    void silence();

    /** How loud everything is from now on, from 0 to 1. */
    void loudness(double share);

    /** Nanoseconds from a strike to what is heard of it. */
    long latency();

    @Override
    void close();
}
