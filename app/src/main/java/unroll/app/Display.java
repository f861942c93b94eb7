package unroll.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a window can be opened here. */
final class Display {
    /** What JavaFX draws windows with on Linux. */
    private static final String GTK = "libgtk-3.so.0";

    private Display() {}

    /**
     * What is in the way of a window, in words: on Linux the variables of which one must name a display, or the library that JavaFX
     * needs; nothing elsewhere, and nothing where JavaFX was told to draw without a display.
     */
    static Optional<String> obstacle() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return linux && System.getProperty("glass.platform") == null
                ? onLinux(System.getenv(), Display::loads)
                : Optional.empty();
    }

    static Optional<String> onLinux(Map<String, String> environment, Predicate<String> loads) {
        List<String> variables = List.of("DISPLAY", "WAYLAND_DISPLAY");
        if (variables.stream()
                .allMatch(name -> environment.getOrDefault(name, "").isBlank())) {
            return Optional.of("There is no display (" + String.join(" and ", variables) + " not set)");
        }
        return loads.test(GTK)
                ? Optional.empty()
                : Optional.of(
                        "A window needs GTK 3, of which this system lacks " + GTK + " (package libgtk-3-0, or gtk3)");
    }

    private static boolean loads(String library) {
        try {
            SymbolLookup found = SymbolLookup.libraryLookup(library, Arena.global()); // JavaFX loads it all the same
            return found.find("gtk_init").isPresent();
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
