package unroll.app.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import unroll.app.view.LiveAnswer;
import unroll.app.view.Throttled;
import unroll.engine.probe.Probe;

/** Has asked of the open run what the views that are seen want to know, each question once; on the window's thread. */
final class Questions {
    /** A question, and the views that wait for its answer. */
    private record Wanted(Probe<? extends LiveAnswer> probe, List<LiveSeat<?>> seats) {
        boolean expensive() {
            return seats.stream().allMatch(LiveSeat::expensive);
        }
    }

    private final RunNews news;
    private final List<LiveSeat<?>> seats;
    private final Map<Wanted, LiveQuestion> asked = new HashMap<>();
    private @Nullable RunSession run;

    /** Expensive questions that are asked at present; read by the thread that answers. */
    private volatile int throttled;

    Questions(RunNews news, List<LiveSeat<?>> seats) {
        this.news = news;
        this.seats = seats;
        seats.forEach(seat -> seat.whenOther(this::renew));
        news.runningProperty().subscribe(this::rested);
    }

    /** Asks this run from now on, or with null nobody. */
    void ask(@Nullable RunSession other) {
        close(any -> true);
        run = other;
        renew();
    }

    /** The last look at a network that trained was perhaps one without what is expensive. */
    private void rested() {
        if (!news.runningProperty().get()) {
            close(Wanted::expensive);
            renew();
        }
    }

    private void renew() {
        RunSession now = run;
        if (now == null) {
            return;
        }
        List<Wanted> wanted = wanted();
        close(one -> !wanted.contains(one));
        wanted.forEach(one -> asked.computeIfAbsent(one, other -> ask(now, one, one.probe())));
        throttled = (int) wanted.stream().filter(Wanted::expensive).count();
    }

    private List<Wanted> wanted() {
        Map<Probe<? extends LiveAnswer>, List<LiveSeat<?>>> waiting = new LinkedHashMap<>();
        for (LiveSeat<?> seat : seats) {
            seat.question()
                    .ifPresent(probe -> waiting.computeIfAbsent(probe, first -> new ArrayList<>())
                            .add(seat));
        }
        return waiting.entrySet().stream()
                .map(entry -> new Wanted(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private void close(Predicate<Wanted> which) {
        asked.entrySet().removeIf(entry -> {
            boolean goes = which.test(entry.getKey());
            if (goes) {
                entry.getValue().close();
            }
            return goes;
        });
    }

    private <A extends LiveAnswer> LiveQuestion ask(RunSession now, Wanted wanted, Probe<A> probe) {
        return new LiveQuestion(
                now,
                wanted.expensive() ? new Throttled<>(probe, now::resting, () -> throttled, System::nanoTime) : probe,
                answer -> show(wanted, answer));
    }

    /** An answer that is asked for only now and then is the newest only where no other is. */
    private void show(Wanted wanted, LiveAnswer answer) {
        wanted.seats().forEach(seat -> seat.show(answer));
        if (!wanted.expensive() || asked.keySet().stream().allMatch(Wanted::expensive)) {
            news.see(answer.update());
        }
    }
}
