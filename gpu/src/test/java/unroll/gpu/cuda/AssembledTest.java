package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jcuda.CudaException;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompileResult;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.backend.Precision;

/** The kernels that the program carries are those of the sources, and every card's assembler takes them. */
class AssembledTest {
    private static final Path SOURCES = Path.of("src/main/cuda");
    private static final Pattern SPILLS = Pattern.compile("(\\d+) bytes spill (?:stores|loads)");

    /** As {@code kernels.sh} does it: all of them after each other, by their names. */
    private static String hash(List<Path> sources) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String ending : List.of(".cu", ".cuh")) {
            for (Path source : sources) {
                if (source.toString().endsWith(ending)) {
                    digest.update(Files.readAllBytes(source));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Precision.class)
    void the_kernels_are_made_from_the_sources(Precision precision) throws Exception {
        assertThat(CudaAccelerator.kernels(precision).lines().findFirst().orElseThrow())
                .as("gpu/kernels.sh makes them anew")
                .isEqualTo("// sources " + hash(sources()));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "SINGLE, sm_80", "SINGLE, sm_86", "SINGLE, sm_89", "SINGLE, sm_90",
        "DOUBLE, sm_80", "DOUBLE, sm_86", "DOUBLE, sm_89", "DOUBLE, sm_90"
    })
    void every_kernel_assembles_and_keeps_its_numbers_in_registers(Precision precision, String card)
            throws IOException {
        String report = assembled(CudaAccelerator.kernels(precision), card);
        Path folder = Files.createDirectories(Path.of("target", "kernels"));
        Files.writeString(folder.resolve(precision + "-" + card + ".txt"), report); // to be looked at
        for (Kernel kernel : Kernel.values()) {
            assertThat(report).contains("Compiling entry function '" + kernel.symbol() + "' for '" + card + "'");
        }
        assertThat(SPILLS.matcher(report).results().map(spill -> spill.group(1)).distinct())
                .containsExactly("0");
    }

    @Test
    void what_is_no_kernel_is_refused() {
        String faulty = CudaAccelerator.kernels(Precision.SINGLE).replaceFirst("ld\\.param\\.f64", "ld.param.f65");
        assertThatThrownBy(() -> assembled(faulty, "sm_80"))
                .isInstanceOf(CudaException.class)
                .hasMessageContaining(
                        nvPTXCompileResult.stringFor(nvPTXCompileResult.NVPTXCOMPILE_ERROR_COMPILATION_FAILURE));
    }

    /** Assembles PTX for a card and returns what each kernel takes. */
    private static String assembled(String ptx, String card) {
        JNvPTXCompiler.setExceptionsEnabled(true);
        nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
        byte[] text = Arrays.copyOf(ptx.getBytes(StandardCharsets.US_ASCII), ptx.length() + 1);
        JNvPTXCompiler.nvPTXCompilerCreate(compiler, text.length, text);
        try {
            String[] options = {"--gpu-name=" + card, "--verbose"};
            JNvPTXCompiler.nvPTXCompilerCompile(compiler, options.length, options);
            long[] size = new long[1];
            JNvPTXCompiler.nvPTXCompilerGetInfoLogSize(compiler, size);
            byte[] log = new byte[(int) size[0] + 1];
            JNvPTXCompiler.nvPTXCompilerGetInfoLog(compiler, log);
            return new String(log, StandardCharsets.US_ASCII);
        } finally {
            JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
        }
    }
}
