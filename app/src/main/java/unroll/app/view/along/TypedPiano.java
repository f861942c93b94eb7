package unroll.app.view.along;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;

/** The keys of a computer that are those of a piano: two rows, each an octave, the black keys above the white. */
final class TypedPiano {
    /** Semitones from the lowest. */
    private static final List<KeyCode> KEYS = List.of(
            KeyCode.Z,
            KeyCode.S,
            KeyCode.X,
            KeyCode.D,
            KeyCode.C,
            KeyCode.V,
            KeyCode.G,
            KeyCode.B,
            KeyCode.H,
            KeyCode.N,
            KeyCode.J,
            KeyCode.M,
            KeyCode.Q,
            KeyCode.DIGIT2,
            KeyCode.W,
            KeyCode.DIGIT3,
            KeyCode.E,
            KeyCode.R,
            KeyCode.DIGIT5,
            KeyCode.T,
            KeyCode.DIGIT6,
            KeyCode.Y,
            KeyCode.DIGIT7,
            KeyCode.U);

    private TypedPiano() {}

    /** How many there are. */
    static int count() {
        return KEYS.size();
    }

    /** How far above the lowest a key is; empty where it is none of them. */
    static OptionalInt semitones(KeyCode code) {
        int at = KEYS.indexOf(code);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** What stands on the key that is so far above the lowest. */
    static String name(int semitones) {
        return KEYS.get(semitones).getName();
    }
}
