package unroll.engine.home;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a person's runs and all that the program keeps for itself lie, as the system has it: the XDG Base Directory Specification on
 * Linux, Apple's File System Programming Guide, the known folders of Windows. All are absolute; none needs to be there.
 *
 * @param runs a person's documents; sweeps, projects, exports and reports lie beside them
 * @param configuration what a person chose and opened last
 * @param caches what the program can make again
 * @param state what a crash must not take
 * @param logs what the program did
 */
public record UserFolders(Path runs, Path configuration, Path caches, Path state, Path logs) {
    /** Names one folder under which everything lies. */
    private static final String ALL = "UNROLL_HOME";

    /** Those of whoever runs the program. The system property {@code unroll.runs} names another folder for runs. */
    public static UserFolders ofUser() {
        UserFolders usual = of(System.getProperty("os.name"), System.getenv(), Home.ofUser());
        String runs = System.getProperty("unroll.runs");
        return runs == null ? usual : usual.withRuns(Path.of(runs));
    }

    /** All of them under one folder. */
    public static UserFolders under(Path folder) {
        return new UserFolders(
                folder.resolve("runs"),
                folder.resolve("configuration"),
                folder.resolve("caches"),
                folder.resolve("state"),
                folder.resolve("logs"));
    }

    static UserFolders of(String system, Map<String, String> environment, Path home) {
        String all = environment.getOrDefault(ALL, "");
        if (!all.isBlank()) {
            return under(Home.path(all.strip()).toAbsolutePath().normalize());
        }
        String name = system.toLowerCase(Locale.ROOT);
        return name.contains("mac")
                ? onMac(home)
                : name.contains("windows") ? onWindows(environment, home) : onLinux(environment, home);
    }

    private static UserFolders onLinux(Map<String, String> environment, Path home) {
        Path state = named(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                .resolve("unroll");
        return new UserFolders(
                documents(home),
                named(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("unroll"),
                named(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("unroll"),
                state,
                state.resolve("logs"));
    }

    private static UserFolders onMac(Path home) {
        Path library = home.resolve("Library");
        Path support = library.resolve("Application Support/Unroll");
        return new UserFolders(
                documents(home),
                support,
                library.resolve("Caches/Unroll"),
                support.resolve("State"),
                library.resolve("Logs/Unroll"));
    }

    private static UserFolders onWindows(Map<String, String> environment, Path home) {
        Path local = named(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                .resolve("Unroll");
        return new UserFolders(
                documents(home),
                named(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Unroll"),
                local.resolve("Cache"),
                local.resolve("State"),
                local.resolve("Logs"));
    }

    private static Path documents(Path home) {
        return home.resolve("Unroll").resolve("runs");
    }

    /** The folder that a variable names; what is not absolute is to be passed over, as the specification says. */
    private static Path named(Map<String, String> environment, String variable, Path usual) {
        try {
            Path named = Path.of(environment.getOrDefault(variable, ""));
            return named.isAbsolute() ? named.normalize() : usual;
        } catch (InvalidPathException e) {
            return usual;
        }
    }

    private UserFolders withRuns(Path other) {
        return new UserFolders(other, configuration, caches, state, logs);
    }

    /** Where a person's documents of a kind lie, by the folder's name: beside the runs. */
    public Path documents(String kind) {
        return runs.resolveSibling(kind);
    }
}
