package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Accelerator.Available;
import unroll.engine.backend.Accelerator.Unavailable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.run.Experiment;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsJson;

/** The first card of this machine keeps the contract; without one nothing is tested, unless {@code -Dgpu.required=true}. */
@DisplayName("The card")
class CardTest {
    private static Backend backend(Precision precision) {
        return backend(precision, Products.EXACT);
    }

    private static Backend backend(Precision precision, Products products) {
        return switch (Accelerator.found(0, precision, products)) {
            case Available there -> there.open().get();
            case Unavailable(String reason) -> {
                if (Boolean.getBoolean("gpu.required")) {
                    throw new AssertionError(reason);
                }
                yield abort(reason);
            }
        };
    }

    @Nested
    @DisplayName("float")
    class InFloat extends OnDevice {
        InFloat() {
            super(CardTest.backend(Precision.SINGLE));
        }
    }

    @Nested
    @DisplayName("double")
    class InDouble extends OnDevice {
        InDouble() {
            super(CardTest.backend(Precision.DOUBLE));
        }
    }

    @Test
    void memory_that_is_not_there_is_refused_with_numbers() {
        Backend backend = backend(Precision.DOUBLE);
        assertThatThrownBy(() -> {
                    Object[] held = new Object[1000];
                    for (int i = 0; i < held.length; i++) {
                        held[i] = backend.allocate(1 << 15, 1 << 15); // 8 GiB
                    }
                })
                .isInstanceOf(DeviceFailure.class)
                .hasMessageContaining("8,192 MiB");
        assertThat(backend.dot(backend.allocate(1, 3), backend.allocate(1, 3))).isZero();
    }

    private static Experiment small(String device) {
        return SettingsJson.read(Experiment.class, """
            {"name": "small", "task": {"kind": "addition", "length": 20}, "model": {"kind": "rnn", "hidden": 30},
             "optimiser": {"kind": "nesterov", "learningRate": 0.01, "momentum": 0.9, "clip": 1},
             "training": {"batch": 60, "updates": 100000}, "backend": {"device": "%s", "threads": 1}}
            """.formatted(device), "small.json");
    }

    @Test
    void the_same_experiment_learns_the_same_as_on_the_processor() {
        backend(Precision.SINGLE);
        try (Training card = new Training(small("cuda"));
                Training processor = new Training(small("cpu"))) {
            for (int update = 0; update < 100; update++) {
                double loss = processor.advance().loss();
                assertThat(card.advance().loss()).as("update %d", update).isCloseTo(loss, withinPercentage(0.1));
            }
        }
    }

    @Test
    void ten_thousand_updates_take_no_more_memory_than_a_hundred() {
        backend(Precision.SINGLE);
        JCudaDevice device = JCudaDevice.open(0, CudaAccelerator.kernels(Precision.SINGLE));
        try (Training training = new Training(small("cuda"))) {
            long before = 0;
            for (int update = 0; update < 10_000; update++) {
                training.advance();
                if (update == 100) {
                    before = device.room().free();
                }
            }
            long taken = before - device.room().free();
            System.out.printf("%,d bytes more of the card after 10,000 updates than after 100%n", taken);
            assertThat(taken).isLessThan(8 << 20);
        }
    }
}
