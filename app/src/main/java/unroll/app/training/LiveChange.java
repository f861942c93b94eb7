package unroll.app.training;

import unroll.engine.experiment.Experiment;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;

/** Changes schedules from an update on and leaves what was used before it as it was, so that a run tells its whole story. */
public final class LiveChange {
    private LiveChange() {}

    /** Whether a run that was left after {@code update} would go on with {@code wanted} unchanged. */
    public static boolean none(long update, Experiment used, Experiment wanted) {
        return used.equals(from(update, used, wanted));
    }

    /** The settings {@code wanted}, but with the schedules of {@code used} before {@code update}. */
    static Experiment from(long update, Experiment used, Experiment wanted) {
        if (update == 0
                || !used.optimiser().getClass().equals(wanted.optimiser().getClass())) {
            return wanted;
        }
        OptimiserSettings optimiser = wanted.optimiser();
        for (Field field : Schema.of(optimiser).fields()) {
            if (field.type() == Schedule.class) {
                Schedule past = (Schedule) field.of(used.optimiser());
                Schedule next = (Schedule) field.of(wanted.optimiser());
                optimiser = Schema.of(optimiser).with(optimiser, field.name(), join(update, past, next));
            }
        }
        return wanted.withOptimiser(optimiser);
    }

    /** {@code past} before {@code update}, {@code next} from then on. */
    static Schedule join(long update, Schedule past, Schedule next) {
        if (past.equals(next)) {
            return next;
        }
        Schedule joined =
                past.at(update - 1) == next.at(update) ? until(update, past) : past.from(update, next.at(update));
        for (Schedule.Piece piece : next.pieces()) {
            if (piece.from() > update) {
                joined = joined.from(piece.from(), piece.value());
            }
        }
        return joined;
    }

    private static Schedule until(long update, Schedule past) {
        return new Schedule(
                past.pieces().stream().filter(piece -> piece.from() < update).toList());
    }
}
