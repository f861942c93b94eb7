package unroll.app.export;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import unroll.app.control.Numbers;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/** A film along time steps or along the training. */
sealed interface FilmFormat extends ExportFormat, PictureFormat permits GifFormat, Mp4Format {
    /** Describes what the film goes along. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @Setting(
            label = "Along",
            help = "Time steps: the sequence, step by step. Training: the same step of the network at all updates that"
                    + " are remembered.",
            initial = "time-steps")
    @interface Along {}

    /** Describes the place of the first frame. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @Setting(label = "From", help = "The first time step, from 1, or the first update.", initial = "0", min = 0)
    @interface First {}

    /** Describes the place of the last frame. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @Setting(label = "To", help = "The last time step or update.", initial = "0", min = 0)
    @interface Last {}

    /** Describes how fast the film is. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @Setting(label = "Frames a second", help = "How fast the film is.", initial = "10", min = 1, max = 30)
    @interface Speed {}

    FilmAxis along();

    long from();

    long to();

    int framesPerSecond();

    int scale();

    /** Opens such a film to be written. */
    FilmFile open(Path file) throws IOException;

    /** The places at which there is a frame. */
    default List<Long> places(ExportSubject subject) {
        return between(subject.places(along()));
    }

    /** Those of all places that lie between the first frame and the last. */
    default List<Long> between(List<Long> all) {
        return all.stream().filter(place -> place >= from() && place <= to()).toList();
    }

    @Override
    default boolean possible(ExportSubject subject) {
        return !subject.axes().isEmpty();
    }

    /** From the first to the last frame there is, along another axis where there is none along this one. */
    @Override
    default ExportFormat within(ExportSubject subject) {
        FilmAxis axis =
                subject.axes().contains(along()) ? along() : subject.axes().getFirst();
        List<Long> all = subject.places(axis);
        return Schema.<FilmFormat>of(this).with(this, "along", axis).cut(all.getFirst(), all.getLast());
    }

    /** The same film from one place to another. */
    default FilmFormat cut(long first, long last) {
        Schema<FilmFormat> schema = Schema.of(this);
        return schema.with(schema.with(this, "from", first), "to", last);
    }

    @Override
    default String refusal(ExportSubject subject) {
        if (!places(subject).isEmpty()) {
            return "";
        }
        List<Long> all = subject.places(along());
        return "Between these there is no frame; choose from " + Numbers.whole(all.getFirst()) + " to "
                + Numbers.whole(all.getLast()) + ".";
    }

    @Override
    default String summary(ExportSubject subject) {
        int frames = places(subject).size();
        return (frames == 1 ? "1 frame, " : Numbers.whole(frames) + " frames, ")
                + String.format(Locale.ROOT, "%.1f s, ", (double) frames / framesPerSecond())
                + size(subject, scale());
    }
}
