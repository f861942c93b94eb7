package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.model.Gru;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.model.TensorRnn;
import unroll.engine.model.ThesisLstm;
import unroll.engine.optim.Adam;
import unroll.engine.optim.ConjugateGradients;
import unroll.engine.optim.Lbfgs;
import unroll.engine.optim.Nesterov;
import unroll.engine.optim.Optimiser;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.optim.OriginalNesterov;
import unroll.engine.optim.Ridge;
import unroll.engine.problem.Problem;
import unroll.engine.setting.Schedule;
import unroll.engine.task.Addition;
import unroll.engine.task.BouncingBalls;
import unroll.engine.task.Task;

/** Work that repeats per update allocates nothing, on the thread that trains and on those that help it. */
@Order(1) // it takes longest
class AllocationTest {
    /** After so many the native calls are compiled; the interpreter allocates their arguments. */
    private static final int WARM_UP = 2_000;

    private static final int UPDATES = 1_000;
    private static final int ROUNDS = 4;

    /**
     * The smallest object has 16 bytes, so one a update would be 16,000 bytes. A tenth of that is left to what comes once:
     * a class that is loaded late, a thread's first park.
     */
    private static final long ALLOWED = 16 * UPDATES / 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest(name = "{0}")
    @EnumSource(Precision.class)
    void an_update_allocates_nothing_on_any_thread(Precision precision) {
        OptimiserSettings nesterov =
                new Nesterov(Schedule.parse("0: 1e-4, 10: 1e-5"), Schedule.constant(0.9), Schedule.constant(1));
        check(precision, new Addition(10).open(), nesterov);
        check(precision, new BouncingBalls(1, 5, 4, 1.2).open(), nesterov);
        check(
                precision,
                new Addition(10).open(),
                new Adam(
                        Schedule.parse("0: 1e-4, 10: 1e-5"),
                        Schedule.parse("0: 0.5, 9: 0.9"),
                        Schedule.constant(0.99),
                        1e-8,
                        Schedule.constant(1)));
        check(precision, new Addition(10).open(), new OriginalNesterov(true, 3));
        check(precision, new Addition(10).open(), new Lbfgs(3, 5, 0.9, 2));
        check(precision, new Addition(10).open(), new ConjugateGradients(0, 1, 5, 0.1, 2));
        check(precision, new Addition(10).open(), new Ridge(Schedule.constant(1e-3), 3));
    }

    private void check(Precision precision, Task task, OptimiserSettings settings) {
        Backend backend = CpuBackend.of(precision);
        Model model = new StandardRnn(5, Activation.TANH).model(task.inputs(), task.outputs());
        try (Workers workers = new Workers(2)) {
            var objective = new ShardedObjective(
                    backend, new Problem(task, model), new ThroughTime(), Regularisation.NONE, 26, 1, workers);
            Optimiser optimiser = settings.optimiser(objective);
            Buffer theta = backend.allocate(1, model.layout().size());
            long[] spent = spent(workers, update -> optimiser.step(theta, update));
            assertThat(max(spent))
                    .as(
                            "bytes of the thread that allocated most, %s, %s",
                            task.getClass().getSimpleName(), settings)
                    .isLessThan(ALLOWED);
        }
    }

    static Stream<ModelSettings> models() {
        return Stream.of(
                new StandardLstm(4),
                new ThesisLstm(3, 4),
                new Gru(4),
                new MultiplicativeRnn(4, 3, Activation.TANH),
                new TensorRnn(3, Activation.TANH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void a_gradient_and_a_curvature_product_of_any_model_allocate_nothing(ModelSettings settings) {
        Task task = new Addition(10).open();
        Backend backend = CpuBackend.of(Precision.SINGLE);
        Model model = settings.model(task.inputs(), task.outputs());
        try (Workers workers = new Workers(2)) {
            var objective = new ShardedObjective(
                    backend, new Problem(task, model), new ThroughTime(), Regularisation.NONE, 26, 1, workers);
            Buffer theta = backend.allocate(1, model.layout().size());
            Buffer product = backend.allocate(1, model.layout().size());
            GaussNewton curvature = objective.whole().curvature().require("This test");
            long[] spent = spent(workers, update -> {
                objective.draw(update);
                objective.whole().gradient(theta, product);
                curvature.product(theta, 0.1, product);
            });
            assertThat(max(spent)).isLessThan(ALLOWED);
        }
    }

    @Test
    void a_piece_that_allocates_is_seen_on_whichever_thread_does_it() {
        try (Workers workers = new Workers(2)) {
            Object[] kept = new Object[2];
            CyclicBarrier all = new CyclicBarrier(2); // no thread can do two pieces
            long[] spent = spent(
                    workers,
                    update -> workers.run(2, piece -> {
                        kept[piece] = new byte[1];
                        await(all);
                    }));
            assertThat(Arrays.stream(spent).filter(bytes -> bytes > 9 * ALLOWED).count())
                    .as("threads that were seen to allocate")
                    .isEqualTo(2);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Bytes that each of two workers, this thread among them, allocated over the updates of one round after the warm-up: each thread's least of
     * several rounds, until none allocated. What an update allocates is there in every round; what a late compilation or an
     * unwound one costs is not.
     */
    private long[] spent(Workers workers, LongConsumer update) {
        for (int i = 0; i < WARM_UP; i++) {
            update.accept(i);
        }
        long[] ids = new long[2];
        CyclicBarrier all = new CyclicBarrier(ids.length); // no thread can do two pieces
        workers.run(ids.length, piece -> {
            ids[piece] = Thread.currentThread().threadId();
            await(all);
        });
        threads.getThreadAllocatedBytes(ids);
        long[] least = new long[ids.length];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS && max(least) >= ALLOWED; round++) {
            long[] before = threads.getThreadAllocatedBytes(ids);
            for (int i = 0; i < UPDATES; i++) {
                update.accept(WARM_UP + (long) round * UPDATES + i);
            }
            long[] after = threads.getThreadAllocatedBytes(ids);
            Arrays.setAll(least, i -> Math.min(least[i], after[i] - before[i]));
        }
        return least;
    }

    private static long max(long[] bytes) {
        return Arrays.stream(bytes).max().orElseThrow();
    }
}
