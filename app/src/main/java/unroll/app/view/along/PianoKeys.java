package unroll.app.view.along;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unroll.engine.music.Keyboard;

/**
 * The keys of a piano: played with the mouse and, while it has the keyboard focus, with two rows of a computer's keys, which the arrow
 * keys move by an octave.
 */
final class PianoKeys extends Pane {
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final int OCTAVE = 12;
    private static final int WHITE_KEYS = 7;

    /** C3, from which the typed keys reach to B4: the middle of a choir. */
    private static final int FIRST = 48;

    private static final int LOWEST = 24;
    private static final int HIGHEST = 96;
    private static final int FEWEST_OCTAVES = 2;
    private static final int MOST_OCTAVES = 6;

    /** Of a white key: how wide it is at least, in widths of a letter, and of it how wide and high a black one is. */
    private static final double LEAST_WIDTH = 1.7;

    private static final double BLACK_WIDTH = 0.62;
    private static final double BLACK_HEIGHT = 0.6;

    private final IntegerProperty first = new SimpleIntegerProperty(this, "first", FIRST);
    private final IntConsumer strike;
    private final IntConsumer release;
    private final Map<Integer, Label> keys = new HashMap<>();
    private final Map<KeyCode, Integer> typed = new HashMap<>();
    private int octaves;
    private int lowest;
    private @Nullable Integer pressed;

    /**
     * Keys that nobody plays yet.
     *
     * @param down the keys that are seen to be down, whoever plays them
     * @param strike takes a key of MIDI that goes down, and {@code release} one that comes up
     */
    PianoKeys(ObservableValue<? extends Iterable<Integer>> down, IntConsumer strike, IntConsumer release) {
        this.strike = strike;
        this.release = release;
        getStyleClass().addAll("piano-keys", "for-hands");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Piano: the keys Z to M and Q to U play, the arrow keys move them by an octave");
        Tooltip.install(
                this,
                new Tooltip("Click to play; then the keys Z to M and Q to U of the computer play, too.\n"
                        + "Left and Right move them by an octave; Tab leads away."));
        setMinWidth(0);
        addEventHandler(KeyEvent.KEY_PRESSED, this::down);
        addEventHandler(KeyEvent.KEY_RELEASED, this::up);
        addEventHandler(KeyEvent.KEY_TYPED, this::swallow);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(mouse -> letGo());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                letAllGo();
            }
        });
        down.subscribe(this::mark);
        first.subscribe(now -> requestLayout());
    }

    private void mark(Iterable<Integer> down) {
        keys.values().forEach(key -> key.pseudoClassStateChanged(DOWN, false));
        down.forEach(key ->
                Optional.ofNullable(keys.get(key)).ifPresent(label -> label.pseudoClassStateChanged(DOWN, true)));
    }

    // With the keys of a computer

    private static boolean plain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    }

    private void down(KeyEvent event) {
        OptionalInt above = TypedPiano.semitones(event.getCode());
        int way = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (!plain(event) || above.isEmpty() && way == 0) {
            return;
        }
        event.consume();
        if (way != 0) {
            letAllGo();
            first.set(Math.clamp(first.get() + way * OCTAVE, LOWEST, HIGHEST - TypedPiano.count()));
        } else if (!typed.containsKey(event.getCode())) { // a key that stays down is told again and again
            int key = first.get() + above.getAsInt();
            typed.put(event.getCode(), key);
            strike.accept(key);
        }
    }

    private void up(KeyEvent event) {
        Optional.ofNullable(typed.remove(event.getCode())).ifPresent(key -> {
            event.consume();
            release.accept(key);
        });
    }

    /** What plays means nothing else. */
    private void swallow(KeyEvent event) {
        if (!typed.isEmpty() && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
        }
    }

    private void letAllGo() {
        List<Integer> all = new ArrayList<>(typed.values());
        typed.clear();
        all.forEach(release::accept);
        letGo();
    }

    // With the mouse

    private void press(MouseEvent mouse) {
        requestFocus();
        drag(mouse);
    }

    private void drag(MouseEvent mouse) {
        Integer under = keyAt(mouse.getX(), mouse.getY());
        if (under == null || !under.equals(pressed)) {
            letGo();
            pressed = under;
            if (under != null) {
                strike.accept(under);
            }
        }
    }

    private void letGo() {
        Integer before = pressed;
        pressed = null;
        if (before != null) {
            release.accept(before);
        }
    }

    /** The black keys lie on the white ones. */
    private @Nullable Integer keyAt(double x, double y) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().getBoundsInParent().contains(x, y))
                .max((a, b) -> Boolean.compare(Keyboard.black(a.getKey()), Keyboard.black(b.getKey())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    // Its looks

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double wide = Math.max(1, getWidth() - left - snappedRightInset());
        double letter =
                keys.isEmpty() ? 12 : keys.values().iterator().next().getFont().getSize();
        int room = Math.clamp((long) (wide / (WHITE_KEYS * LEAST_WIDTH * letter)), FEWEST_OCTAVES, MOST_OCTAVES);
        int from = Math.clamp(
                first.get() - (long) OCTAVE * ((room - FEWEST_OCTAVES) / 2), LOWEST, HIGHEST + OCTAVE - room * OCTAVE);
        if (room != octaves || from != lowest || keys.isEmpty()) {
            octaves = room;
            lowest = from;
            fill();
        }
        label();
        place(left, wide / (WHITE_KEYS * octaves));
    }

    private void fill() {
        keys.clear();
        for (int key = lowest; key < lowest + octaves * OCTAVE; key++) {
            Label label = new Label();
            label.getStyleClass().addAll("piano-key", Keyboard.black(key) ? "black-key" : "white-key");
            label.setAlignment(Pos.BOTTOM_CENTER);
            label.setMouseTransparent(true);
            label.setManaged(false);
            label.setMinSize(0, 0);
            keys.put(key, label);
        }
        List<Label> ordered = new ArrayList<>();
        for (boolean black : new boolean[] {false, true}) {
            keys.forEach((key, label) -> {
                if (Keyboard.black(key) == black) {
                    ordered.add(label);
                }
            });
        }
        getChildren().setAll(ordered);
    }

    /** Writes on each what plays it, or on a C its name. */
    private void label() {
        keys.forEach((key, label) -> {
            int above = key - first.get();
            boolean plays = above >= 0 && above < TypedPiano.count();
            label.setText(plays ? TypedPiano.name(above) : key % OCTAVE == 0 ? Keyboard.name(key) : "");
        });
    }

    private void place(double left, double white) {
        double top = snappedTopInset();
        double high = Math.max(0, getHeight() - top - snappedBottomInset());
        int whites = 0;
        for (int key = lowest; key < lowest + octaves * OCTAVE; key++) {
            Region label = Optional.<Region>ofNullable(keys.get(key)).orElseThrow();
            double at = left + whites * white;
            if (Keyboard.black(key)) {
                double wide = BLACK_WIDTH * white;
                label.resizeRelocate(Math.rint(at - wide / 2), top, Math.rint(wide), Math.rint(BLACK_HEIGHT * high));
            } else {
                double next = Math.rint(at + white);
                label.resizeRelocate(Math.rint(at), top, next - Math.rint(at), high);
                whites++;
            }
        }
    }
}
