package unroll.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;

/** A large square product on every core at once: what the machine can do at best. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LargeProduct {
    /** Rows and columns. */
    static final int SIZE = 1024;

    private final Backend backend = CpuBackend.of(Precision.SINGLE);
    private final Buffer a = backend.allocate(SIZE, SIZE);
    private final Buffer b = backend.allocate(SIZE, SIZE);
    private final Buffer c = backend.allocate(SIZE, SIZE);

    /** One product; JMH runs it on as many threads as it is told. */
    @Benchmark
    public Buffer product() {
        backend.product(a, false, b, false, 0, c);
        return c;
    }
}
