package unroll.app.sound;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Transmitter;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The devices as Java knows them: its own synthesiser, where that cannot be opened an additive voice, and MIDI keyboards. */
public final class JavaSound implements SoundDevices {
    private static final String NO_DEVICE = "this computer has no sound device";

    @Override
    public Instrument instrument() throws SoundException {
        try {
            // asked first, for the synthesiser makes a sound bank of its own before it finds out
            if (!AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, AdditiveVoice.FORMAT))) {
                throw new SoundException(NO_DEVICE);
            }
            return opened();
        } catch (LineUnavailableException | RuntimeException e) {
            throw new SoundException("the sound device cannot be opened; another program may hold it", e);
        } catch (LinkageError e) {
            throw new SoundException("this Java has no sound", e);
        }
    }

    private static Instrument opened() throws LineUnavailableException {
        try {
            return JavaSynthesiser.open(MidiSystem.getSynthesizer());
        } catch (MidiUnavailableException e) {
            return AdditiveVoice.open();
        }
    }

    @Override
    public List<String> keyboards() {
        return found().stream()
                .map(device -> device.getDeviceInfo().getName())
                .distinct()
                .toList();
    }

    /** What sends notes and is no part of Java itself. */
    private static List<MidiDevice> found() {
        List<MidiDevice> found = new ArrayList<>();
        try {
            for (MidiDevice.Info info : MidiSystem.getMidiDeviceInfo()) {
                MidiDevice device = MidiSystem.getMidiDevice(info);
                boolean sends = device.getMaxTransmitters() != 0;
                if (sends && !(device instanceof Sequencer) && !(device instanceof Synthesizer)) {
                    found.add(device);
                }
            }
        } catch (MidiUnavailableException | IllegalArgumentException | LinkageError e) {
            return found; // it went away just now, or there is no MIDI at all
        }
        return found;
    }

    @Override
    public AutoCloseable listen(String keyboard, KeyListener listener) throws SoundException {
        for (MidiDevice device : found()) {
            if (device.getDeviceInfo().getName().equals(keyboard)) {
                return listen(device, listener);
            }
        }
        throw new SoundException(keyboard + " is not attached");
    }

    private static AutoCloseable listen(MidiDevice device, KeyListener listener) throws SoundException {
        try {
            device.open();
            Transmitter transmitter = device.getTransmitter();
            transmitter.setReceiver(new KeyReceiver(listener));
            return device;
        } catch (MidiUnavailableException | RuntimeException e) {
            device.close();
            throw new SoundException(
                    device.getDeviceInfo().getName() + " cannot be opened; another program may hold it", e);
        }
    }
}
