package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;

/** The kernels' arithmetic and all that Java asks of them, with no card: compiled for the processor, they keep the contract. */
@DisplayName("Kernels on the processor")
class KernelsTest {
    private static Backend backend(Precision precision) {
        try {
            return HostDevice.of(precision)
                    .map(device -> new CudaBackend(device, precision))
                    .orElseGet(() -> {
                        assumeTrue(false, "there is no C++ compiler on the path");
                        throw new AssertionError();
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
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

    @Test
    void a_barrier_that_is_missing_is_noticed(@TempDir Path folder) throws IOException, InterruptedException {
        Path compiler = HostDevice.compiler().orElse(null);
        assumeTrue(compiler != null, "there is no C++ compiler on the path");
        try (Stream<Path> sources = Files.list(Path.of("src/main/cuda"))) {
            for (Path source : sources.toList()) {
                Files.copy(source, folder.resolve(source.getFileName()));
            }
        }
        Path product = folder.resolve("product.cu");
        Files.writeString(product, Files.readString(product).replaceFirst("        __syncthreads\\(\\);\n", ""));
        assertThat(ones(new CudaBackend(HostDevice.of(compiler, Precision.DOUBLE, folder), Precision.DOUBLE)))
                .isNotEqualTo(70);
        assertThat(ones(backend(Precision.DOUBLE))).isEqualTo(70);
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
