package unroll.app.sound;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Additive tones on a line of the system, for where Java's synthesiser cannot be opened. */
final class AdditiveVoice implements Instrument {
    /** What every device can do: 16 bits, one channel. */
    static final AudioFormat FORMAT = new AudioFormat(44_100, Short.SIZE, 1, true, false);

    /** Samples that are made at once, 6 ms, and how many of these wait to be heard. */
    private static final int BLOCK = 256;

    private static final int WAITING = 6;

    private final SourceDataLine line;
    private final AdditiveTones tones = new AdditiveTones(FORMAT.getSampleRate());
    private final Thread thread;
    private volatile boolean closed;

    /** @param line open, and not started yet */
    AdditiveVoice(SourceDataLine line) {
        this.line = line;
        thread = Thread.ofPlatform().daemon().name("unroll-voice").unstarted(this::sound);
    }

    /** Opens it on the device of the system. */
    static AdditiveVoice open() throws LineUnavailableException {
        SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
        line.open(FORMAT, Short.BYTES * BLOCK * WAITING);
        AdditiveVoice voice = new AdditiveVoice(line);
        voice.begin();
        return voice;
    }

    void begin() {
        thread.start();
    }

    private void sound() {
        float[] samples = new float[BLOCK];
        byte[] bytes = new byte[Short.BYTES * BLOCK];
        line.start();
        while (!closed) {
            synchronized (tones) {
                tones.render(samples);
            }
            for (int i = 0; i < BLOCK; i++) {
                int sample = Math.round(samples[i] * Short.MAX_VALUE);
                bytes[2 * i] = (byte) sample;
                bytes[2 * i + 1] = (byte) (sample >> Byte.SIZE);
            }
            line.write(bytes, 0, bytes.length); // waits until there is room
        }
        line.close();
    }

    private void change(Consumer<AdditiveTones> how) {
        synchronized (tones) {
            how.accept(tones);
        }
    }

    @Override
    public void strike(int key) {
        change(all -> all.strike(key));
    }

    @Override
    public void release(int key) {
        change(all -> all.release(key));
    }

    @Override
    public void silence() {
        change(AdditiveTones::silence);
    }

    @Override
    public void loudness(double share) {
        change(all -> all.loudness(share));
    }

    @Override
    public long latency() {
        return TimeUnit.SECONDS.toNanos((long) BLOCK * WAITING) / (long) FORMAT.getSampleRate();
    }

    /** What sounds is cut short. */
    @Override
    public void close() {
        closed = true;
    }
}
