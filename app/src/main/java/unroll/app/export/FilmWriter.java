package unroll.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import unroll.app.background.BackgroundTask;
import unroll.app.export.FilmFile.Frame;
import unroll.app.picture.Pose;
import unroll.engine.file.AtomicFile;

/** Writes a film on a thread that may wait: between two frames the window goes on, and at the end there is a whole file or none. */
final class FilmWriter {
    private final Executor window;

    /** @param window the thread that may draw */
    FilmWriter(Executor window) {
        this.window = window;
    }

    /**
     * Films a reel.
     *
     * @param task receives how many frames are written, and can end it before the next one
     * @throws CancellationException where it was cancelled; nothing is left of the file
     */
    void write(Reel reel, FilmFormat format, Path file, BackgroundTask task) {
        AtomicFile.fill(file, part -> {
            try (FilmFile film = format.open(part)) {
                for (int i = 0; i < reel.frames(); i++) {
                    if (task.isUnwanted()) {
                        throw new CancellationException("the film was cancelled");
                    }
                    task.tell(
                            (double) i / reel.frames(),
                            "frame " + (i + 1) + " of " + reel.frames() + " \u00b7 " + file.getFileName());
                    film.add(frame(reel, i, format.scale()));
                }
                film.finish();
            }
        });
    }

    private Frame frame(Reel reel, int number, double pixels) throws IOException {
        Runnable show = reel.prepare(number);
        return onWindow(() -> {
            show.run();
            PicturePage page = reel.page();
            page.arrange();
            return Pose.during(page, pixels, () -> frame(Studio.snapshot(page, pixels)));
        });
    }

    private static Frame frame(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] all = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), all, 0, width);
        return new Frame(width, height, all);
    }

    private <T> T onWindow(Supplier<T> work) throws IOException {
        try {
            return CompletableFuture.supplyAsync(work, window).join();
        } catch (CompletionException e) {
            throw new IOException("a frame could not be drawn: " + e.getCause(), e);
        }
    }
}
