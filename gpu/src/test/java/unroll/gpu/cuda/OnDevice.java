package unroll.gpu.cuda;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import unroll.engine.ReferenceVectorsTest;
import unroll.engine.backend.Backend;
import unroll.engine.backend.BackendContract;
import unroll.engine.backend.Precision;

/** What every backend must do, done by the kernels on a device. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnDevice extends BackendContract {
    private final Backend backend;

    OnDevice(Backend backend) {
        this.backend = backend;
    }

    @Override
    protected Backend backend() {
        return backend;
    }

    private boolean single() {
        return backend.precision() == Precision.SINGLE;
    }

    /** Half the distance of neighbours around 1. */
    @Override
    protected double roundoff() {
        return single() ? 0x1p-24 : 0x1p-53;
    }

    @Override
    protected double functionError() {
        return single() ? 4e-7 : 8 * roundoff();
    }

    @TestFactory
    Stream<DynamicTest> reference_vectors_agree_in_double() throws IOException {
        return single() ? Stream.empty() : ReferenceVectorsTest.agreed(List.of(backend));
    }
}
