package unroll.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.scene.Node;
import unroll.app.control.Card;
import unroll.app.control.OverTime;
import unroll.app.control.Played;
import unroll.app.picture.Past;
import unroll.app.picture.Pose;

/**
 * A card of the window that can be exported.
 *
 * @param card as it stands in the window
 * @param past what is remembered of what it shows
 */
record ExportSubject(Card card, Past past) {
    /** All cards that are seen in a part of the window. */
    static List<ExportSubject> in(Node root, Past past) {
        List<ExportSubject> found = new ArrayList<>();
        Pose.each(root, node -> {
            if (node instanceof Card card && card.getWidth() > 0 && card.getHeight() > 0) {
                found.add(new ExportSubject(card, past));
            }
        });
        return found;
    }

    String name() {
        return card.titleProperty().get();
    }

    /** What of the card moves through time steps. */
    Optional<OverTime> overSteps() {
        List<OverTime> found = new ArrayList<>();
        Pose.each(card, node -> {
            if (node instanceof OverTime view && view.steps() > 1) {
                found.add(view);
            }
        });
        return found.stream().findFirst();
    }

    /** What of the card is music. */
    Optional<Played> played() {
        List<Played> found = new ArrayList<>();
        Pose.each(card, node -> {
            if (node instanceof Played view && view.plays()) {
                found.add(view);
            }
        });
        return found.stream().findFirst();
    }

    /** A caption of it with the time step that is marked, where one is. */
    Caption at(Caption caption) {
        return overSteps()
                .map(view -> caption.at(view.timeProperty().get() + 1, view.steps()))
                .orElse(caption);
    }

    /** Whether the card was other at earlier updates. */
    private boolean overUpdates() {
        return past.shows(card) && past.updates(card).size() > 1;
    }

    /** What a film of it can go along; none where nothing moves. */
    List<FilmAxis> axes() {
        List<FilmAxis> axes = new ArrayList<>();
        overSteps().ifPresent(view -> axes.add(FilmAxis.TIME_STEPS));
        if (overUpdates()) {
            axes.add(FilmAxis.TRAINING);
        }
        return axes;
    }

    /** The kinds of files that it can become. */
    List<ExportFormat> formats() {
        return ExportFormat.all().stream().filter(one -> one.possible(this)).toList();
    }

    /** The places along an axis at which there is a frame: time steps from 1, or updates. */
    List<Long> places(FilmAxis axis) {
        return switch (axis) {
            case TIME_STEPS ->
                LongStream.rangeClosed(1, overSteps().map(OverTime::steps).orElse(0))
                        .boxed()
                        .toList();
            case TRAINING -> past.updates(card);
        };
    }
}
