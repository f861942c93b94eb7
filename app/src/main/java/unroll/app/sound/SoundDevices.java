package unroll.app.sound;

import java.util.List;

/** The devices of a computer by which music is heard and played; each call may take seconds. */
public interface SoundDevices {
    /**
     * Opens what is there to be heard by.
     *
     * @throws SoundException where nothing can be heard
     */
    Instrument instrument() throws SoundException;

    /** What keyboards are attached that one can play, by name. */
    List<String> keyboards();

    /**
     * Listens to a keyboard until that is closed.
     *
     * @param listener is told of its keys on a thread of the device
     * @throws SoundException where it is not there, or is taken by another program
     */
    AutoCloseable listen(String keyboard, KeyListener listener) throws SoundException;

    /** Is told which keys are struck and released. */
    @FunctionalInterface
    interface KeyListener {
        /**
         * @param key its number in MIDI
         * @param down whether it is struck; else it is released
         */
        void key(int key, boolean down);
    }
}
