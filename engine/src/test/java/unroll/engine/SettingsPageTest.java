package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.ReferencePage;

/** The page of all settings in docs is what the settings' records say; asked by a system property, it is written anew. */
class SettingsPageTest {
    private static final String WRITE = "settings.page";

    /** Where the page is, seen from the engine's folder. */
    private static final Path PAGE = Path.of("..", "docs", "settings.md");

    @Test
    void the_page_of_settings_is_up_to_date() throws IOException {
        String page = ReferencePage.of(Experiment.class);
        if ("write".equals(System.getProperty(WRITE))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/settings.md is out of date; write it anew: mvn test -pl engine -Dtest=SettingsPageTest -D"
                        + WRITE + "=write")
                .isEqualTo(page);
    }
}
