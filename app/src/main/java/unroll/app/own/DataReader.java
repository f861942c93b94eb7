package unroll.app.own;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.app.fx.AsyncAnswer;
import unroll.engine.record.Failures;
import unroll.engine.series.SeriesTables;
import unroll.engine.table.TableForm;
import unroll.engine.task.OwnSeries;

/**
 * Reads data as settings say, on a thread that may wait: the newest settings count, and what is being read for others is broken off. Tables
 * are read again only where other settings say how.
 */
final class DataReader {
    /** How data are to be read, and whether windows are to fit them. */
    private record Wish(OwnSeries settings, boolean fit) {}

    /** Tables that were read, and how. */
    private record Held(Path path, TableForm form, SeriesTables tables) {
        boolean fits(OwnSeries settings) {
            return path.equals(settings.folder().path()) && form.equals(settings.form());
        }
    }

    private final AsyncAnswer<Wish, Reading> answers;
    private final Object lock = new Object();
    private @Nullable Thread reading;
    private @Nullable Held held;

    /** @param receiver takes what came of the newest settings, on {@code window} */
    DataReader(Executor work, Executor window, Consumer<Reading> receiver) {
        answers = new AsyncAnswer<>(work, this::read, window, (wish, answer) -> receiver.accept(answer));
    }

    /**
     * Reads the data by these settings, and no longer by others.
     *
     * @param fit whether windows are shortened where the series are
     */
    void ask(OwnSeries settings, boolean fit) {
        breakOff();
        answers.ask(new Wish(settings, fit));
    }

    /** Breaks off what is being read. */
    void breakOff() {
        synchronized (lock) {
            if (reading != null) {
                reading.interrupt();
            }
        }
    }

    private Reading read(Wish wish) {
        OwnSeries settings = wish.settings();
        synchronized (lock) {
            reading = Thread.currentThread();
        }
        try {
            return Reading.of(settings, wish.fit(), tables(settings));
        } catch (CancellationException e) {
            return Reading.none(settings, List.of(), "Not read to the end.");
        } catch (RuntimeException | Error refused) { // no memory, perhaps
            return Reading.refused(settings, Failures.sentence(refused));
        } finally {
            synchronized (lock) {
                reading = null;
            }
            Thread.interrupted(); // it may have been asked to end when it had
        }
    }

    private SeriesTables tables(OwnSeries settings) {
        Held now = held;
        if (now == null || !now.fits(settings)) {
            held = null; // the memory is needed for what comes
            now = new Held(
                    settings.folder().path(),
                    settings.form(),
                    SeriesTables.read(settings.folder().path(), settings.form()));
            held = now;
        }
        return now.tables();
    }
}
