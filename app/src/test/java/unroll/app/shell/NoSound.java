package unroll.app.shell;

import java.util.List;
import unroll.app.sound.Instrument;
import unroll.app.sound.SoundDevices;
import unroll.app.sound.SoundException;

/** A computer without anything to be heard or played by. */
final class NoSound implements SoundDevices {
    @Override
    public Instrument instrument() throws SoundException {
        throw new SoundException("this computer has no sound device");
    }

    @Override
    public List<String> keyboards() {
        return List.of();
    }

    @Override
    public AutoCloseable listen(String keyboard, KeyListener listener) throws SoundException {
        throw new SoundException(keyboard + " is not attached");
    }
}
