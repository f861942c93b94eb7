package unroll.app.sound;

import java.util.concurrent.TimeUnit;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Synthesizer;

/** Java's own synthesiser as an instrument, with whatever sound bank is there: its first programme, a piano. */
final class JavaSynthesiser implements Instrument {
    private static final int LOUDNESS = 90;
    private static final int VOLUME = 7;
    private static final int ALL_NOTES_OFF = 123;
    private static final int MOST = 127;

    private final Receiver receiver;
    private final long latency;
    private final Runnable close;

    /**
     * @param receiver takes the messages
     * @param latency nanoseconds from a message to what is heard of it
     * @param close gives the device back
     */
    JavaSynthesiser(Receiver receiver, long latency, Runnable close) {
        this.receiver = receiver;
        this.latency = latency;
        this.close = close;
    }

    /** Opens it on the device of the system. */
    static JavaSynthesiser open(Synthesizer synthesiser) throws MidiUnavailableException {
        synthesiser.open();
        try {
            return new JavaSynthesiser(
                    synthesiser.getReceiver(),
                    TimeUnit.MICROSECONDS.toNanos(Math.max(0, synthesiser.getLatency())),
                    synthesiser::close);
        } catch (MidiUnavailableException e) {
            synthesiser.close();
            throw e;
        }
    }

    @Override
    public void strike(int key) {
        send(ShortMessage.NOTE_ON, key, LOUDNESS);
    }

    @Override
    public void release(int key) {
        send(ShortMessage.NOTE_OFF, key, 0);
    }

    @Override
    public void silence() {
        send(ShortMessage.CONTROL_CHANGE, ALL_NOTES_OFF, 0);
    }

    @Override
    public void loudness(double share) {
        send(ShortMessage.CONTROL_CHANGE, VOLUME, (int) Math.round(MOST * Math.clamp(share, 0, 1)));
    }

    private void send(int command, int first, int second) {
        try {
            receiver.send(new ShortMessage(command, 0, first, second), -1);
        } catch (InvalidMidiDataException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public long latency() {
        return latency;
    }

    @Override
    public void close() {
        receiver.close();
        close.run();
    }
}
