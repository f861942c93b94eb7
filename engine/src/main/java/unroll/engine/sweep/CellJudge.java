package unroll.engine.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.Expenses;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.setting.Decimal;

/** Judges a run that rests by what lies on the disk, so that it does not matter how often it was left. */
final class CellJudge {
    private final Trainer trainer;
    private final CellWatch watch;
    private final Stop stop;

    CellJudge(Trainer trainer, CellWatch watch, Stop stop) {
        this.trainer = trainer;
        this.watch = watch;
        this.stop = stop;
    }

    CellResult judge(Snapshot rest) {
        Expenses cost = trainer.folder().expenses();
        if (cost.updates() < rest.update()) { // more, where an update was taken back
            return CellResult.failed(rest.trouble().orElse("its metrics are not on the disk"));
        }
        Optional<Expenses.Test> solved = rest.state() == State.DIVERGED
                ? Optional.empty()
                : cost.tests().stream().filter(watch::solvedBy).findFirst();
        Outcome outcome = rest.state() == State.DIVERGED
                ? Outcome.DIVERGED
                : solved.isPresent()
                        ? Outcome.SOLVED
                        : trainer.task().successRule().isEmpty() ? Outcome.FINISHED : Outcome.NOT_SOLVED;
        List<BaselineScores> baselines = trainer.baselines();
        return new CellResult(
                outcome,
                outcome == Outcome.SOLVED ? "" : reason(rest, cost),
                cost.updates(),
                watch.minibatches(cost.evaluations()),
                solved.map(Expenses.Test::update).orElse(-1L),
                solved.map(test -> watch.minibatches(test.evaluations())).orElse(-1.0),
                cost.seconds(),
                cost.tests().isEmpty() ? List.of() : cost.tests().getLast().scores(),
                baselines.isEmpty() ? "" : baselines.getFirst().name(),
                baselines.isEmpty()
                        ? List.of()
                        : Arrays.stream(baselines.getFirst().scores()).boxed().toList(),
                trainer.backend());
    }

    private String reason(Snapshot rest, Expenses cost) {
        if (rest.state() == State.DIVERGED) {
            return CellResult.plain(rest.trouble().orElse("it diverged"));
        }
        if (watch.tooMany(cost.evaluations())) {
            return "more than " + Decimal.text(stop.minibatches()) + " minibatches";
        }
        if (watch.tooLong(cost.seconds())) {
            return "more than " + Decimal.text(stop.seconds()) + " s";
        }
        return String.format(Locale.ROOT, "all %d updates made", cost.updates());
    }
}
