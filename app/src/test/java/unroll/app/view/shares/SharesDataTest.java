package unroll.app.view.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.engine.anatomy.Shares;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;

class SharesDataTest {
    private static final Layout LAYOUT =
            Layout.builder().add("W_hh", Role.RECURRENT_WEIGHT, 1, 1).build();

    /** The chain h_2 = w (w h_0 + v_1) with w 1/2, h_0 and v_1 1, target 1. */
    private static SharesData chain(boolean whole) {
        return new SharesData(
                Optional.of(new Shares(LAYOUT.slot("W_hh"), 0, 0, 0.5, new double[] {-0.125, -0.375}, -0.5, whole)));
    }

    @Test
    void a_step_keeps_tied_copies_together_and_parts_others() {
        assertThat(chain(true).words())
                .isEqualTo("W_hh 1\u21901 = 0.500. The sum of its 2 uses is its gradient, \u22120.500. A step of 0.1"
                        + " downhill: tied to 0.550; copies of their own would part, from 0.513 to 0.538.");
        assertThat(chain(false).words()).contains("there are no shares");
        assertThat(SharesData.EMPTY.words()).isEmpty();
    }

    @Test
    void bars_stand_on_zero_with_gaps_between() {
        assertThat(chain(true).bars().x()).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(chain(true).bars().y()).containsExactly(0, -0.125, Double.NaN, 0, -0.375, Double.NaN);
        assertThat(chain(true).sums()).containsExactly(-0.125, -0.5);
        assertThat(chain(true).tables().getFirst().cell(1, 2)).isEqualTo("-0.5");
    }
}
