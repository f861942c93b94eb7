package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

/** The first card of this machine keeps the contract; without one nothing is tested, unless {@code -Dgpu.required=true}. */
@DisplayName("The card")
class CardTest {
    private static Backend backend(Precision precision) {
        return switch (Accelerator.found(0, precision)) {
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
}
