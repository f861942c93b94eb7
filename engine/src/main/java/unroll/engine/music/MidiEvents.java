package unroll.engine.music;

import java.util.Arrays;

/** Messages to the channels of a track with their ticks, in the order of the file. */
final class MidiEvents {
    private static final int BYTE = 8;
    private static final int LOW = 0xFF;

    private long[] ticks = new long[64];
    private int[] messages = new int[64];
    private int size;

    void add(long tick, int status, int first, int second) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            messages = Arrays.copyOf(messages, 2 * size);
        }
        ticks[size] = tick;
        messages[size] = (status << BYTE | first) << BYTE | second;
        size++;
    }

    int size() {
        return size;
    }

    long tick(int i) {
        return ticks[i];
    }

    /** Its kind and, in the lowest four bits, its channel. */
    int status(int i) {
        return messages[i] >>> 2 * BYTE;
    }

    int first(int i) {
        return messages[i] >>> BYTE & LOW;
    }

    int second(int i) {
        return messages[i] & LOW;
    }
}
