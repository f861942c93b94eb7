package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.Field;
import unroll.engine.setting.ReferencePage;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

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

    /** Two records that tell of a setting in the same words share an annotation that carries it. */
    @Test
    void no_setting_is_described_twice_in_the_same_words() {
        Map<String, Set<String>> places = new TreeMap<>();
        collect(Experiment.class, places);
        assertThat(places).hasSizeGreaterThan(100);
        places.values().removeIf(same -> same.size() == 1);
        assertThat(places).isEmpty();
    }

    /** The components that carry a setting of their own, by label and help; what several records have as a group is there once. */
    private static void collect(Class<?> record, Map<String, Set<String>> places) {
        for (Field field : Schema.of(record).fields()) {
            Setting own = field.accessor().getAnnotation(Setting.class);
            if (own != null) {
                places.computeIfAbsent(own.label() + ": " + own.help(), words -> new TreeSet<>())
                        .add(record.getSimpleName() + "." + field.name());
            }
            if (field.isGroup()) {
                collect(field.type(), places);
            } else if (field.isChoice()) {
                Schema.choices(field.type()).forEach(choice -> collect(choice, places));
            }
        }
    }
}
