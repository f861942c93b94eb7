package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Steps that are put off and done in one launch, in whatever order they need each other, come to what they come to one by one. */
class LoopProgramTest {
    private static final int ROWS = 7;
    private static final int TIMES = 3;
    private static final int STEPS = 60;

    private final CountingDevice device = new CountingDevice(HostDevice.of(Precision.DOUBLE));
    private final Backend kernels = new CudaBackend(device, Precision.DOUBLE, Products.EXACT);

    /** Matrices between wide and narrow states, each state at some times beside each other as in a sequence. */
    private static final class StateNetwork {
        private final Backend backend;
        private final Buffer[] states;
        private final Buffer[][] matrices;

        StateNetwork(Backend backend, int wide, int narrow) {
            this.backend = backend;
            int[] widths = {wide, wide, narrow, narrow};
            Philox random = new Philox(1, Purpose.INITIALISATION);
            states = new Buffer[widths.length];
            matrices = new Buffer[widths.length][widths.length];
            for (int i = 0; i < widths.length; i++) {
                states[i] = filled(random, TIMES * ROWS, widths[i], 1);
                for (int j = 0; j < widths.length; j++) {
                    matrices[i][j] = filled(random, widths[i], widths[j], 1 / Math.sqrt(widths[i]));
                }
            }
        }

        private Buffer filled(Philox random, int rows, int columns, double scale) {
            double[] numbers = new double[rows * columns];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = scale * random.gaussian();
            }
            Buffer buffer = backend.allocate(rows, columns);
            backend.write(numbers, 0, buffer);
            return buffer;
        }

        private Buffer state(int i, int time) {
            return states[i].rows(time * ROWS, ROWS);
        }

        /** Some steps, drawn. */
        void run(long seed) {
            Philox random = new Philox(seed, Purpose.SAMPLING);
            try (var _ = backend.loop(ROWS)) {
                for (int s = 0; s < STEPS; s++) {
                    int i = random.integer(0, states.length - 1);
                    int other = i ^ 1; // as wide
                    Buffer x = state(i, random.integer(0, TIMES - 1));
                    Buffer y = state(other, random.integer(0, TIMES - 1));
                    switch (random.integer(0, 7)) {
                        case 0 -> backend.activate(Activation.TANH, x, y);
                        case 1 -> {
                            backend.activate(
                                    Activation.LOGISTIC, x, x); // or numbers multiplied again and again would end
                            backend.times(0.5, x, y, 0.5, state(i, random.integer(0, TIMES - 1)));
                        }
                        case 2 -> backend.addScaled(0.1, x, y);
                        case 3 -> backend.timesSlope(Activation.TANH, y, x, 0.5, x);
                        case 4 -> backend.copy(x, y);
                        default -> {
                            int into = (i + random.integer(1, 3)) % states.length;
                            Buffer sums = state(into, random.integer(0, TIMES - 1));
                            double beta = random.integer(0, 1) * 0.5;
                            backend.product(x, false, matrices[i][into], false, beta, sums);
                        }
                    }
                }
            }
        }

        double[] numbers() {
            double[] all = new double[0];
            for (Buffer state : states) {
                double[] longer = Arrays.copyOf(all, all.length + state.size());
                backend.read(state, longer, all.length);
                all = longer;
            }
            return all;
        }
    }

    @ParameterizedTest(name = "{0} and {1} units, seed {2}")
    @CsvSource({"290, 9, 1", "290, 9, 2", "290, 130, 3", "270, 270, 4", "20, 9, 1", "20, 9, 2", "20, 20, 3", "20, 20, 4"
    })
    void steps_in_one_launch_come_to_what_they_come_to_one_by_one(int wide, int narrow, long seed) {
        StateNetwork own = new StateNetwork(kernels, wide, narrow);
        StateNetwork plain = new StateNetwork(new ReferenceBackend(), wide, narrow);
        for (int i = 0; i < 2; i++) { // the second time the steps are known
            device.launches().clear();
            own.run(seed);
            plain.run(seed);
            assertThat(device.launches())
                    .containsOnlyKeys(wide > 100 ? Kernel.GRID : Kernel.ROWS)
                    .containsValue(1);
            double[] expected = plain.numbers();
            double[] found = own.numbers();
            for (int j = 0; j < expected.length; j++) {
                assertThat(found[j])
                        .as("number %d", j)
                        .isCloseTo(expected[j], within(1e-9 * Math.max(1, Math.abs(expected[j]))));
            }
        }
    }

    @Test
    void a_loop_that_fails_has_done_what_came_before_and_is_over() {
        Buffer x = kernels.allocate(ROWS, 3);
        Buffer wider = kernels.allocate(ROWS, 4);
        assertThatThrownBy(() -> {
                    try (var _ = kernels.loop(ROWS)) {
                        kernels.fill(1, x);
                        kernels.copy(x, wider);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class);
        device.launches().clear();
        kernels.scale(2, x);
        assertThat(device.launches()).containsOnlyKeys(Kernel.SCALE);
        double[] numbers = new double[x.size()];
        kernels.read(x, numbers, 0);
        assertThat(numbers).containsOnly(2);
    }
}
