package unroll.app.sound;

import java.io.Serial;

/** Why nothing is heard or can be played on: the end of a sentence that a person can read. */
public final class SoundException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** @param reason such as "this computer has no sound device" */
    public SoundException(String reason) {
        super(reason);
    }

    SoundException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
