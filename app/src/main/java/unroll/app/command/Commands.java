package unroll.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** All commands: each has an id of its own, and on no screen do two have the same key. */
public final class Commands {
    /** The screen of commands that work on every screen. */
    private static final String EVERYWHERE = "";

    private final ObservableValue<String> front;
    private final Map<String, Set<String>> guests;
    private final Map<String, Held> all = new LinkedHashMap<>();

    /** A command, and the screen on which it works. */
    private record Held(Command command, String screen) {}

    /**
     * Nothing can be done yet.
     *
     * @param front the screen that is in front
     * @param guests for each screen the ids of other screens' commands that work on it too
     */
    public Commands(ObservableValue<String> front, Map<String, Set<String>> guests) {
        this.front = front;
        this.guests = new LinkedHashMap<>(guests);
    }

    /** Commands that work on every screen. */
    public Group everywhere(String group) {
        return new Group(group, EVERYWHERE);
    }

    /** Commands that work on one screen, and where they are guests. */
    public Group on(String screen, String group) {
        return new Group(group, screen);
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(all.get(id)).map(Held::command);
    }

    /** All commands, in the order in which they were added. */
    public List<Command> all() {
        return all.values().stream().map(Held::command).toList();
    }

    private void add(Held added) {
        Command command = added.command();
        if (all.containsKey(command.id())) {
            throw new IllegalArgumentException("two commands have the id '" + command.id() + "'");
        }
        for (Held other : all.values()) {
            sharedKey(command, other.command())
                    .ifPresent(key -> guests.keySet().stream()
                            .filter(screen -> holds(command.id(), added.screen(), screen)
                                    && holds(other.command().id(), other.screen(), screen))
                            .findFirst()
                            .ifPresent(screen -> {
                                throw new IllegalArgumentException(
                                        "on the screen '" + screen + "' both '" + command.id() + "' and '"
                                                + other.command().id() + "' have the key " + key);
                            }));
        }
        all.put(command.id(), added);
    }

    private boolean holds(String id, String home, String screen) {
        return home.equals(EVERYWHERE)
                || home.equals(screen)
                || guests.getOrDefault(screen, Set.of()).contains(id);
    }

    /** A key that both have; the key N and the letter n that is typed are the same one. */
    private static Optional<String> sharedKey(Command one, Command other) {
        return one.keys().stream()
                .map(Command::text)
                .filter(key -> other.keys().stream()
                        .anyMatch(also -> Command.text(also).equalsIgnoreCase(key)))
                .findFirst();
    }

    /** Commands that stand together among the keys. */
    public final class Group {
        private final String name;
        private final String screen;

        private Group(String name, String screen) {
            this.name = name;
            this.screen = screen;
        }

        /**
         * Adds a command that can be done wherever it works.
         *
         * @throws IllegalArgumentException if another command has its id, or on the same screen one of its keys
         */
        public Group add(String id, String does, Runnable action, KeyCombination... keys) {
            return add(id, does, new SimpleBooleanProperty(true), action, keys);
        }

        /** Adds a command that turns something on or off. */
        public Group flip(String id, String does, BooleanProperty flag, KeyCombination... keys) {
            return add(id, does, () -> flag.set(!flag.get()), keys);
        }

        /** Adds a command for which something else has to be true besides. */
        public Group add(
                String id, String does, ObservableValue<Boolean> condition, Runnable action, KeyCombination... keys) {
            ObservableValue<Boolean> available = Bindings.createBooleanBinding(
                    () -> condition.getValue() && holds(id, screen, front.getValue()), condition, front);
            Commands.this.add(new Held(new Command(id, name, does, List.of(keys), available, action), screen));
            return this;
        }
    }
}
