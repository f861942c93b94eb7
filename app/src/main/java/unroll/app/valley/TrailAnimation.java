package unroll.app.valley;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Lets the trails grow while they play and are seen; otherwise no timer runs. */
final class TrailAnimation {
    private final ValleyModel model;
    private final Timeline timeline;
    private boolean seen;

    TrailAnimation(ValleyModel model) {
        this.model = model;
        timeline = new Timeline(new KeyFrame(Duration.seconds(1), event -> advance()));
        timeline.setCycleCount(Animation.INDEFINITE);
        model.speedProperty().subscribe(speed -> timeline.setRate(speed));
        model.playingProperty().subscribe(this::decide);
    }

    /** Sets whether it is seen. */
    void show(boolean nowSeen) {
        seen = nowSeen;
        decide();
    }

    private void decide() {
        if (seen && model.playingProperty().get()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }

    private void advance() {
        int next = model.shownProperty().get() + 1;
        int last = model.setupProperty().get().updates();
        model.shownProperty().set(Math.min(next, last));
        if (next >= last) {
            model.playingProperty().set(false);
        }
    }
}
