package unroll.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether there is a screen to open a window on. */
final class Display {
    private Display() {}

    /**
     * What is missing for a window: on Linux the variables of which one must name a display; nothing elsewhere, and nothing
     * where JavaFX was told to draw without one.
     */
    static List<String> missing(Map<String, String> environment) {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || System.getProperty("glass.platform") != null) {
            return List.of();
        }
        List<String> variables = List.of("DISPLAY", "WAYLAND_DISPLAY");
        boolean named = variables.stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
        return named ? List.of() : variables;
    }
}
