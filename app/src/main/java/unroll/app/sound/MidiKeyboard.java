package unroll.app.sound;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The keyboard that somebody plays on, of those that are attached: on the window's thread. Nothing is held while none is chosen. */
public final class MidiKeyboard {
    /** How often is looked whether the chosen one is still there. */
    private static final long SECONDS = 2;

    private final SoundDevices devices;
    private final ScheduledExecutorService thread;
    private final Executor window;
    private final SoundDevices.KeyListener listener;
    private final ReadOnlyObjectWrapper<List<String>> attached =
            new ReadOnlyObjectWrapper<>(this, "attached", List.of());
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper(this, "chosen", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    /** What listens to it, and looks whether it is there; on the devices' thread. */
    private @Nullable AutoCloseable open;

    private @Nullable ScheduledFuture<?> watch;

    /**
     * None is chosen yet.
     *
     * @param thread that of the devices
     * @param window runs what touches the window
     * @param listener is told of the keys, on the window's thread
     */
    public MidiKeyboard(
            SoundDevices devices, ScheduledExecutorService thread, Executor window, SoundDevices.KeyListener listener) {
        this.devices = devices;
        this.thread = thread;
        this.window = window;
        this.listener = listener;
    }

    /** Those that are attached, by name, as far as was looked. */
    public ReadOnlyObjectProperty<List<String>> attachedProperty() {
        return attached.getReadOnlyProperty();
    }

    /** The name of the one that is listened to; empty for none. */
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What went wrong with it, a sentence; empty while nothing did. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Looks which are attached. */
    public void look() {
        thread.execute(() -> {
            List<String> found = devices.keyboards();
            window.execute(() -> attached.set(found));
        });
    }

    /** Listens to another, or with an empty name to none. */
    public void choose(String name) {
        if (name.equals(chosen.get())) {
            return;
        }
        chosen.set(name);
        trouble.set("");
        thread.execute(() -> {
            letGo();
            if (!name.isEmpty()) {
                listen(name);
            }
        });
    }

    private void listen(String name) {
        try {
            open = devices.listen(
                    name,
                    (key, down) -> window.execute(() -> {
                        if (name.equals(chosen.get())) {
                            listener.key(key, down);
                        }
                    }));
            watch = thread.scheduleWithFixedDelay(() -> check(name), SECONDS, SECONDS, TimeUnit.SECONDS);
        } catch (SoundException e) {
            gone(name, e.reason() + ".");
        }
    }

    private void check(String name) {
        if (!devices.keyboards().contains(name)) {
            letGo();
            gone(name, name + " is not there any more.");
        }
    }

    private void gone(String name, String why) {
        List<String> left = devices.keyboards();
        window.execute(() -> {
            attached.set(left);
            if (name.equals(chosen.get())) {
                chosen.set("");
                trouble.set(why);
            }
        });
    }

    private void letGo() {
        Optional.ofNullable(watch).ifPresent(watching -> watching.cancel(false));
        watch = null;
        Optional.ofNullable(open).ifPresent(MidiKeyboard::closeQuietly);
        open = null;
    }

    /** One that went away cannot be closed any more. */
    private static void closeQuietly(AutoCloseable device) {
        try {
            device.close();
        } catch (Exception e) {
            return; // it is closed, then
        }
    }
}
