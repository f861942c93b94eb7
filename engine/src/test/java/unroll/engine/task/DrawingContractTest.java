package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/** What every task promises of {@link Task#draw}. */
class DrawingContractTest {
    static List<TaskSettings> tasks() {
        return EveryTask.SMALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    void aSequenceDependsOnItsStreamAloneAndNotOnItsNeighbours(TaskSettings settings) {
        Task task = settings.open();
        Batch together = task.batch(5);
        for (int b : new int[] {3, 0, 4, 2, 1}) {
            draw(task, together, b, b);
        }
        for (int b = 0; b < 5; b++) {
            Batch alone = task.batch(1);
            draw(task, alone, b, 0);
            assertThat(column(together, b)).isEqualTo(column(alone, 0));
            draw(task, cleared(alone), b + 5, 0);
            assertThat(column(together, b))
                    .as("negative control: another stream")
                    .isNotEqualTo(column(alone, 0));
        }
    }

    private static void draw(Task task, Batch batch, long stream, int b) {
        task.draw(
                Split.TRAIN, new Philox(1, Purpose.TRAINING_DATA).restart(1, Purpose.TRAINING_DATA, stream), batch, b);
    }

    private static Batch cleared(Batch batch) {
        batch.clear();
        return batch;
    }

    private static List<Double> column(Batch batch, int b) {
        List<Double> numbers = new ArrayList<>();
        for (int t = 0; t < batch.steps(); t++) {
            for (int i = 0; i < batch.inputs(); i++) {
                numbers.add(batch.input()[batch.inputAt(t, b) + i]);
            }
            for (int o = 0; o < batch.outputs(); o++) {
                numbers.add(batch.target()[batch.targetAt(t, b) + o]);
            }
            numbers.add(batch.weight()[batch.weightAt(t, b)]);
        }
        return numbers;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    void drawingAllocatesNothing(TaskSettings settings) {
        Task task = settings.open();
        Batch batch = task.batch(1);
        Philox random = new Philox(1, Purpose.TRAINING_DATA);
        List<double[]> kept = new ArrayList<>(2000);
        // one object a draw would be at least 16 bytes a draw; the JVM's own bookkeeping is far less than one a draw
        assertThat(allocated(() -> drawAnew(task, batch, random))).isLessThan(16 * 100);
        assertThat(allocated(() -> {
                    drawAnew(task, batch, random);
                    kept.add(new double[1]);
                }))
                .as("negative control: an object a draw")
                .isGreaterThanOrEqualTo(16 * 500);
        assertThat(kept).hasSize(600);
    }

    private static void drawAnew(Task task, Batch batch, Philox random) {
        batch.clear();
        task.draw(Split.TRAIN, random, batch, 0);
    }

    /** Bytes that this thread allocates in 500 runs, after 100 to warm up. */
    private static long allocated(Runnable run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        repeat(run, 100);
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(run, 500);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void repeat(Runnable run, int times) {
        for (int i = 0; i < times; i++) {
            run.run();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    void theTargetsThemselvesScoreNothingOnTheHeadline(TaskSettings settings) {
        Task task = settings.open();
        assertThat(task.metrics()).isNotEmpty();
        assertThat(task.metrics()
                        .getFirst()
                        .score()
                        .of(drawOne(task), drawOne(task).target()))
                .isLessThan(1e-12);
    }

    private static Batch drawOne(Task task) {
        Batch batch = task.batch(1);
        draw(task, batch, 0, 0);
        return batch;
    }
}
