package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.graph.Graph;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.Schema;

class EveryModelTest {
    private static final int STEPS = 40;

    static Stream<ModelSettings> models() {
        return Stream.concat(EveryModel.SMALL.stream(), EveryModel.MACHINES.stream());
    }

    @Test
    void what_is_called_every_model_has_each_that_can_be_chosen() {
        assertThat(models().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Schema.choices(ModelSettings.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_settings_know_at_which_step_the_network_predicts_first(ModelSettings settings) {
        Model model = settings.model(3, 3);
        ReferenceBackend backend = new ReferenceBackend();
        Graph graph = new Graph(backend, STEPS, 1);
        Model.Wiring wiring = model.wire(graph, Parameters.of(model.layout(), backend), graph.given(3, false));
        assertThat(wiring.output().begin()).isEqualTo(settings.firstPrediction());
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_settings_draw_all_that_is_never_trained_and_nothing_else(ModelSettings settings) {
        Layout layout = settings.model(3, 3).layout();
        double[] theta = new double[layout.size()];
        settings.drawFixed(layout, new Philox(5, Purpose.INITIALISATION), theta);
        for (Layout.Slot slot : layout.slots()) {
            double[] numbers = Arrays.copyOfRange(theta, slot.offset(), slot.offset() + slot.size());
            assertThat(Arrays.stream(numbers).anyMatch(number -> number != 0))
                    .as("%s of %s", slot.name(), settings)
                    .isEqualTo(slot.fixed());
        }
    }
}
