package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;

class GateNamesTest {
    private static List<String> titles(ModelSettings settings) {
        return settings.model(3, 2).layout().parts().stream().map(Slot::title).toList();
    }

    @Test
    void weightsOfGatesAreCalledByTheGate() {
        assertThat(titles(new StandardLstm(5)))
                .containsSubsequence("W_h, input gate", "W_h, forget gate", "W_h, cell", "W_h, output gate", "W_o");
        assertThat(titles(new Gru(4)))
                .contains("W_x, reset gate", "W_x, update gate", "b, candidate", "b_n, candidate");
        assertThat(titles(new Designed("m: lstm 7", "v > m, m > m @1, m > o", "")))
                .contains("W_m_m@1, forget gate", "b_m, output gate", "W_o_m");
        assertThat(titles(new ThesisLstm(3, 4))).contains("W_ih, cell", "W_fm, forget gate", "W_hh");
    }

    @Test
    void theForgetGateIsTheOneWhoseBiasForgets() {
        for (ModelSettings settings :
                List.of(new StandardLstm(2), new Designed("m: lstm 3", "v > m, m > m @1, m > o", ""))) {
            assertThat(settings.model(2, 1).layout().parts())
                    .filteredOn(slot -> slot.role() == Role.FORGET_BIAS)
                    .singleElement()
                    .satisfies(slot -> assertThat(slot.title()).endsWith(", forget gate"));
        }
    }

    @Test
    void namesInFilesStay() {
        assertThat(new Gru(2).model(1, 1).layout().parts().stream().map(Slot::name))
                .contains("W_x[0]", "W_x[1]", "W_x[2]", "b[2]", "b_n");
    }

    @Test
    void aModelForgetsWhereItHasSuchABias() {
        for (ModelSettings settings : EveryModel.SMALL) {
            boolean there =
                    settings.model(2, 2).layout().parts().stream().anyMatch(slot -> slot.role() == Role.FORGET_BIAS);
            assertThat(settings.forgets()).as(settings.toString()).isEqualTo(there);
        }
    }
}
