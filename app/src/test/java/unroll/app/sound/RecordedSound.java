package unroll.app.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import unroll.engine.music.Keyboard;

/** Devices that write down what they are asked for, and when, in milliseconds: "on C4 at 250". */
public final class RecordedSound implements SoundDevices {
    private final LongSupplier nanos;
    private final List<String> events = new ArrayList<>();

    /** Why there is nothing to be heard by; empty where there is. */
    public String refusal = "";

    /** Whether the device fails at the next key. */
    public boolean fails;

    /** Nanoseconds from a strike to what is heard. */
    public long latency;

    /** The keyboards that are attached. */
    public List<String> attached = new ArrayList<>();

    /** Whoever listens to one. */
    public KeyListener listener = (key, down) -> {};

    public RecordedSound(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What happened since it was asked last. */
    public List<String> events() {
        synchronized (events) {
            List<String> all = List.copyOf(events);
            events.clear();
            return all;
        }
    }

    private void add(String what) {
        synchronized (events) {
            events.add(what + " at " + nanos.getAsLong() / 1_000_000);
        }
    }

    @Override
    public Instrument instrument() throws SoundException {
        if (!refusal.isEmpty()) {
            add("refused");
            throw new SoundException(refusal);
        }
        add("opened");
        return new Instrument() {
            @Override
            public void strike(int key) {
                if (fails) {
                    throw new IllegalStateException("unplugged");
                }
                add("on " + Keyboard.name(key));
            }

            @Override
            public void release(int key) {
                add("off " + Keyboard.name(key));
            }

            @Override
            public void silence() {
                add("silence");
            }

            @Override
            public void loudness(double share) {}

            @Override
            public long latency() {
                return latency;
            }

            @Override
            public void close() {
                add("closed");
            }
        };
    }

    @Override
    public List<String> keyboards() {
        return List.copyOf(attached);
    }

    @Override
    public AutoCloseable listen(String keyboard, KeyListener to) throws SoundException {
        if (!attached.contains(keyboard)) {
            throw new SoundException(keyboard + " is not attached");
        }
        add("listening to " + keyboard);
        listener = to;
        return () -> add("let " + keyboard + " go");
    }
}
