package unroll.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowStreamsTest {
    /** The first numbers of SplitMix64 from state 0, as its authors' code prints them. */
    @Test
    void a_row_goes_on_by_splitmix64() {
        long gap = 0x9E3779B97F4A7C15L;
        assertThat(RowStreams.bits(0, gap, 0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(RowStreams.bits(0, gap, 1)).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(RowStreams.bits(0, gap, 2)).isEqualTo(0x06C45D188009454FL);
    }

    @Test
    void the_numbers_of_a_row_do_not_depend_on_what_else_is_drawn_with_it() {
        RowStreams all = new RowStreams();
        all.restart(7, Purpose.GIBBS, 100);
        RowStreams one = new RowStreams();
        one.restart(7, Purpose.GIBBS, 103);
        for (int t = 0; t < 4; t++) {
            all.at(2, 5, 9).row(t * 5 + 3);
            one.at(2 + t, 1, 9).row(0);
            assertThat(one.base()).isEqualTo(all.base());
            assertThat(one.gap()).isEqualTo(all.gap());
        }
    }

    @Test
    void another_seed_step_sequence_or_draw_has_other_numbers() {
        RowStreams streams = new RowStreams();
        streams.restart(7, Purpose.GIBBS, 0);
        streams.at(0, 1, 0).row(0);
        long base = streams.base();
        streams.at(1, 1, 0).row(0);
        assertThat(streams.base()).isNotEqualTo(base);
        streams.at(0, 1, 1).row(0);
        assertThat(streams.base()).isNotEqualTo(base);
        streams.restart(7, Purpose.GIBBS, 1L << 40);
        streams.at(0, 1, 0).row(0);
        assertThat(streams.base()).isNotEqualTo(base);
        streams.restart(8, Purpose.GIBBS, 0);
        streams.at(0, 1, 0).row(0);
        assertThat(streams.base()).isNotEqualTo(base);
    }

    /** Columns, rows and draws are drawn apart: moments and correlations of neighbours, each to five standard errors. */
    @Test
    void numbers_are_uniform_and_normal_and_neighbours_know_nothing_of_each_other() {
        int rows = 500;
        int columns = 200;
        double n = rows * (double) columns;
        RowStreams streams = new RowStreams();
        streams.restart(3, Purpose.GIBBS, 0);
        double sum = 0;
        double squares = 0;
        double beside = 0;
        double below = 0;
        double later = 0;
        double normal = 0;
        double normalSquares = 0;
        double fourth = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double u = centred(streams, r, 0, c);
                sum += u;
                squares += u * u;
                beside += u * centred(streams, r, 0, c + 1);
                below += u * centred(streams, r + 1, 0, c);
                later += u * centred(streams, r, 1, c);
                double z = RowStreams.gaussian(streams.base(), streams.gap(), c);
                normal += z;
                normalSquares += z * z;
                fourth += z * z * z * z;
            }
        }
        double root = Math.sqrt(n);
        assertThat(sum / n).isCloseTo(0, within(5 * Math.sqrt(1 / 12.0) / root));
        assertThat(squares / n).isCloseTo(1 / 12.0, within(5 * Math.sqrt(1 / 180.0) / root));
        assertThat(new double[] {beside / n, below / n, later / n})
                .containsExactly(new double[3], within(5 / 12.0 / root));
        assertThat(normal / n).isCloseTo(0, within(5 / root));
        assertThat(normalSquares / n).isCloseTo(1, within(5 * Math.sqrt(2) / root));
        assertThat(fourth / n).isCloseTo(3, within(5 * Math.sqrt(96) / root));
    }

    private static double centred(RowStreams streams, int row, int draw, int column) {
        streams.at(0, 4, draw).row(row);
        return RowStreams.uniform(streams.base(), streams.gap(), column) - 0.5;
    }
}
