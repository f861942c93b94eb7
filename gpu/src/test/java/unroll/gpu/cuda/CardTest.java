package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Accelerator.Available;
import unroll.engine.backend.Accelerator.Unavailable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.experiment.Experiment;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
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

    private static Experiment experiment(String device, int hidden) {
        return SettingsJson.read(Experiment.class, """
            {"name": "small", "task": {"kind": "addition", "length": 20}, "model": {"kind": "rnn", "hidden": %d},
             "optimiser": {"kind": "nesterov", "learningRate": 0.01, "momentum": 0.9, "clip": 1},
             "training": {"batch": 60, "updates": 100000}, "backend": {"device": "%s", "threads": 1}}
            """.formatted(hidden, device), "small.json");
    }

    /** With so few units each block has its sequences, with more all blocks do the loop together. */
    @ParameterizedTest(name = "{0} units")
    @ValueSource(ints = {30, 400})
    void the_same_experiment_learns_the_same_as_on_the_processor(int hidden) {
        backend(Precision.SINGLE);
        try (Training card = new Training(experiment("cuda", hidden));
                Training processor = new Training(experiment("cpu", hidden))) {
            for (int update = 0; update < 100; update++) {
                double loss = processor.advance().loss();
                assertThat(card.advance().loss()).as("update %d", update).isCloseTo(loss, withinPercentage(0.1));
            }
        }
    }

    @Test
    void products_in_tf32_have_the_ten_digits_of_their_factors() {
        double exact = farthestFromDouble(backend(Precision.SINGLE, Products.EXACT));
        double fast = farthestFromDouble(backend(Precision.SINGLE, Products.TF32));
        assertThat(exact).isLessThan(1e-5);
        assertThat(fast).isBetween(20 * exact, 0x1p-9);
    }

    /** The largest error of a product of matrices, as a share of the sum of the sizes of what is added up. */
    private static double farthestFromDouble(Backend backend) {
        int n = 200;
        double[] a = numbers(n, 1);
        double[] b = numbers(n, 2);
        Buffer left = backend.allocate(n, n);
        Buffer right = backend.allocate(n, n);
        Buffer product = backend.allocate(n, n);
        backend.write(a, 0, left);
        backend.write(b, 0, right);
        backend.product(left, false, right, false, 0, product);
        double[] found = new double[n * n];
        backend.read(product, found, 0);
        double farthest = 0;
        for (int i = 0; i < n * n; i++) {
            double sum = 0;
            double size = 0;
            for (int k = 0; k < n; k++) {
                double term = a[i / n * n + k] * b[k * n + i % n];
                sum += term;
                size += Math.abs(term);
            }
            farthest = Math.max(farthest, Math.abs(found[i] - sum) / size);
        }
        return farthest;
    }

    /** Floats. */
    private static double[] numbers(int n, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        return DoubleStream.generate(() -> (float) random.gaussian())
                .limit((long) n * n)
                .toArray();
    }

    @Test
    void ten_thousand_updates_take_no_more_memory_than_a_hundred() {
        backend(Precision.SINGLE);
        JCudaDevice device = JCudaDevice.open(0, CudaAccelerator.kernels(Precision.SINGLE));
        try (Training training = new Training(experiment("cuda", 30))) {
            long before = 0;
            for (int update = 0; update < 10_000; update++) {
                training.advance();
                if (update == 100) {
                    before = device.memory().free();
                }
            }
            long taken = before - device.memory().free();
            System.out.printf("%,d bytes more of the card after 10,000 updates than after 100%n", taken);
            assertThat(taken).isLessThan(8 << 20);
        }
    }
}
