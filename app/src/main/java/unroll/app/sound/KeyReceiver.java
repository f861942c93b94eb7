package unroll.app.sound;

import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/** Tells of the keys in the messages of a MIDI keyboard; one that is struck with no force is released. */
record KeyReceiver(SoundDevices.KeyListener listener) implements Receiver {
    @Override
    public void send(MidiMessage message, long time) {
        if (message instanceof ShortMessage note) {
            int command = note.getCommand();
            boolean down = command == ShortMessage.NOTE_ON && note.getData2() > 0;
            if (command == ShortMessage.NOTE_ON || command == ShortMessage.NOTE_OFF) {
                listener.key(note.getData1(), down);
            }
        }
    }

    @Override
    public void close() {}
}
