package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void a_cell_has_all_digits_and_a_line_has_few() {
        Reading lambda = Reading.of("lambda", 0.066666666666);
        assertThat(lambda.cell()).isEqualTo("0.066666666666");
        assertThat(lambda.brief()).isEqualTo("lambda 0.0667");
        assertThat(Reading.of("CG iterations", 1234).brief()).isEqualTo("CG iterations 1234");
        assertThat(Reading.of("rho", Double.NEGATIVE_INFINITY).brief()).isEqualTo("rho -Infinity");
        assertThat(Reading.of("CG stop", "little progress").cell()).isEqualTo("little progress");
        assertThat(Reading.of("CG stop", "little progress").brief()).isEqualTo("CG stop little progress");
    }

    @Test
    void what_would_break_the_table_is_refused() {
        assertThatThrownBy(() -> Reading.of("a,b", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reading.of("a", "one\ntwo")).isInstanceOf(IllegalArgumentException.class);
    }
}
