package unroll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts the program hands on what is typed whatever locale is set, so that files of any name are found. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String NAME = "Bälle 名前 😀";

    @TempDir
    Path folder;

    /** Stands for the program. */
    static final class SeesItsFile {
        private SeesItsFile() {}

        public static void main(String[] words) {
            System.exit(words[0].endsWith(NAME) && Files.exists(Path.of(words[0])) ? 0 : 1);
        }
    }

    private static int run(Map<String, String> locale, String... words) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(words);
        process.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        process.environment().putAll(locale);
        return process.inheritIO().start().waitFor();
    }

    @BeforeEach
    void writeTheScript() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("lib"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String launcher = Path.of("..", "build", "Launcher.java").toString();
        assertThat(run(Map.of("LC_ALL", "C.UTF-8"), java, launcher, folder.toString(), folder.toString()))
                .isZero();
        String where = System.getProperty("java.class.path");
        Files.write(
                folder.resolve("unroll.args"),
                List.of("-cp", '"' + where + '"', "'" + SeesItsFile.class.getName() + "'"));
        Files.write(folder.resolve(NAME), NAME.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"LANG, C", "LC_ALL, POSIX", "LC_CTYPE, C", "LANG, C.UTF-8", "UNSET, ''"})
    void a_file_of_any_name_is_found(String variable, String locale) throws IOException, InterruptedException {
        String script = folder.resolve("unroll").toString();
        assertThat(run(Map.of(variable, locale), script, folder.resolve(NAME).toString()))
                .isZero();
    }
}
