package unroll.engine.backend;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Set;

/** OpenBLAS, called on arrays in the heap without a copy; one thread each. */
final class OpenBlas implements Blas {
    static final int ROW_MAJOR = 101;
    static final int PLAIN = 111;
    static final int TRANSPOSED = 112;

    /** Processors for which OpenBLAS has kernels that multiply small matrices without packing them first. */
    private static final Set<String> UNPACKED = Set.of("SkylakeX", "Cooperlake", "SapphireRapids");

    private final String description;
    private final boolean pieces;

    private OpenBlas(String description) {
        this.description = description;
        pieces = UNPACKED.contains(description.substring(description.lastIndexOf(' ') + 1));
    }

    /** The library, or plain Java products whose description says why it could not be loaded. */
    static Blas load() {
        try {
            NativeLibrary.load();
            return new OpenBlas(Calls.describe());
        } catch (IOException | UnsatisfiedLinkError | ExceptionInInitializerError | IllegalCallerException e) {
            return new PlainBlas("OpenBLAS could not be loaded: " + e.getMessage());
        }
    }

    @Override
    public String description() {
        return description;
    }

    /** Whether it is faster in small pieces ({@link Blocks}) than as a whole. */
    boolean pieces() {
        return pieces;
    }

    /** The native functions, linked when first used; constants, so that C2 inlines the calls. */
    static final class Calls {
        static final MethodHandle FLOAT_PRODUCT = gemm("cblas_sgemm", JAVA_FLOAT);
        static final MethodHandle DOUBLE_PRODUCT = gemm("cblas_dgemm", JAVA_DOUBLE);

        private Calls() {}

        private static MethodHandle gemm(String name, MemoryLayout number) {
            FunctionDescriptor signature = FunctionDescriptor.ofVoid(
                    JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, number, ADDRESS, JAVA_INT, ADDRESS,
                    JAVA_INT, number, ADDRESS, JAVA_INT);
            return Linker.nativeLinker().downcallHandle(symbol(name), signature, Linker.Option.critical(true));
        }

        /** Sets the library to one thread, for the callers are the threads, and says what it is. */
        static String describe() {
            Linker linker = Linker.nativeLinker();
            try {
                linker.downcallHandle(symbol("openblas_set_num_threads"), FunctionDescriptor.ofVoid(JAVA_INT))
                        .invokeExact(1);
                return text(linker, "openblas_get_config") + " " + text(linker, "openblas_get_corename");
            } catch (Throwable e) {
                throw new IllegalStateException("OpenBLAS failed", e);
            }
        }

        private static String text(Linker linker, String name) throws Throwable {
            MemorySegment words = (MemorySegment) linker.downcallHandle(symbol(name), FunctionDescriptor.of(ADDRESS))
                    .invokeExact();
            String[] all = words.reinterpret(256).getString(0).split(" ", -1);
            return all.length > 1 ? all[0] + " " + all[1] : all[0];
        }

        private static MemorySegment symbol(String name) {
            return SymbolLookup.loaderLookup()
                    .find(name)
                    .orElseThrow(() -> new UnsatisfiedLinkError("OpenBLAS has no function " + name));
        }
    }
}
