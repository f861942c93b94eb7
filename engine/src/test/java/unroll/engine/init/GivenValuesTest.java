package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Activation;
import unroll.engine.model.EchoState;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.setting.Matrices;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;

class GivenValuesTest {
    private static final long SEED = 5;

    /** Data that nobody may ask about. */
    private static final DataFigures UNKNOWN = new DataFigures() {
        @Override
        public double[] centre() {
            throw new AssertionError();
        }

        @Override
        public double[] regression(int order) {
            throw new AssertionError();
        }
    };

    private static double[] first(ModelSettings model, int inputs, int outputs, String values) {
        Layout layout = model.model(inputs, outputs).layout();
        return new GivenValues(Matrices.parse(values)).first(model, layout, new GateSettings(3), UNKNOWN, SEED);
    }

    @Test
    void every_number_stands_where_its_receiving_and_sending_units_say_and_the_others_are_0() {
        double[] theta = first(
                new StandardRnn(3, Activation.LOGISTIC),
                2,
                1,
                "b_h: -1; -2; -3, W_hh: 1 2 3; 4 5 6; 7 8 9, W_hv: 10 11; 12 13; 14 15, h_0: .5 .25 .125");
        assertThat(theta)
                .containsExactly(
                        10, 11, 12, 13, 14, 15, // W_hv
                        1, 2, 3, 4, 5, 6, 7, 8, 9, // W_hh
                        0, 0, 0, // W_oh
                        -1, -2, -3, // b_h
                        0, // b_o
                        .5, .25, .125); // h_0
    }

    @Test
    void a_gate_is_written_by_the_name_of_its_part_and_no_gate_is_opened_besides() {
        StandardLstm model = new StandardLstm(2);
        Layout layout = model.model(1, 1).layout();
        Layout.Slot part = layout.parts().stream()
                .filter(slot -> slot.name().endsWith("[1]") && slot.rows() == 2)
                .findFirst()
                .orElseThrow();
        String row = "1 ".repeat(part.columns()).strip();
        double[] theta = first(model, 1, 1, part.name() + ": " + row + "; " + row);
        for (int i = 0; i < theta.length; i++) {
            boolean inside = i >= part.offset() && i < part.offset() + part.size();
            assertThat(theta[i]).as("number " + i).isEqualTo(inside ? 1 : 0);
        }
    }

    @Test
    void what_a_model_draws_itself_stays_unless_it_is_written() {
        EchoState model =
                Schema.of(EchoState.class).with(Schema.of(EchoState.class).initial(), "hidden", 4);
        Layout layout = model.model(1, 1).layout();
        Layout.Slot fixed =
                layout.slots().stream().filter(Layout.Slot::fixed).findFirst().orElseThrow();
        double[] drawn = new double[layout.size()];
        FixedParameters.draw(model, layout, SEED, drawn);
        assertThat(first(model, 1, 1, "")).containsExactly(drawn);
        double[] written = first(
                model,
                1,
                1,
                fixed.name() + ": " + "7 ".repeat(fixed.columns()).concat(";").repeat(fixed.rows()));
        for (int i = 0; i < written.length; i++) {
            boolean inside = i >= fixed.offset() && i < fixed.offset() + fixed.size();
            assertThat(written[i]).isEqualTo(inside ? 7 : drawn[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "W_hx: 1; 1 | W_hx: the network has no such parameter; did you mean 'W_hv'?",
                "recurrent: 1 | recurrent: the network has no such parameter; it has W_hv, W_hh, W_oh, b_h, b_o, h_0",
                "W_hh: 1 2 | W_hh: has 1 row of 2 numbers, but the network needs 2 rows of 2 numbers",
                "W_hh: 1; 2; 3 | W_hh: has 3 rows of 1 number, but the network needs 2 rows of 2 numbers",
                "W_hv: 1 2 | W_hv: has 1 row of 2 numbers, but the network needs 2 rows of 1 number",
                "b_h: 1 2 3 | b_h: has 1 row of 3 numbers, but the network needs 1 row of 2 numbers",
                "b_h: 1; 2; 3 | b_h: has 3 rows of 1 number, but the network needs 1 row of 2 numbers"
            })
    void what_does_not_fit_the_network_is_refused_with_its_place_and_what_would(String values, String complaint) {
        assertThatThrownBy(() -> first(new StandardRnn(2, Activation.TANH), 1, 1, values))
                .isInstanceOf(SettingsException.class)
                .hasMessage("initialisation.values." + complaint);
    }
}
