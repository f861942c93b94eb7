package unroll.app.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;

/** The messages that Java's synthesiser receives, and those of a keyboard: their bytes are the oracle. */
class JavaSynthesiserTest {
    private final List<String> sent = new ArrayList<>();

    private final Receiver receiver = new Receiver() {
        @Override
        public void send(MidiMessage message, long time) {
            sent.add(HexFormat.of().formatHex(message.getMessage()));
        }

        @Override
        public void close() {
            sent.add("closed");
        }
    };

    @Test
    void keysAreNotesOfTheFirstChannel() {
        JavaSynthesiser synthesiser = new JavaSynthesiser(receiver, 120, () -> sent.add("given back"));
        synthesiser.loudness(0.5);
        synthesiser.strike(60);
        synthesiser.release(60);
        synthesiser.silence();
        assertThat(synthesiser.latency()).isEqualTo(120);
        synthesiser.close();
        assertThat(sent).containsExactly("b00740", "903c5a", "803c00", "b07b00", "closed", "given back");
    }

    @Test
    void aKeyThatIsStruckWithNoForceIsReleased() throws Exception {
        List<String> told = new ArrayList<>();
        KeyReceiver keys = new KeyReceiver((key, down) -> told.add(key + (down ? " down" : " up")));
        keys.send(new ShortMessage(ShortMessage.NOTE_ON, 3, 60, 100), -1);
        keys.send(new ShortMessage(ShortMessage.NOTE_ON, 3, 60, 0), -1);
        keys.send(new ShortMessage(ShortMessage.CONTROL_CHANGE, 3, 64, 127), -1);
        keys.send(new ShortMessage(ShortMessage.NOTE_OFF, 0, 61, 64), -1);
        assertThat(told).containsExactly("60 down", "60 up", "61 up");
    }
}
