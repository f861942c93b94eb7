package unroll.app.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A keyboard that is attached, chosen, played on, and unplugged. */
class MidiKeyboardTest {
    private static final long SECOND = 1_000_000_000;

    private final HandClock clock = new HandClock();
    private final RecordedSound devices = new RecordedSound(clock::now);
    private final List<String> told = new ArrayList<>();
    private final MidiKeyboard keyboard =
            new MidiKeyboard(devices, clock, Runnable::run, (key, down) -> told.add(key + (down ? " down" : " up")));

    @Test
    void theOneThatIsChosenIsListenedToUntilAnotherIs() {
        devices.attached.addAll(List.of("Keys", "Pads"));
        keyboard.look();
        assertThat(keyboard.attachedProperty().get()).containsExactly("Keys", "Pads");
        assertThat(devices.events()).as("nothing is held").isEmpty();
        keyboard.choose("Keys");
        SoundDevices.KeyListener keys = devices.listener;
        keys.key(60, true);
        keys.key(60, false);
        keyboard.choose("Pads");
        keys.key(61, true); // too late
        keyboard.choose("");
        assertThat(told).containsExactly("60 down", "60 up");
        assertThat(devices.events())
                .containsExactly(
                        "listening to Keys at 0", "let Keys go at 0", "listening to Pads at 0", "let Pads go at 0");
        clock.pass(10 * SECOND);
        assertThat(clock.pending()).as("nothing is watched").isZero();
    }

    @Test
    void oneThatGoesAwayIsSaidAndLetGo() {
        devices.attached.add("Keys");
        keyboard.choose("Keys");
        clock.pass(5 * SECOND);
        assertThat(keyboard.troubleProperty().get()).isEmpty();
        devices.attached.clear();
        clock.pass(2 * SECOND);
        assertThat(keyboard.troubleProperty().get()).isEqualTo("Keys is not there any more.");
        assertThat(keyboard.chosenProperty().get()).isEmpty();
        assertThat(devices.events()).contains("let Keys go at 6000");
        keyboard.choose("Keys");
        assertThat(keyboard.troubleProperty().get()).isEqualTo("Keys is not attached.");
    }
}
