package unroll.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import unroll.engine.loss.Loss;

/** The same gradient by libtorch's own whole-sequence networks; its threads are set by {@code ai.djl.pytorch.num_threads}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LibtorchGradient {
    @Param({"ADDITION", "MUSIC", "VIDEO", "LARGE_BATCH"})
    unroll.bench.Shape shape = unroll.bench.Shape.ADDITION;

    @Param({"RNN", "LSTM", "GRU"})
    PeerCell cell = PeerCell.RNN;

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final ParameterStore store = new ParameterStore(manager, false);
    private Block block = new SequentialBlock();
    private NDArray inputs = manager.create(0f);
    private NDArray targets = manager.create(0f);

    /** Makes the network and the batch. */
    @Setup
    public void prepare() {
        block = new SequentialBlock()
                .add(cell.block(shape.hidden))
                .add(Linear.builder().setUnits(shape.outputs).build());
        Shape input = new Shape(shape.steps, shape.batch, shape.inputs);
        block.initialize(manager, DataType.FLOAT32, input);
        block.getParameters().forEach(pair -> pair.getValue().getArray().setRequiresGradient(true));
        inputs = manager.randomUniform(0, 1, input);
        targets = manager.randomUniform(0, 1, new Shape(shape.steps, shape.batch, shape.outputs));
    }

    /** One gradient. */
    @Benchmark
    public float gradient() {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = manager.getEngine().newGradientCollector()) {
            inputs.attach(scope);
            NDArray o = block.forward(store, new NDList(inputs), true).singletonOrThrow();
            NDArray loss = shape.loss == Loss.SQUARED ? squared(o) : crossEntropy(o);
            collector.backward(loss);
            float value = loss.getFloat();
            inputs.attach(manager);
            return value;
        }
    }

    private NDArray squared(NDArray o) {
        return o.sub(targets).square().sum().mul(0.5f / shape.batch);
    }

    private NDArray crossEntropy(NDArray o) {
        NDArray softplus = o.maximum(0).add(o.abs().neg().exp().add(1).log());
        return softplus.sub(o.mul(targets)).sum().div(shape.batch);
    }

    /** Frees what the system holds. */
    @TearDown
    public void close() {
        manager.close();
    }
}
