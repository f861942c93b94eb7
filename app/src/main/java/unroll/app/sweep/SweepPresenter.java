package unroll.app.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import unroll.app.control.Numbers;
import unroll.engine.setting.Decimal;
import unroll.engine.sweep.CellProgress;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.Stop;
import unroll.engine.sweep.SweepSnapshot;

/** Writes what an open sweep is and how far it is into the sweep screen's model; on the window's thread. */
final class SweepPresenter {
    private final SweepModel model;
    private final Consumer<String> complain;

    SweepPresenter(SweepModel model, Consumer<String> complain) {
        this.model = model;
        this.complain = complain;
    }

    /** Shows what holds for the whole sweep, and forgets the one before. */
    void introduce(SweepAtHand sweep) {
        Report report = Report.of(sweep.sweep(), sweep.resting());
        model.name.set(sweep.sweep().name());
        model.about.set(sweep.sweep().about());
        model.folder.set(sweep.folder().path().toString());
        model.rule.set(rule(sweep.sweep().stop()));
        model.rows.set(List.of());
        model.results.set(Results.EMPTY);
        model.seeds.set(List.copyOf(report.seeds()));
        model.axes.set(report.axes());
        model.picture.set(0);
        model.changing.set(false);
        model.open.set(true);
    }

    private static String rule(Stop stop) {
        List<String> ends = new ArrayList<>();
        if (stop.whenSolved()) {
            ends.add("until solved");
        }
        if (stop.minibatches() > 0) {
            ends.add("at most " + Numbers.whole(Math.round(stop.minibatches())) + " minibatches");
        }
        if (stop.seconds() > 0) {
            ends.add("at most " + Decimal.text(stop.seconds()) + " s");
        }
        return ends.isEmpty() ? "each makes all its updates" : "each " + String.join(", ", ends);
    }

    /** Shows where the whole stands. */
    void tell(SweepSnapshot snapshot) {
        int runs = snapshot.runs().size();
        model.working.set(snapshot.working());
        model.complete.set(snapshot.complete());
        model.begun.set(snapshot.runs().stream().anyMatch(SweepPresenter::begun));
        model.standing.set(Numbers.whole(snapshot.over()) + " of " + Numbers.whole(runs)
                + (runs == 1 ? " run" : " runs") + " over");
        model.left.set(snapshot.left()
                .map(left -> "about " + Numbers.time(left) + " left")
                .orElse(""));
        model.share.set((double) snapshot.over() / runs);
        String trouble = snapshot.trouble().orElse("");
        boolean worth =
                !trouble.isEmpty() && !trouble.equals(model.troubleProperty().get());
        model.trouble.set(trouble);
        if (worth) {
            complain.accept(trouble);
        }
    }

    private static boolean begun(SweepSnapshot.Run run) {
        return !(run.progress() instanceof CellProgress.Waiting(var left)) || left.isPresent();
    }

    /** Shows where each run stands. */
    void rows(SweepSnapshot snapshot, Stop stop) {
        model.rows.set(
                snapshot.runs().stream().map(run -> SweepRow.of(run, stop)).toList());
    }
}
