package unroll.engine.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
    @Test
    void what_the_environment_calls_home_is_home_and_else_what_the_system_does() {
        Path system = Path.of("/home/anna");
        assertThat(Home.ofUser("", system.toString())).isEqualTo(system.toAbsolutePath());
        assertThat(Home.ofUser(" ", system.toString())).isEqualTo(system.toAbsolutePath());
        assertThat(Home.ofUser("/elsewhere", system.toString()))
                .isEqualTo(Path.of("/elsewhere").toAbsolutePath());
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
