package unroll.engine.home;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** The two folders that are known without being named: the user's own, and the program's. */
public final class Home {
    private Home() {}

    /**
     * The user's: what {@code HOME} says, as in a container, or else what the system says; before both, what {@code -Duser.home} told
     * Java.
     */
    public static Path ofUser() {
        return ofUser(System.getenv().getOrDefault("HOME", ""), System.getProperty("user.home"), Home::isSaidToJava);
    }

    /** @param said whether somebody told Java; asked only where the two differ, for it takes its time */
    static Path ofUser(String environment, String system, BooleanSupplier said) {
        boolean same = environment.isBlank() || environment.equals(system);
        return Path.of(same || said.getAsBoolean() ? system : environment)
                .toAbsolutePath()
                .normalize();
    }

    private static boolean isSaidToJava() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(word -> word.startsWith("-Duser.home="));
    }

    /** The program's, with its sample data: what the launcher says, or else the folder in which it was started. */
    public static Path ofProgram() {
        return Path.of(System.getProperty("unroll.home", "")).toAbsolutePath().normalize();
    }

    /**
     * A path as a person writes it: {@code ~/} at its beginning is the user's folder, whether a shell saw it or not.
     *
     * @throws java.nio.file.InvalidPathException where it cannot be the name of a file
     */
    public static Path path(String text) {
        boolean own = text.equals("~") || text.startsWith("~/") || text.startsWith("~\\");
        return own ? ofUser().resolve(text.substring(Math.min(2, text.length()))) : Path.of(text);
    }
}
