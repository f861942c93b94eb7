package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.loss.Loss;
import unroll.engine.model.RandomNetwork;
import unroll.engine.model.RandomNetwork.NetworkSpec;
import unroll.engine.model.StandardRnn;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** The kernels' arithmetic and all that Java needs of them, with no card: compiled for the processor, they keep the contract. */
@DisplayName("Kernels on the processor")
class KernelsTest {
    private static Backend backend(Precision precision) {
        return new CudaBackend(HostDevice.of(precision), precision, Products.EXACT);
    }

    @Nested
    @DisplayName("float")
    class InFloat extends OnDevice {
        InFloat() {
            super(KernelsTest.backend(Precision.SINGLE));
        }
    }

    @Nested
    @DisplayName("double")
    class InDouble extends OnDevice {
        InDouble() {
            super(KernelsTest.backend(Precision.DOUBLE));
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"unroll.engine.backend.Activation, elements.cu", "unroll.engine.loss.Loss, loss.cu"})
    void name_non_linearities_and_losses_in_the_order_of_java(Class<? extends Enum<?>> type, String source)
            throws IOException {
        String names = Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        assertThat(Files.readString(HostDevice.SOURCES.resolve(source)))
                .contains("enum class " + type.getSimpleName() + " { " + names + " };");
    }

    /** Tiles of both sides, with rest, and an inner sum in parts; the contract's products are too small for some. */
    @TestFactory
    Stream<DynamicTest> every_product_is_the_sum_of_products() {
        HostDevice device = HostDevice.of(Precision.SINGLE);
        return Stream.of(Kernel.values())
                .filter(kernel -> kernel.symbol().matches("(small_)?(tensor|tf32|product)_[nt][nt]"))
                .map(kernel -> DynamicTest.dynamicTest(kernel.symbol(), () -> multiply(device, kernel)));
    }

    private static void multiply(HostDevice device, Kernel kernel) {
        int m = 131;
        int n = 139;
        int k = 75;
        int share = 40;
        boolean tf32 = kernel.symbol().contains("tf32");
        int side = kernel.symbol().matches("(tensor|tf32).*") ? 128 : 64;
        boolean transposeA = kernel.symbol().charAt(kernel.symbol().length() - 2) == 't';
        boolean transposeB = kernel.symbol().endsWith("t");
        CudaBackend backend = new CudaBackend(device, Precision.SINGLE, Products.EXACT);
        double[] a = numbers(m * k, 1);
        double[] b = numbers(k * n, 2);
        Buffer left = backend.allocate(m, k);
        Buffer right = backend.allocate(k, n);
        Buffer parts = backend.allocate(2 * m, n);
        backend.write(a, 0, left);
        backend.write(b, 0, right);
        Arguments arguments = new Arguments()
                .at((KernelDevice.Location) left)
                .at((KernelDevice.Location) right)
                .at((KernelDevice.Location) parts)
                .number(m)
                .number(n)
                .number(k)
                .number(share);
        device.launch(kernel, Math.ceilDiv(n, side), Math.ceilDiv(m, side), 2, arguments);
        double[] found = new double[2 * m * n];
        backend.read(parts, found, 0);
        double worst = 0;
        for (int part = 0; part < 2; part++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    double size = 0;
                    for (int d = part * share; d < Math.min(k, (part + 1) * share); d++) {
                        double term =
                                (transposeA ? a[d * m + i] : a[i * k + d]) * (transposeB ? b[j * k + d] : b[d * n + j]);
                        sum += term;
                        size += Math.abs(term);
                    }
                    worst = Math.max(worst, Math.abs(found[(part * m + i) * n + j] - sum) / size);
                }
            }
        }
        // 40 products in float, three of tensor cores each; or factors that are half of their eleventh digit off
        double exact = 64 * 0x1p-24;
        assertThat(worst).isBetween(tf32 ? 4 * exact : 0, tf32 ? 0x1p-10 + exact : exact);
    }

    /** Floats, so that the oracle has the same. */
    private static double[] numbers(int count, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Math.clamp(random.gaussian(), -4, 4);
        }
        return numbers;
    }

    @Test
    void a_barrier_that_is_missing_is_noticed(@TempDir Path folder) throws IOException {
        Backend faulty = without(folder, "product.cu", "        __syncthreads();\n");
        assertThat(ones(faulty)).isNotEqualTo(70);
        assertThat(ones(backend(Precision.DOUBLE))).isEqualTo(70);
    }

    @Test
    void blocks_that_do_not_wait_for_each_other_are_noticed(@TempDir Path folder) throws IOException {
        String waiting = "wait_for_all(arrived); ";
        NetworkSpec wide = new NetworkSpec(new StandardRnn(370, Activation.TANH), Loss.SQUARED, 4, 3, 2, 2, false, 1);
        double[] found = new RandomNetwork(without(folder, "grid.cu", waiting), wide).gradient();
        assertThat(found).isNotEqualTo(new RandomNetwork(backend(Precision.DOUBLE), wide).gradient());
    }

    /** The kernels in double without the first of some words of a source. */
    private static Backend without(Path folder, String source, String words) throws IOException {
        try (Stream<Path> sources = Files.list(HostDevice.SOURCES)) {
            for (Path each : sources.toList()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
        Path faulty = folder.resolve(source);
        String whole = Files.readString(faulty);
        assertThat(whole).contains(words);
        Files.writeString(faulty, whole.replaceFirst(Pattern.quote(words), ""));
        return new CudaBackend(HostDevice.of(Precision.DOUBLE, folder), Precision.DOUBLE, Products.EXACT);
    }

    /** The first number of a product of ones over an inner sum of 70. */
    private static double ones(Backend backend) {
        Buffer a = backend.allocate(3, 70);
        Buffer b = backend.allocate(70, 5);
        Buffer c = backend.allocate(3, 5);
        backend.fill(1, a);
        backend.fill(1, b);
        backend.product(a, false, b, false, 0, c);
        double[] numbers = new double[c.size()];
        backend.read(c, numbers, 0);
        return numbers[0];
    }
}
