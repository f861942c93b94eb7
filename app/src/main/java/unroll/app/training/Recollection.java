package unroll.app.training;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import unroll.app.training.TrainingController.Surroundings;
import unroll.app.view.LiveAnswer;
import unroll.engine.probe.Probe;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Trainer;

/**
 * Has a view that draws the past take in what each remembered state of the open run answers: one state after the other, in the
 * background and as long as somebody sees the view. On the window's thread.
 *
 * @param <A> the answers
 */
final class Recollection<A extends LiveAnswer> {
    /** While the network trains so many times as long goes by after an answer as it took: a sixtieth of one core's time. */
    private static final long PAUSE = 59;

    private final LiveSeat<A> seat;
    private final RunNews news;
    private final OpenRun run;
    private final Surroundings around;

    /** The updates that have been asked, under the question of {@link #asked}. */
    private final Set<Long> known = new HashSet<>();

    private @Nullable Asked<A> asked;

    /** Whether a state is being asked. */
    private boolean busy;

    /** What is asked of which run. */
    private record Asked<A>(RunFolder folder, Probe<A> question, RememberedNetwork<A> network) {
        boolean is(RunFolder otherFolder, Probe<A> otherQuestion) {
            return folder.path().equals(otherFolder.path()) && question.equals(otherQuestion);
        }
    }

    Recollection(LiveSeat<A> seat, RunNews news, OpenRun run, Surroundings around) {
        this.seat = seat;
        this.news = news;
        this.run = run;
        this.around = around;
        seat.whenOtherPast(this::renew);
        news.historyProperty().subscribe(this::renew);
    }

    /** Another run is open, of which the view knows nothing. */
    void begin() {
        asked = null;
        known.clear();
    }

    private void renew() {
        if (!busy) {
            askNext();
        }
    }

    private void askNext() {
        Optional<Asked<A>> now = wanted();
        Optional<Long> next = now.flatMap(one -> news.historyProperty().get().stream()
                .filter(update -> !known.contains(update))
                .findFirst());
        busy = next.isPresent();
        next.ifPresent(update -> around.work().execute(() -> ask(now.orElseThrow(), update)));
    }

    /** The question at present; of another one than before no update is known. */
    private Optional<Asked<A>> wanted() {
        Optional<RunFolder> folder = run.trainer().map(Trainer::folder);
        Optional<Probe<A>> question = seat.past();
        if (folder.isEmpty() || question.isEmpty()) {
            return Optional.empty();
        }
        Asked<A> before = asked;
        if (before == null || !before.is(folder.get(), question.get())) {
            known.clear();
            before = new Asked<>(folder.get(), question.get(), new RememberedNetwork<>(folder.get(), question.get()));
            asked = before;
        }
        return Optional.of(before);
    }

    /** On a thread that may wait. */
    private void ask(Asked<A> whom, long update) {
        long began = System.nanoTime();
        Optional<A> answer;
        try {
            answer = Optional.of(whom.network().at(update));
        } catch (RunException thinnedOut) { // since the history was read; it has neighbours
            answer = Optional.empty();
        }
        long took = System.nanoTime() - began;
        Optional<A> found = answer;
        around.window().execute(() -> take(whom, update, found, took));
    }

    private void take(Asked<A> whom, long update, Optional<A> answer, long took) {
        if (whom.equals(asked)) {
            known.add(update);
            answer.ifPresent(seat::recall);
        }
        if (news.runningProperty().get()) {
            CompletableFuture.delayedExecutor(PAUSE * took, TimeUnit.NANOSECONDS, around.window())
                    .execute(this::askNext);
        } else {
            askNext();
        }
    }
}
