package unroll.app.command;

import java.util.Locale;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A character that is typed, on whatever keys it stands in a country. */
final class TypedKey extends KeyCombination {
    private final String character;

    TypedKey(String character) {
        this.character = character;
    }

    @Override
    public boolean match(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_TYPED
                && event.getCharacter().equals(character)
                && !event.isShortcutDown()
                && !event.isAltDown();
    }

    @Override
    public String getName() {
        return character;
    }

    /** Letters as they stand on keys. */
    @Override
    public String getDisplayText() {
        return character.toUpperCase(Locale.ROOT);
    }
}
