package unroll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void aWindowOnLinuxNeedsADisplayAndGtk() {
        Map<String, String> screen = Map.of("DISPLAY", ":0");
        assertThat(Display.onLinux(screen, library -> true)).isEmpty();
        assertThat(Display.onLinux(Map.of("WAYLAND_DISPLAY", "wayland-0"), library -> true))
                .isEmpty();
        assertThat(Display.onLinux(Map.of("DISPLAY", " "), library -> true))
                .hasValueSatisfying(why -> assertThat(why).contains("no display", "WAYLAND_DISPLAY"));
        assertThat(Display.onLinux(screen, library -> false))
                .hasValueSatisfying(why -> assertThat(why).contains("GTK 3", "libgtk-3-0"));
    }
}
