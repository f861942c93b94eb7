package unroll.engine.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
    private static Path home(String environment, String system, boolean said) {
        return Home.ofUser(environment, system, () -> said);
    }

    @Test
    void what_the_environment_calls_home_is_home_and_else_what_the_system_does() {
        Path anna = Path.of("/home/anna").toAbsolutePath();
        Path elsewhere = Path.of("/elsewhere").toAbsolutePath();
        assertThat(home("", "/home/anna", false)).isEqualTo(anna);
        assertThat(home(" ", "/home/anna", false)).isEqualTo(anna);
        assertThat(home("/elsewhere", "/home/anna", false)).isEqualTo(elsewhere);
        assertThat(home("/elsewhere", "/home/anna", true)).isEqualTo(anna);
        assertThat(home("", "/home/anna", true)).isEqualTo(anna);
    }

    @Test
    void whether_somebody_told_java_is_asked_only_where_it_matters() {
        assertThatCode(() -> Home.ofUser("/home/anna", "/home/anna", () -> {
                    throw new AssertionError("asked");
                }))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"~, ''", "~/, ''", "~/Unroll/runs, Unroll/runs", "~\\Unroll, Unroll"})
    void a_tilde_that_no_shell_saw_is_the_users_folder(String text, String inside) {
        assertThat(Home.path(text)).isEqualTo(Home.ofUser().resolve(inside));
    }

    @ParameterizedTest
    @CsvSource({"a/~/b", "~anna/data", "data/x.csv", "/data/~"})
    void a_tilde_elsewhere_is_a_letter(String text) {
        assertThat(Home.path(text)).isEqualTo(Path.of(text));
    }
}
