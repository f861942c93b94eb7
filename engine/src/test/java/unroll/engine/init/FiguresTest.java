package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void growth_of_one_sign_is_told_in_one_go() {
        assertThat(Figures.change(1.05, 100, 131)).isEqualTo("grows 1.05-fold a step, 131-fold in 100 steps");
        assertThat(Figures.change(0.95, 100, 0.0059))
                .isEqualTo("shrinks to 0.95 of itself in a step, to 0.0059 in 100 steps");
    }

    @Test
    void where_the_first_step_and_the_long_run_differ_it_is_said_why_both_can_be() {
        assertThat(Figures.change(0.96, 100, 4056))
                .isEqualTo("shrinks to 0.96 of itself in its first step, and where the directions that grow prevail,"
                        + " grows 4,056-fold in 100 steps");
        assertThat(Figures.change(1.01, 100, 0.84))
                .isEqualTo("grows 1.01-fold in its first step, but not for long: it shrinks to 0.84 of itself in 100"
                        + " steps");
    }
}
