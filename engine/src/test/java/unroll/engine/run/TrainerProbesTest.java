package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Prober;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.probe.Subscription;

/** What views ask of a network while it is trained: answers come at all times, and nobody holds the training up. */
@Timeout(120)
class TrainerProbesTest {
    private static final long ENDLESS = 1_000_000_000;

    @TempDir
    Path runs;

    @Test
    void probes_are_answered_while_paused_and_while_running() throws InterruptedException {
        SnapshotLog log = new SnapshotLog();
        BlockingQueue<SequenceAnswer> answers = new LinkedBlockingQueue<>();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", ENDLESS), runs, log)) {
            Subscription subscription = trainer.watch(new SequenceProbe(3, 2), answers::add);
            SequenceAnswer ready = next(answers);
            assertThat(ready.update()).isZero();
            assertThat(ready.sequence()).isEqualTo(3);
            SmallRun.step(trainer, log, 4);
            SequenceAnswer paused = next(answers);
            while (paused.update() < 4) {
                paused = next(answers);
            }
            assertThat(answers.poll(300, TimeUnit.MILLISECONDS))
                    .as("nothing new, nothing told")
                    .isNull();
            trainer.play();
            long later = next(answers).update();
            assertThat(next(answers).update()).isGreaterThan(later);
            subscription.close();
            subscription.close();
            long update = log.last().update();
            log.await(s -> s.update() > update + 50);
            answers.clear();
            assertThat(answers.poll(300, TimeUnit.MILLISECONDS))
                    .as("closed, nothing more is told")
                    .isNull();
        }
    }

    @Test
    void closing_one_of_two_equal_subscriptions_leaves_the_other() throws InterruptedException {
        BlockingQueue<SequenceAnswer> answers = new LinkedBlockingQueue<>();
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", ENDLESS), runs, log)) {
            SequenceProbe probe = new SequenceProbe(0, 1);
            java.util.function.Consumer<SequenceAnswer> receiver = answers::add;
            Subscription first = trainer.watch(probe, receiver);
            trainer.watch(probe, receiver);
            first.close();
            first.close();
            SmallRun.step(trainer, log, 1);
            assertThat(next(answers)).isNotNull();
        }
    }

    @Test
    void a_probe_that_fails_leaves_the_others_their_answers() throws InterruptedException {
        BlockingQueue<SequenceAnswer> answers = new LinkedBlockingQueue<>();
        AtomicInteger failures = new AtomicInteger();
        SnapshotLog log = new SnapshotLog();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> failures.incrementAndGet());
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", ENDLESS), runs, log)) {
            Probe<Integer> faulty = replica -> {
                throw new IllegalStateException("a view's fault");
            };
            trainer.watch(faulty, answer -> {});
            trainer.watch(new SequenceProbe(0, 1), answers::add);
            for (int i = 1; i <= 3; i++) {
                SmallRun.step(trainer, log, 1);
                while (next(answers).update() < i) {}
            }
            assertThat(failures.get()).isPositive();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void a_receiver_that_hangs_stops_neither_the_updates_nor_the_end() throws InterruptedException {
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SnapshotLog log = new SnapshotLog();
        Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", ENDLESS), runs, log);
        trainer.watch(new SequenceProbe(0, 1), answer -> {
            hung.countDown();
            await(release);
        });
        trainer.play();
        assertThat(hung.await(60, TimeUnit.SECONDS)).isTrue();
        long update = log.last().update();
        log.await(s -> s.update() > update + 100);
        trainer.close();
        assertThat(log.last().state()).isEqualTo(State.CLOSED);
        assertThat(log.last().savedUpdate()).isEqualTo(log.last().update());
        release.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void with_no_view_open_no_copy_is_made() {
        try (Training training = new Training(SmallRun.experiment("single", 10));
                Prober prober = new Prober(training.replica(), () -> {})) {
            assertThat(prober.wanted()).isFalse();
            assertThat(prober.offer(training)).isFalse();
            Subscription subscription = prober.watch(replica -> 1, answer -> {}, () -> true);
            assertThat(prober.wanted()).isTrue();
            assertThat(prober.offer(training)).isTrue();
            subscription.close();
            assertThat(prober.wanted()).isFalse();
            assertThat(prober.offer(training)).isFalse();
        }
    }

    @Test
    void while_no_view_has_use_for_an_answer_none_is_computed_and_the_newest_comes_at_last()
            throws InterruptedException {
        BlockingQueue<Long> answers = new LinkedBlockingQueue<>();
        AtomicInteger computed = new AtomicInteger();
        AtomicBoolean ready = new AtomicBoolean();
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", ENDLESS), runs, log)) {
            Probe<Long> counting = replica -> {
                computed.incrementAndGet();
                return replica.update();
            };
            trainer.watch(counting, answers::add, ready::get);
            SmallRun.step(trainer, log, 5);
            Thread.sleep(100);
            assertThat(computed).hasValue(0);
            ready.set(true);
            assertThat(answers.poll(60, TimeUnit.SECONDS)).isEqualTo(5);
            assertThat(computed).hasValue(1);
        }
    }

    private static SequenceAnswer next(BlockingQueue<SequenceAnswer> answers) throws InterruptedException {
        return Optional.ofNullable(answers.poll(60, TimeUnit.SECONDS)).orElseThrow();
    }
}
