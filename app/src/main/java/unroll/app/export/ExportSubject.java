package unroll.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import unroll.app.control.Card;
import unroll.app.control.OverTime;
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

    /** Whether the card was other at earlier updates. */
    private boolean overUpdates() {
        return past.updates().size() > 1 && past.shows(card);
    }

    List<FilmAxis> spans() {
        List<FilmAxis> spans = new ArrayList<>();
        overSteps().ifPresent(view -> spans.add(FilmAxis.STEPS));
        if (overUpdates()) {
            spans.add(FilmAxis.UPDATES);
        }
        return spans;
    }

    List<Format> formats() {
        List<Format> formats = new ArrayList<>(List.of(Format.PNG, Format.SVG));
        if (!Studio.tables(card).isEmpty()) {
            formats.add(Format.CSV);
        }
        if (!spans().isEmpty()) {
            formats.addAll(List.of(Format.GIF, Format.MP4));
        }
        return formats;
    }

    /** The places along a span at which there is a frame: time steps from 1, or updates. */
    List<Long> places(FilmAxis span) {
        return switch (span) {
            case STEPS -> {
                List<Long> steps = new ArrayList<>();
                for (long step = 1; step <= overSteps().map(OverTime::steps).orElse(0); step++) {
                    steps.add(step);
                }
                yield steps;
            }
            case UPDATES -> past.updates();
        };
    }
}
