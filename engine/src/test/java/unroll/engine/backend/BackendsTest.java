package unroll.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Backends")
class BackendsTest {
    /** Half the distance of neighbours around 1 in float and in double. */
    private static final double FLOAT = 0x1p-24;

    private static final double DOUBLE = 0x1p-53;

    @Nested
    @DisplayName("Reference")
    class Reference extends BackendContract {
        private final Backend backend = new ReferenceBackend();

        @Override
        protected Backend backend() {
            return backend;
        }

        @Override
        protected double roundoff() {
            return DOUBLE;
        }

        @Override
        protected double functionError() {
            return 4 * DOUBLE;
        }
    }

    @Nested
    @DisplayName("CPU, double, OpenBLAS")
    class DoubleWithOpenBlas extends BackendContract {
        private final Backend backend = CpuBackend.of(Precision.DOUBLE);

        @Override
        protected Backend backend() {
            return backend;
        }

        @Override
        protected double roundoff() {
            return DOUBLE;
        }

        @Override
        protected double functionError() {
            return 8 * DOUBLE;
        }
    }

    @Nested
    @DisplayName("CPU, float, OpenBLAS")
    class FloatWithOpenBlas extends BackendContract {
        private final Backend backend = CpuBackend.of(Precision.SINGLE);

        @Override
        protected Backend backend() {
            return backend;
        }

        @Override
        protected double roundoff() {
            return FLOAT;
        }

        @Override
        protected double functionError() {
            return 4e-7;
        }

        @Test
        void says_that_it_runs_on_openblas() {
            assertThat(backend.description()).startsWith("CPU · float · OpenBLAS 0.3");
        }
    }

    @Nested
    @DisplayName("CPU, float, plain Java")
    class FloatPlain extends BackendContract {
        private final Backend backend = CpuBackend.plain(Precision.SINGLE, "there is no library");

        @Override
        protected Backend backend() {
            return backend;
        }

        @Override
        protected double roundoff() {
            return FLOAT;
        }

        @Override
        protected double functionError() {
            return 4e-7;
        }

        @Test
        void says_why_it_is_plain() {
            assertThat(backend.description()).contains("plain Java").contains("there is no library");
        }
    }

    @Test
    void tanh_in_float_is_within_four_ten_millionths_and_never_beyond_one() {
        double worst = 0;
        for (float x = -12; x <= 12; x += 1e-4f) {
            float t = FloatMath.tanh(x);
            assertThat(Math.abs(t)).isLessThanOrEqualTo(1);
            worst = Math.max(worst, Math.abs(t - Math.tanh(x)));
        }
        assertThat(worst).isLessThan(4e-7);
    }
}
