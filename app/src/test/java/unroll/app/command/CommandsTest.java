package unroll.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.shift;
import static unroll.app.command.Shortcut.typed;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done has a name of its own, and no key of it is that of something else where both hold. */
class CommandsTest {
    private final SimpleStringProperty front = new SimpleStringProperty("kitchen");
    private final Commands commands =
            new Commands(front, Map.of("kitchen", Set.of(), "cellar", Set.of("oven.heat"), "attic", Set.of()));

    private static void nothing() {}

    private boolean can(String id) {
        return commands.find(id).orElseThrow().available().getValue();
    }

    @Test
    void aCommandIsFoundByItsIdWhateverItsWordsAre() {
        commands.everywhere("House").add("door.open", "Let somebody in", CommandsTest::nothing);
        assertThat(commands.find("door.open").orElseThrow().name()).isEqualTo("Let somebody in");
        assertThat(commands.find("Let somebody in")).isEmpty();
    }

    @Test
    void noTwoCommandsHaveOneId() {
        commands.on("kitchen", "House").add("door.open", "Open the door", CommandsTest::nothing);
        assertThatThrownBy(
                        () -> commands.on("attic", "House").add("door.open", "Open the hatch", CommandsTest::nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("door.open");
        assertThat(commands.all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "door", "Door.open", "door.", "door..open", "door open", "door.to open"})
    void anIdIsWordsWithDotsBetween(String id) {
        assertThatThrownBy(() -> commands.everywhere("House").add(id, "Open the door", CommandsTest::nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "'");
    }

    @Test
    void aCommandOfAScreenHoldsThereAndWhereItIsAGuestAndWhileItsConditionDoes() {
        SimpleBooleanProperty gas = new SimpleBooleanProperty(true);
        commands.on("kitchen", "Cook")
                .add("oven.heat", "Heat", gas, CommandsTest::nothing)
                .add("oven.clean", "Clean", CommandsTest::nothing);
        commands.everywhere("House").add("door.open", "Open the door", gas, CommandsTest::nothing);
        for (String screen : Set.of("kitchen", "cellar", "attic")) {
            front.set(screen);
            gas.set(true);
            assertThat(can("oven.heat")).as("heat in the %s", screen).isEqualTo(!screen.equals("attic"));
            assertThat(can("oven.clean")).as("clean in the %s", screen).isEqualTo(screen.equals("kitchen"));
            assertThat(can("door.open")).as("open in the %s", screen).isTrue();
            gas.set(false);
            assertThat(can("oven.heat") || can("door.open"))
                    .as("without gas in the %s", screen)
                    .isFalse();
        }
    }

    @Test
    void whatCannotBeDoneIsNotDone() {
        AtomicInteger done = new AtomicInteger();
        commands.on("attic", "House").add("box.open", "Open a box", done::incrementAndGet);
        commands.find("box.open").orElseThrow().run();
        assertThat(done).hasValue(0);
        front.set("attic");
        commands.find("box.open").orElseThrow().run();
        assertThat(done).hasValue(1);
    }

    @Test
    void aFlipTurnsOnAndOffAgain() {
        SimpleBooleanProperty light = new SimpleBooleanProperty();
        commands.on("kitchen", "House").flip("light.flip", "Light", light, key(KeyCode.L));
        commands.find("light.flip").orElseThrow().run();
        assertThat(light.get()).isTrue();
        commands.find("light.flip").orElseThrow().run();
        assertThat(light.get()).isFalse();
    }

    @Test
    void theSameKeyDoesDifferentThingsOnDifferentScreens() {
        commands.on("kitchen", "Cook").add("oven.clean", "Clean", CommandsTest::nothing, key(KeyCode.SPACE));
        commands.on("attic", "Look").add("box.open", "Open", CommandsTest::nothing, key(KeyCode.SPACE));
        commands.on("attic", "Look")
                .add("box.shut", "Shut", CommandsTest::nothing, shift(KeyCode.SPACE), ctrl(KeyCode.SPACE));
        assertThat(commands.all()).hasSize(3);
    }

    @Test
    void plantedTwoCommandsOfAScreenMayNotHaveOneKey() {
        commands.on("kitchen", "Cook")
                .add("oven.clean", "Clean", CommandsTest::nothing, key(KeyCode.C), ctrl(KeyCode.C));
        refused(
                "oven.close",
                "kitchen",
                () -> commands.on("kitchen", "Shut")
                        .add("oven.close", "Close", CommandsTest::nothing, key(KeyCode.X), ctrl(KeyCode.C)));
    }

    @Test
    void plantedACommandOfAllScreensMayNotHaveTheKeyOfOne() {
        commands.on("attic", "Look").add("box.open", "Open", CommandsTest::nothing, key(KeyCode.F5));
        refused(
                "door.open",
                "attic",
                () -> commands.everywhere("House")
                        .add("door.open", "Open the door", CommandsTest::nothing, key(KeyCode.F5)));
    }

    @Test
    void plantedAGuestMayNotHaveTheKeyOfItsHost() {
        commands.on("kitchen", "Cook").add("oven.heat", "Heat", CommandsTest::nothing, key(KeyCode.H));
        refused(
                "wine.hide",
                "cellar",
                () -> commands.on("cellar", "Drink").add("wine.hide", "Hide", CommandsTest::nothing, key(KeyCode.H)));
    }

    @Test
    void plantedALetterAndTheKeyThatTypesItAreOne() {
        commands.on("attic", "Look").add("box.note", "Note", CommandsTest::nothing, key(KeyCode.N));
        refused(
                "box.name",
                "attic",
                () -> commands.on("attic", "Look").add("box.name", "Name", CommandsTest::nothing, typed("n")));
    }

    @Test
    void aLetterIsShownAsItStandsOnItsKey() {
        assertThat(Command.text(typed("n"))).isEqualTo("N");
        assertThat(Command.text(typed("?"))).isEqualTo("?");
    }

    private void refused(String id, String screen, Runnable adding) {
        assertThatThrownBy(adding::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(id)
                .hasMessageContaining("'" + screen + "'");
        assertThat(commands.find(id)).isEmpty();
    }
}
