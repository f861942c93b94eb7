package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Accelerator.Unavailable;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** The reasons why a card cannot be used. */
class CudaAcceleratorTest {
    /** More cards than any machine has. */
    private static final int NOWHERE = 63;

    private static Experiment on(String device) {
        return SettingsJson.with(
                SettingsJson.with(Examples.first(), "backend.device", device), "backend.card", String.valueOf(NOWHERE));
    }

    @Test
    void a_card_that_is_not_there_is_unavailable_with_the_reason() {
        assertThat(Accelerator.found(NOWHERE, Precision.SINGLE, Products.EXACT))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        none -> assertThat(none.reason()).matches("NVIDIA's driver .*|there is no card 63; .*"));
    }

    @Test
    void the_program_finds_it() {
        assertThat(ServiceLoader.load(Accelerator.class).stream().map(ServiceLoader.Provider::type))
                .contains(CudaAccelerator.class);
    }

    @Test
    void who_asks_for_it_is_refused_with_the_reason() {
        assertThatThrownBy(() -> on("cuda").backend().open())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("backend.device: cuda cannot be used: ")
                .hasMessageEndingWith("; choose cpu or auto");
    }

    @Test
    void auto_takes_the_processor_and_says_why() {
        try (Training training = new Training(on("auto"))) {
            assertThat(training.describeBackend()).startsWith("CPU").contains(" \u00b7 no card: ");
        }
    }
}
