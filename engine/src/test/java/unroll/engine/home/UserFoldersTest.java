package unroll.engine.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/anna").toAbsolutePath();

    private static List<Path> all(UserFolders folders) {
        return List.of(folders.runs(), folders.configuration(), folders.caches(), folders.state(), folders.logs());
    }

    private static void areAt(UserFolders folders, Path base, String... expected) {
        assertThat(all(folders))
                .isEqualTo(Stream.of(expected).map(base::resolve).toList());
    }

    @Test
    void linux_has_the_defaults_of_the_xdg_specification() {
        areAt(
                UserFolders.of("Linux", Map.of(), HOME),
                HOME,
                "Unroll/runs",
                ".config/unroll",
                ".cache/unroll",
                ".local/state/unroll",
                ".local/state/unroll/logs");
    }

    @Test
    void linux_has_each_where_its_variable_says() {
        Path base = Path.of("/srv").toAbsolutePath();
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", base.resolve("c").toString(),
                "XDG_CACHE_HOME", base.resolve("h").toString(),
                "XDG_STATE_HOME", base.resolve("s").toString());
        UserFolders folders = UserFolders.of("Linux", environment, HOME);
        assertThat(folders.runs()).isEqualTo(HOME.resolve("Unroll/runs"));
        assertThat(folders.configuration()).isEqualTo(base.resolve("c/unroll"));
        assertThat(folders.caches()).isEqualTo(base.resolve("h/unroll"));
        assertThat(folders.state()).isEqualTo(base.resolve("s/unroll"));
        assertThat(folders.logs()).isEqualTo(base.resolve("s/unroll/logs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative/folder", "no\u0000path"})
    void a_variable_that_names_no_absolute_folder_is_passed_over(String value) {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", value);
        assertThat(UserFolders.of("Linux", environment, HOME).configuration())
                .isEqualTo(HOME.resolve(".config/unroll"));
    }

    @Test
    void macos_has_them_in_the_library() {
        areAt(
                UserFolders.of("Mac OS X", Map.of("XDG_CONFIG_HOME", "/srv"), HOME),
                HOME,
                "Unroll/runs",
                "Library/Application Support/Unroll",
                "Library/Caches/Unroll",
                "Library/Application Support/Unroll/State",
                "Library/Logs/Unroll");
    }

    @Test
    void windows_has_them_in_its_application_data() {
        Path roaming = Path.of("/data/roaming").toAbsolutePath();
        Path local = Path.of("/data/local").toAbsolutePath();
        UserFolders folders = UserFolders.of(
                "Windows 11", Map.of("APPDATA", roaming.toString(), "LOCALAPPDATA", local.toString()), HOME);
        assertThat(folders.configuration()).isEqualTo(roaming.resolve("Unroll"));
        assertThat(folders.caches()).isEqualTo(local.resolve("Unroll/Cache"));
        areAt(
                UserFolders.of("Windows 11", Map.of(), HOME),
                HOME,
                "Unroll/runs",
                "AppData/Roaming/Unroll",
                "AppData/Local/Unroll/Cache",
                "AppData/Local/Unroll/State",
                "AppData/Local/Unroll/Logs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void one_variable_moves_everything_below_one_folder(String system) {
        Path folder = Path.of("/stick/unroll").toAbsolutePath();
        Map<String, String> environment = Map.of("UNROLL_HOME", folder.toString(), "XDG_STATE_HOME", "/srv");
        UserFolders folders = UserFolders.of(system, environment, HOME);
        assertThat(folders).isEqualTo(UserFolders.under(folder));
        assertThat(all(folders))
                .allSatisfy(one -> assertThat(one).startsWithRaw(folder))
                .doesNotHaveDuplicates();
        assertThat(folders.documents("sweeps")).isEqualTo(folder.resolve("sweeps"));
    }
}
