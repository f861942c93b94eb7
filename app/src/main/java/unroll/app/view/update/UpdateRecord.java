package unroll.app.view.update;

import java.util.List;
import unroll.app.view.LiveAnswer;
import unroll.engine.record.Diagnostics;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.TrainingCurves;
import unroll.engine.run.Snapshot;

/**
 * What a run has recorded of the inside of its updates.
 *
 * @param update updates made
 * @param inner the inner iterations of the update under way, or of the last one
 * @param inside the readings of the optimiser; the run adds to it
 * @param readings those of its readings that there are now
 * @param curves what each update cost
 */
public record UpdateRecord(
        long update, InnerLoop inner, Diagnostics inside, Diagnostics.Readings readings, TrainingCurves curves)
        implements LiveAnswer {
    /** Of no run. */
    public static final UpdateRecord NONE = of(0, InnerLoop.NONE, new Diagnostics(List.of()), new TrainingCurves(0));

    /** From the newest snapshot of a trainer. */
    public static UpdateRecord of(Snapshot snapshot) {
        return of(snapshot.update(), snapshot.inner(), snapshot.diagnostics(), snapshot.curves());
    }

    private static UpdateRecord of(long update, InnerLoop inner, Diagnostics inside, TrainingCurves curves) {
        return new UpdateRecord(update, inner, inside, inside.readings(), curves);
    }

    /** Whether the optimiser has readings of its updates at all. */
    boolean hasReadings() {
        return !inside.gauges().isEmpty();
    }

    /** The iterations of the chosen update; where none is chosen, with 0, those under way, or else of the last. */
    InnerLoop loop(long chosen) {
        boolean live = inner.size() > 0 && (chosen == 0 || chosen == inner.update());
        long wanted = chosen == 0 ? update : chosen;
        return live ? inner : inside.loop(wanted).orElseGet(() -> InnerLoop.none(wanted));
    }

    /** Whether its updates have inner iterations. */
    boolean iterates() {
        return loop(0).size() > 0;
    }

    /** The row of an update, or of the last for 0; -1 where it has none. */
    int row(long update) {
        int row = readings.size() - 1;
        while (update > 0 && row >= 0 && readings.update(row) > update) {
            row--;
        }
        return row >= 0 && (update == 0 || readings.update(row) == update) ? row : -1;
    }
}
