package unroll.engine.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/** The settings of a task, one record for each kind of task. What several kinds have is described here, once. */
public sealed interface TaskSettings
        permits BouncingBalls,
                Addition,
                Multiplication,
                Xor,
                TemporalOrder,
                TemporalOrder3,
                Permutation,
                Memorisation,
                Reversal,
                Copy,
                Parity,
                BinaryAddition,
                RunningSum,
                LargerTotal,
                GivenSequences,
                OwnSeries,
                Spelling,
                Text,
                MackeyGlass,
                Curves,
                OwnPictures,
                PianoRolls,
                Walking,
                OwnMotion,
                ControlSettings {
    /**
     * The task with these settings.
     *
     * @throws unroll.engine.data.DataException where a file it needs cannot be used
     */
    Task open();

    /**
     * The task for a network that learned it before, when the user's own data may have been others: its numbers stand for what they stood for
     * then.
     *
     * @throws unroll.engine.data.DataException where a file it needs cannot be used, or such a network cannot go on with it
     */
    default Task reopen(Signature learned) {
        return open();
    }

    /** The name of the setting that says how long its sequences are, where any length makes the same task; empty where none does. */
    default Optional<String> freeLength() {
        return Optional.empty();
    }

    /** The user's own files that it reads, as far as they are there; none where it makes its sequences itself. */
    default List<Path> files() {
        return List.of();
    }

    /**
     * Whether the file that they name, whose ending files of other kinds have too, is by its content one that this task is for; a file that
     * cannot be read is none.
     */
    default boolean recognises() {
        return false;
    }

    /**
     * The same with shorter sequences where the user's own data are too short for these, and its task; reads the data, once.
     *
     * @throws unroll.engine.data.DataException where they cannot be used
     */
    default Fitted fitted() {
        return new Fitted(this, this, open());
    }

    /**
     * Settings that fit their data, and the task with them.
     *
     * @param wanted those that would be taken if the data were long enough
     */
    record Fitted(TaskSettings wanted, TaskSettings settings, Task task) {
        /** How the data were understood and what was shortened for them, a sentence each. */
        public List<String> understood() {
            String changes = Schema.of(settings).fields().stream()
                    .filter(field -> !field.of(settings).equals(field.of(wanted)))
                    .map(field -> field.label() + " " + field.of(settings) + " instead of " + field.of(wanted) + " "
                            + field.setting().unit())
                    .collect(Collectors.joining(", "));
            List<String> understood = new ArrayList<>(task.understood());
            if (!changes.isEmpty()) {
                understood.add("The data are too short for the usual settings: " + changes + ".");
            }
            return List.copyOf(understood);
        }
    }

    /** The length of sequences with two marked steps. */
    @Setting(
            label = "Length",
            help = "The shortest sequence; the longest is a tenth longer. The marked steps lie in its first half.",
            unit = "steps",
            initial = "50",
            min = 10,
            max = 2000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface MarkedLength {}

    /** The length of strings that are not all equally long. */
    @Setting(
            label = "Length",
            help = "The longest string; each length up to it is equally frequent.",
            initial = "8",
            unit = "symbols",
            min = 1,
            max = 1000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface LongestString {}

    /** The alphabet of strings. */
    @Setting(label = "Symbols", help = "How many different symbols a string is made of.", min = 2, max = 26)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface AlphabetSize {
        String initial();
    }

    /** The length of a sequence of unrelated pictures. */
    @Setting(
            label = "Images",
            help = "Pictures that make a sequence. The loss of a sequence is the sum over its pictures: with ten"
                    + " times as many, take a tenth of the learning rate.",
            unit = "pictures",
            initial = "10",
            min = 1,
            max = 1000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Images {}
}
