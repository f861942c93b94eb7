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

/** Matrix products by OpenBLAS, called on heap arrays without a copy; one thread each. */
final class OpenBlas implements Blas {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    /** Processors for which OpenBLAS has kernels that multiply small matrices without packing them first. */
    private static final Set<String> UNPACKED = Set.of("SkylakeX", "Cooperlake", "SapphireRapids");

    private final String description;
    private final boolean blocks;

    private OpenBlas(String description) {
        this.description = description;
        blocks = UNPACKED.contains(description.substring(description.lastIndexOf(' ') + 1));
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

    @Override
    public void product(FloatCells a, boolean transposeA, FloatCells b, boolean transposeB, float beta, FloatCells c) {
        int m = c.rows();
        int n = c.columns();
        int k = transposeA ? a.rows() : a.columns();
        boolean whole = !blocks || transposeB || Blocks.small(m, n, k);
        int rows = whole ? m : Blocks.rows(m);
        int columns = whole ? n : Blocks.columns(n, rows);
        int depth = whole ? k : Blocks.depth(k, rows, columns);
        int ta = transposeA ? TRANSPOSED : PLAIN;
        int tb = transposeB ? TRANSPOSED : PLAIN;
        try {
            for (int p = 0; p < k; p += depth) {
                float add = p == 0 ? beta : 1;
                int ks = Math.min(depth, k - p);
                for (int i = 0; i < m; i += rows) {
                    MemorySegment x = a.slices.from(transposeA ? p * m + i : i * k + p);
                    int ms = Math.min(rows, m - i);
                    for (int j = 0; j < n; j += columns) {
                        MemorySegment y = b.slices.from(p * n + j);
                        MemorySegment z = c.slices.from(i * n + j);
                        int ns = Math.min(columns, n - j);
                        Calls.SGEMM.invokeExact(
                                ROW_MAJOR, ta, tb, ms, ns, ks, 1f, x, a.columns(), y, b.columns(), add, z, n);
                    }
                }
            }
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS failed", e);
        }
    }

    @Override
    public void product(
            DoubleCells a, boolean transposeA, DoubleCells b, boolean transposeB, double beta, DoubleCells c) {
        int m = c.rows();
        int n = c.columns();
        int k = transposeA ? a.rows() : a.columns();
        boolean whole = !blocks || transposeB || Blocks.small(m, n, k);
        int rows = whole ? m : Blocks.rows(m);
        int columns = whole ? n : Blocks.columns(n, rows);
        int depth = whole ? k : Blocks.depth(k, rows, columns);
        int ta = transposeA ? TRANSPOSED : PLAIN;
        int tb = transposeB ? TRANSPOSED : PLAIN;
        try {
            for (int p = 0; p < k; p += depth) {
                double add = p == 0 ? beta : 1;
                int ks = Math.min(depth, k - p);
                for (int i = 0; i < m; i += rows) {
                    MemorySegment x = a.slices.from(transposeA ? p * m + i : i * k + p);
                    int ms = Math.min(rows, m - i);
                    for (int j = 0; j < n; j += columns) {
                        MemorySegment y = b.slices.from(p * n + j);
                        MemorySegment z = c.slices.from(i * n + j);
                        int ns = Math.min(columns, n - j);
                        Calls.DGEMM.invokeExact(
                                ROW_MAJOR, ta, tb, ms, ns, ks, 1d, x, a.columns(), y, b.columns(), add, z, n);
                    }
                }
            }
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS failed", e);
        }
    }

    /** The native functions, linked when first used; constants, so that C2 inlines the calls. */
    private static final class Calls {
        static final MethodHandle SGEMM = gemm("cblas_sgemm", JAVA_FLOAT);
        static final MethodHandle DGEMM = gemm("cblas_dgemm", JAVA_DOUBLE);

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
